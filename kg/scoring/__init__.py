"""Measuring extraction against a gold corpus (tests/gold/GUIDE.md says what its records mean)."""

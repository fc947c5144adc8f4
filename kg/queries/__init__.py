"""Canned queries and the lookups made of them."""

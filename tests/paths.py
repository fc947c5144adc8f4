"""Where the tests' files are."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT / "seeds" / "articles"
FIRST_ARTICLE = SEEDS / "ru-kp-antaranews.txt"

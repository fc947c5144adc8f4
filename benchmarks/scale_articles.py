"""Articles for the scale benchmark: a seeded template over names of states, leaders and subjects of treaties."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from kg.resolve.persons import known_leaders

SUBJECTS = (
    ("Treaty", "of Friendship and Cooperation"),
    ("Treaty", "on Extradition"),
    ("Agreement", "on Trade and Investment"),
    ("Agreement", "on Fisheries"),
    ("Convention", "on Double Taxation"),
    ("Treaty", "on Comprehensive Strategic Partnership"),
    ("Agreement", "on Defence Cooperation"),
    ("Treaty", "on the Border"),
    ("Protocol", "on Energy"),
    ("Memorandum", "on Education"),
)
STATES = (
    "AR AU BR CA CL CN DE EG ES ET FI FR GB GH GR HU IN ID IR IT JP KE KH KP KR KZ MX MY NG NO PE PH PK PL PT RO RU"
)
STORIES = (
    "{a} and {b} signed the {kind} {subject} in {year}. {one} and {other} signed the document on {day}.",
    "The parliament of {a} ratified the {year} {kind} {subject} between {a} and {b} on {day}, officials said.",
    "The {kind} {subject} between {a} and {b}, signed in {year}, entered into force on {day}.",
    "{a} said the new {kind} {subject} with {b}, signed in {year}, will replace the {old} {kind} {subject}.",
    "Ministers met in the capital. {a} denounced the {year} {kind} {subject} with {b} on {day}, a spokesman said.",
)


def make_articles(number: int, agreements: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield `number` records about some of `agreements` agreements."""
    chance = random.Random(seed)
    treaties = [_make_treaty(chance) for _ in range(agreements)]
    leaders = [leader.label for leader in known_leaders()]
    for index in range(number):
        treaty = chance.choice(treaties)
        one, other = chance.sample(leaders, 2)
        story = " ".join(chance.sample(STORIES, 2)).format(**treaty, one=one, other=other, day=_day(chance, treaty))
        url = f"https://outlet{index % 997}.example/{index}"
        yield {"id": f"scale/{index}", "lang": "en", "text": f"{story} Reference {index}.", "url": url}


def _make_treaty(chance: random.Random) -> dict[str, str]:
    names = Locale.parse("en").territories
    a, b = (names[code] for code in chance.sample(STATES.split(), 2))
    kind, subject = chance.choice(SUBJECTS)
    year = chance.randint(1950, 2025)
    old = year - chance.randint(5, 20)
    return {"a": a, "b": b, "kind": kind, "subject": subject, "year": str(year), "old": str(old)}


def _day(chance: random.Random, treaty: dict[str, str]) -> str:
    month = ("January", "March", "June", "July", "October", "December")[chance.randrange(6)]
    return f"{chance.randint(1, 28)} {month} {treaty['year']}"


def write_articles(path: Path, number: int, agreements: int, seed: int = 1) -> None:
    """Write the articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in make_articles(number, agreements, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")

"""The mix that is measured: one treaty story in twenty, the others ordinary news, in all languages alike."""

import csv
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from random import Random

from babel import Locale

from kg.documents import read_documents
from kg.model import Document

HERE = Path(__file__).parent
STORIES = HERE.parent / "tests" / "gold" / "dev-long"
ORDINARY_PER_STORY = 19
# The stories of dev-long have about that many bytes; those of dev are excerpts.
STORY_BYTES = 2500
NAMES_PER_SENTENCE = 4


def make_mix(languages: tuple[str, ...], stories: int, seed: int) -> list[Document]:
    """Return `stories` treaty stories with the ordinary ones between them, the same for the same seed."""
    random = Random(seed)
    found = [one for one in read_documents([str(STORIES)]) if isinstance(one, Document) and one.language in languages]
    random.shuffle(found)
    mix = []
    for story in islice(cycle(found), stories):
        mix.append(story)
        mix += [_make_ordinary(random.choice(languages), random) for _ in range(ORDINARY_PER_STORY)]
    return mix


def count_bytes(documents: list[Document]) -> int:
    """Return the size of the texts in UTF-8."""
    return sum(len(document.text.encode()) for document in documents)


def _make_ordinary(language: str, random: Random) -> Document:
    """Sentences of ordinary news, with names and numbers between them: news always has words not seen before."""
    text = ""
    while len(text.encode()) < STORY_BYTES:
        names = ", ".join(random.sample(_list_names(language), NAMES_PER_SENTENCE))
        text += f"{random.choice(_read_sentences()[language])} {names} ({random.randrange(10_000)}).\n"
    return Document(text=text, language=language)


@cache
def _read_sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with (HERE / "ordinary.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["lang"], []).append(row["sentence"])
    return found


@cache
def _list_names(language: str) -> list[str]:
    """Return some hundreds of words of the language: CLDR's names of languages and currencies."""
    locale = Locale.parse(language)
    return sorted({*locale.languages.values(), *locale.currencies.values()})

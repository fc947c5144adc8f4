"""What lets an article through to be read: the marks of agreements in it, and how near they stand to each other."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.acts import SHARED
from kg.languages import Entry, Table
from kg.model import Event

REACH = 300
EFFECT_REACH = 60
ACRONYM_REACH = 40
ACRONYM = re.compile(r"\b[A-Z]{3,7}\b")


class Mark(NamedTuple):
    """A place that may speak of an agreement: a noun, a trigger (of `event`) or a word of treaty law (a marker)."""

    start: int
    table: Table
    event: str = ""


def gate_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that are marks: triggers, treaty law, and nouns that name agreements by themselves."""
    return [e for e in entries if is_mark(e)]


def is_mark(entry: Entry) -> bool:
    """Tell whether an entry may speak of an agreement."""
    if entry.table is Table.NOUNS:
        return entry["class"] != "back"
    return entry.table is Table.TRIGGERS or (entry.table is Table.MARKERS and entry["role"] == "legal")


def make_mark(start: int, entry: Entry) -> Mark:
    """Return the mark that an entry is."""
    return Mark(start, entry.table, entry["event"] if entry.table is Table.TRIGGERS else "")


def may_speak(marks: Sequence[Mark]) -> bool:
    """Tell whether an agreement's noun and a trigger stand near each other anywhere: most articles have neither."""
    known = [mark for mark in marks if mark.table is not Table.MARKERS]
    return any(a.table is not b.table and b.start - a.start <= REACH for a, b in pairwise(known))


def may_leave_unnamed(marks: Sequence[Mark]) -> bool:
    """Tell whether an article without any agreement's noun speaks of one: in words of treaty law, or what takes effect.

    "The three notified the UN of their withdrawal; it takes effect in six months" is of an agreement, named or not.
    """
    if any(mark.table is Table.NOUNS for mark in marks):
        return False
    triggers = [mark for mark in marks if mark.table is Table.TRIGGERS]
    if not any(mark.event == Event.WITHDRAWAL for mark in triggers):
        return False
    return len(triggers) < len(marks) or any(
        (a.event, b.event) == (Event.WITHDRAWAL, Event.ENTRY_INTO_FORCE) and b.start - a.start <= EFFECT_REACH
        for a, b in pairwise(triggers)
    )


def may_name_acronym(text: str, marks: Sequence[Mark]) -> bool:
    """Tell whether an acronym stands behind what is done to an agreement ("withdraw from the ECT")."""
    acts = (mark.start for mark in marks if mark.table is Table.TRIGGERS and mark.event in SHARED)
    return any(ACRONYM.search(text, start, start + ACRONYM_REACH) for start in acts)

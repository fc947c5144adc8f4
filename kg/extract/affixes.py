"""Particles written onto a word: Korean josa, Turkish case after an apostrophe, the Arabic "and"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.languages import Table, load_pack

LEAST_STEM = 2
LEAST_JOINED = 5  # letters of an unknown word that may begin with "and": وليد is a name
Part = tuple[int, int, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class Affixes:
    """The particles of a language with their roles as markers; `longest` is the length of the longest."""

    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    longest: int
    has_any: bool
    surnames: frozenset[str] = frozenset()

    def split(self, word: str, start: int, *, glued: bool, leads: bool) -> Iterator[Part]:
        """Yield start, end and roles of the parts of a word at `start`; roles None for the stem.

        `glued` words stand directly behind another hit, those that `lead` directly before one: they may be nothing
        but a particle (러시아 + 와, ال + سعودي).
        """
        low = word.lower()
        if (glued and low in self.after) or (leads and low in self.before):
            yield start, start + len(word), self.after[low] if low in self.after else self.before[low]
            return
        joined = self.before.get(low[0], frozenset())
        if "and" in joined and len(low) >= LEAST_JOINED:
            yield start, start + 1, joined
            start, word, low = start + 1, word[1:], low[1:]
        tail = self.tail(low)
        if tail:
            cut = len(word) - tail
            yield start, start + cut, None
            yield start + cut, start + len(word), self.after[low[cut:]]
        else:
            yield start, start + len(word), None

    def tail(self, low: str) -> int:
        """Return the length of the particle at the end of a word, 0 if there is none."""
        for size in range(min(self.longest, len(low) - LEAST_STEM), 0, -1):
            if low[-size:] in self.after:
                return size
        return 0


@cache
def load_affixes(code: str) -> Affixes:
    """Return the particles of the language `code`, with the roles that its markers give them, and its surnames."""
    pack = load_pack(code)
    roles: dict[str, set[str]] = {}
    for entry in pack.entries:
        if entry.table is Table.MARKERS:
            roles.setdefault(entry.form.text, set()).add(entry["role"])
    after = {form: frozenset(roles.get(form, ())) for form in pack.settings.enclitics}
    before = {form: frozenset(roles.get(form, ())) for form in pack.settings.proclitics}
    return Affixes(before, after, max(map(len, after), default=0), bool(before or after), pack.surnames)

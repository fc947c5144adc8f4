"""A mention of an agreement, and what the words of its title tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.brackets import CLOSERS, OPENERS, find_close
from kg.extract.items import Item
from kg.languages import Entry
from kg.model import Kind


@dataclass(slots=True)
class Title:
    """A mention of an agreement: the items `first`..`last` (inclusive), `head` being the noun's."""

    first: int
    last: int
    head: int
    noun: Entry | None
    is_quoted: bool = False
    is_any: bool = False  # of no agreement spoken of ("any treaty")
    is_back: bool = False
    is_proper: bool = False
    year: int | None = None
    is_year_own: bool = False
    serial: int | None = None  # its number in a series
    states: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    aliases: list[tuple[int, int]] = field(default_factory=list)
    sentence: int = 0
    cluster: int = -1
    fellow: int = -1
    name: str | None = None
    cluster_named: bool = False
    letters: str = ""
    start: int = 0
    end: int = 0

    @property
    def kind(self) -> Kind:
        """The kind that the head noun names."""
        return Kind(self.noun["kind"]) if self.noun is not None else Kind.OTHER

    @property
    def rank(self) -> str:
        """The class of the head noun: head, weak or back; a bare acronym is a head."""
        return self.noun["class"] if self.noun is not None else "head"

    @property
    def is_named(self) -> bool:
        """Tell whether the mention has words of its own beside the noun."""
        return bool(self.words or self.subjects)


def make_title(items: Sequence[Item], first: int, last: int, head: int, *, is_quoted: bool) -> Title:
    """Return the title of the items `first`..`last`, with its words, subjects, states, year and aliases."""
    title = Title(first, last, head, items[head].noun, is_quoted=is_quoted)
    index, is_subject = first, False
    links = [i for i in range(first, last + 1) if "between" in items[i].roles]
    while index <= last:
        item = items[index]
        if item.text in OPENERS and not is_quoted:
            close = find_close(items, index, CLOSERS[OPENERS.index(item.text)])
            if close is not None and close <= last:
                add_bracketed(title, items, index, close)
                index = close + 1
                continue
        if index > head:
            is_subject = tells_subject(item, is_subject)
        if item.states and (any(0 < index - link <= 3 for link in links) or is_partner(items, index, (first, last))):
            title.states.extend(item.states[0]["code"].split())  # "between Moscow and Tehran"
        elif is_subject and item.text[0] < "\u2e80" and any(e["type"] == "organisation" for e in item.states):
            title.words.append(item.states[0]["code"].lower())  # "the Treaty on European Union"
        elif index != head and not (is_subject and item.states):
            add_word(title, item)
        else:
            add_compound(title, item)
        index += 1
    title.letters = "".join(letters_of(items[i]) for i in range(first, last + 1) if i != head)
    title.is_back = title.rank == "back"
    title.is_year_own = title.year is not None
    return title


def is_partner(items: Sequence[Item], index: int, span: tuple[int, int]) -> bool:
    """Tell whether "with" ties a capital within a title to its noun: its government ("the convention with Paris")."""
    if not any(entry["type"] == "capital" for entry in items[index].states):
        return False
    before = [i for i in (index - 1, index - 2) if i >= span[0] and "the" not in items[i].roles][:1]
    beside = [items[i].roles for i in (*before, index + 1) if i <= span[1]]
    return any("with" in roles and "and" not in roles for roles in beside)


def add_bracketed(title: Title, items: Sequence[Item], start: int, close: int) -> None:
    """Note what brackets in a title hold: another name, in CJK before the head a word (ミサイル(ABM)制限条約)."""
    first = start + 2 if "the" in items[start + 1].roles else start + 1  # "(the ECT)"
    if close < title.head and items[title.head].text[0] > "\u2e80":
        title.words.append(items[first].text.lower())
    elif not all(inner.states for inner in items[first:close]):  # "between A and B (PNG)" names a party
        title.aliases.append((first, close - 1))


def tells_subject(item: Item, before: bool) -> bool:  # noqa: FBT001 - what the word before told
    """Tell whether a state next to this word is what an agreement is about ("Treaty on European Union"), no party."""
    if before and (item.states or item.roles & {"the", "a"}):
        return True
    return "about" in item.roles and not item.roles & {"of", "to", "for", "and"}


def letters_of(item: Item) -> str:
    """Return the Han, kana or Hangul letters of a title's word that tell its agreement from others."""
    if item.states or item.date is not None or item.roles or item.noun is not None:
        return ""
    return "".join(char for char in item.text if char > "\u2e80" and char.isalpha())


def add_compound(title: Title, item: Item) -> None:
    """Note the first part of a compound head ("Grundlagen" of "Grundlagenvertrag") and what it may stand for."""
    if item.noun is None or not item.noun.form.open_left:
        return
    first = item.text.lower().rpartition(item.noun.form.text.lower())[0].strip("-")
    subjects = item.modifier["subject"].split() if item.modifier is not None else []
    if len(first) > 1 and not subjects:
        title.words.append(first)
    title.subjects.extend(subjects)


def add_word(title: Title, item: Item) -> None:
    """Note what one item of a title tells of the agreement."""
    if item.states:
        add_state(title, item)
    elif item.roles & {"new", "old", "this", "the", "a"}:
        return
    elif item.modifier is not None:
        title.subjects.extend(item.modifier["subject"].split())
        if not item.modifier["subject"]:
            title.words.append(item.text.lower())
    elif item.is_year or item.date is not None:
        add_year(title, item)
    elif len(item.text) > 1 and (item.is_plain or is_act(item)):
        title.words.append(item.text.lower())  # a word of its own, or the act it is named for
    elif any(entry["event"] == "supplement" for entry in item.triggers) and item.text[0] > "\u2e80":
        title.words.append(item.text[-2:])  # 关于国界的补充协定


def is_act(item: Item) -> bool:
    """Tell whether an item is only a verbal noun: what a title is named for ("accord de retrait")."""
    return bool(item.triggers) and not item.roles and all(entry["voice"] == "noun" for entry in item.triggers)


def add_state(title: Title, item: Item) -> None:
    """Note a party; a capital or palace in a title is where it was signed, no party."""
    if any(entry["type"] in ("capital", "metonym") for entry in item.states):
        title.words.append(item.text.lower())
    else:
        title.states.extend(item.states[0]["code"].split())


def add_year(title: Title, item: Item) -> None:
    """Note the year of a title ("the 1961 Treaty")."""
    iso = item.text if item.date is None else item.date.iso
    if iso:
        title.year = int(iso[:4])

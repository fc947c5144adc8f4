"""Persons who act for states: a name beside an office, before or after it, and later mentions by surname."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.fellows import are_coordinated
from kg.extract.inflect import base_form
from kg.extract.items import Item
from kg.extract.names import is_name_word, name_step
from kg.extract.places import Gazetteer
from kg.extract.uncased import uncased_end
from kg.languages import Pack

QUOTES = frozenset("«»“”„\"'‘’")
SPAN = 5


@dataclass(slots=True)
class PersonMention:
    """A person in a sentence: the items `first`..`last` of the name, its base form, state and office."""

    first: int
    last: int
    name: str
    state: str | None = None
    office: str | None = None
    sure: bool = True


class People:
    """The persons of one document, known by full name and by surname."""

    def __init__(self, pack: Pack, gazetteer: Gazetteer) -> None:
        self.pack = pack
        self.gazetteer = gazetteer
        self.names: dict[str, PersonMention] = {}

    def learn(self, mention: PersonMention) -> None:
        """Keep the person under the full name and, if it has two words, under the last one."""
        known = self.names.get(mention.name.lower())
        if known is None or known.state is None:
            self.names[mention.name.lower()] = mention
        words = mention.name.split()
        if len(words) > 1 and len(words[-1]) > 2:
            self.names.setdefault(words[-1].lower(), mention)
            self.names.setdefault(words[0].lower(), mention) if len(words[0]) > 4 else None

    def find(self, items: Sequence[Item], taken: frozenset[int]) -> list[PersonMention]:
        """Return the persons in a sentence; `taken` are items of agreements' titles."""
        found = [mention for mention in self.find_named(items, taken) if self.may_be_person(items, mention)]
        pairs = list(pairwise(found))
        for before, mention in (*pairs, *reversed(pairs)):
            is_sure = before.sure != mention.sure or (is_of_state(items, before) and is_of_state(items, mention))
            if is_sure and are_coordinated(items, before.last, mention.first):
                before.sure = mention.sure = True  # "Presidents A, B and C", "A of X and B of Y"
        for mention in found:
            if mention.sure:
                self.learn(mention)
        return [self.complete(mention) for mention in found]

    def may_be_person(self, items: Sequence[Item], mention: PersonMention) -> bool:
        """Tell whether a run of capitals without an office may be a person: no town, no part of a longer name."""
        if mention.sure or mention.name.lower() in self.names:
            return True
        places = (mention.first - 1, mention.last + 1)
        beside = [items[i] for i in places if 0 < i < len(items) and not is_town_behind(items, i)]
        is_part = any(
            i.is_capital and i.is_known and (i.modifier or i.noun or i.lookalikes or i.states) for i in beside
        )
        is_quoted = len(beside) == 2 and all(i.text in QUOTES for i in beside)
        return not is_part and not is_quoted and not (mention.last == mention.first and mention.name in self.gazetteer)

    def complete(self, mention: PersonMention) -> PersonMention:
        """Return the mention with the state and office known from elsewhere in the document."""
        known = self.names.get(mention.name.lower())
        if known is None:
            return mention
        return PersonMention(
            mention.first,
            mention.last,
            known.name if len(known.name) > len(mention.name) and mention.name in known.name else mention.name,
            mention.state or known.state,
            mention.office or known.office,
            sure=mention.sure or known.sure,
        )

    def find_named(self, items: Sequence[Item], taken: frozenset[int]) -> Iterator[PersonMention]:
        """Yield the name runs of a sentence from left to right."""
        index = 0
        while index < len(items):
            last = None if index in taken else self.name_end(items, index, taken)
            if last is None:
                index += 1
                continue
            yield self.make_mention(items, index, last)
            index = last + 1

    def name_end(self, items: Sequence[Item], first: int, taken: frozenset[int]) -> int | None:
        """Return the last item of the name that begins at `first`, None if none does."""
        if self.pack.settings.capitals == "none":
            return uncased_end(items, first, taken, self.names, self.pack)
        if not is_name_word(items[first]):
            return None
        last = first
        while last - first < 2 * SPAN:
            step = name_step(items, last)
            if step == 0 or last + step in taken or last + 1 in taken:
                return last
            last += step
        return last

    def make_mention(self, items: Sequence[Item], first: int, last: int) -> PersonMention:
        """Return the person of a name run, with the office and state beside it."""
        text = join_words(items, first, last)
        settings = self.pack.settings
        apart = settings.boundary == "word" and settings.order == "svo"  # "X, president of ...": not "in X leaders"
        office, state = look_around(items, first, last, needs_comma=apart)
        if self.pack.settings.capitals == "all" and first and items[first - 1].roles & {"the"}:
            office = None  # "der Sprecher des Ministeriums"
        if self.pack.settings.capitals == "all" and last == first and not stands_beside_office(items, first):
            office = None  # "die Botschafter der vier Mächte"
        is_titled = office is not None or (self.pack.settings.capitals == "none" and has_title(items, first))
        kind = "genitive" if is_in_genitive(items, first) else "person"
        return PersonMention(first, last, base_form(text, self.pack, kind), state, office, sure=is_titled)


def is_town_behind(items: Sequence[Item], index: int) -> bool:
    """Tell whether a capital stands behind a place preposition: where something was done, no part of a name."""
    is_town = any(entry["type"] == "capital" for entry in items[index].states)
    return is_town and "in" in items[index - 1].roles


def is_of_state(items: Sequence[Item], mention: PersonMention) -> bool:
    """Tell whether "of" or "for" ties a name of two words to a state: "Ann Smith of Kenya"."""
    if acts_for_state(items, mention):
        return True
    behind = items[mention.last + 1 : mention.last + 4]
    is_tied = len(behind) > 1 and bool(behind[0].roles & {"of", "for"}) and any(item.states for item in behind)
    return mention.last > mention.first and is_tied


def acts_for_state(items: Sequence[Item], mention: PersonMention) -> bool:
    """Tell whether "for" and a state stand directly before a name of two words ("pour la Norvège par X Y")."""
    first = mention.first - 1 if mention.first and "by" in items[mention.first - 1].roles else mention.first
    if first < 2 or mention.last == mention.first or not items[first - 1].states:
        return False
    before = [item for item in items[max(0, first - 3) : first - 1] if "the" not in item.roles]
    return bool(before) and bool(before[-1].roles & {"for", "from"}) and "with" not in before[-1].roles


def has_title(items: Sequence[Item], first: int) -> bool:
    """Tell whether a mere title stands directly before a name ("Prince X"): who has it is a person."""
    return first > 0 and items[first - 1].office is not None


def is_in_genitive(items: Sequence[Item], first: int) -> bool:
    """Tell whether an office in the genitive, or a word that governs it, stands before a name (Russian)."""
    for item in reversed(items[max(0, first - 4) : first]):
        if item.is_mark or item.triggers:
            return False
        if item.office is not None or "genitive" in item.roles:
            return "genitive" in item.roles
    return False


def stands_beside_office(items: Sequence[Item], index: int) -> bool:
    """Tell whether an office or a state stands directly before a word, or an office behind it."""
    before = items[index - 1] if index else None
    after = items[index + 1 : index + 3]
    is_behind = before is not None and (before.office is not None or bool(before.states) or before.text == "-")
    return is_behind or any(item.office is not None for item in after)


def join_words(items: Sequence[Item], first: int, last: int) -> str:
    """Return the words of the items `first`..`last` as written, single spaces between those apart."""
    return "".join(
        ("" if i == first or items[i].start == items[i - 1].end else " ") + items[i].text
        for i in range(first, last + 1)
    )


def look_around(items: Sequence[Item], first: int, last: int, *, needs_comma: bool) -> tuple[str | None, str | None]:
    """Return the rank of the office beside a name and the state it belongs to (None if there is none)."""
    for step, start in ((-1, first - 1), (1, last + 1)):
        if step > 0 and needs_comma and start < len(items) and not items[start].is_mark:
            continue
        office, state = look(items, start, step)
        if office is not None:
            return office, state
    return None, None


def is_passed(item: Item, links: set[str]) -> bool:
    """Tell whether an item may stand between a name and its office: a link, a mark, "then" (송영무 당시 장관)."""
    is_then = "old" in item.roles and item.text[0] > "\u2e80"
    return bool(item.roles & links) or is_then or item.modifier is not None or item.text in "(),،.-–（）"


def look(items: Sequence[Item], start: int, step: int) -> tuple[str | None, str | None]:
    """Return the office and the state found from `start` on, going by `step` over what may link them to a name."""
    office: str | None = None
    state: str | None = None
    links = {"of", "the", "for"} | ({"and"} if step < 0 else set())  # what follows "and" is somebody else's
    skipped = False
    for index in range(start, start + 7 * step, step):
        if not 0 <= index < len(items) or (items[index].states and office is not None and state is not None):
            break
        item = items[index]
        if item.office is not None:
            office = office or (item.office["rank"] if item.office["rank"] != "title" else None)
        elif item.states and step < 0 and index and "in" in items[index - 1].roles:
            break  # "signed in Prague by Presidents X and Y"
        elif item.states:
            state = state or item.states[0]["code"].split()[0]
        elif item.is_plain and not item.is_capital and step < 0 and not skipped and item.text.islower():
            skipped = True  # an adjective that the lexicon lacks: "the Faroese minister X" in Romance order
        elif not is_passed(item, links):
            break
    return office, state

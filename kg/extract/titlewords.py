"""The words that may belong to a title before its noun."""

from collections.abc import Sequence

from kg.extract.items import Item
from kg.languages import Settings

LOCATIVES = ("yılında", "'da", "'de", "'ta", "'te", "’da", "’de", "’ta", "’te")


def is_title_word(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item may be a word of a title before its head."""
    item = items[index]
    if settings.order != "sov" and index and "in" in items[index - 1].roles and is_adverbial(item):
        return False  # "signed in Pyongyang the treaty": a place or a year
    if is_actor(item) or names_official(items, index) or is_verb_of_object(items, index, settings):
        return False
    if (
        (item.triggers and not item.is_capital and not is_attribute(items, index, settings))
        or item.office is not None
        or "says" in item.roles
        or item.modality
    ):
        return False
    if item.modifier is not None or item.states or item.noun is not None or item.is_year:
        return True
    if item.date is not None:
        return is_year_of_name(items, index, settings)
    if item.roles or item.lookalikes:
        return "new" in item.roles or (is_name_like(item, settings) and item.is_capital and index > 0)
    if settings.capitals in ("names", "all") and item.is_plain:
        return item.is_capital and (index > 0 or items[index + 1].is_capital)
    return item.is_plain and settings.capitals == "none" and is_noun_like(item, settings)


def is_year_of_name(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether a date is a year that may stand in a title, and no adverb."""
    date = items[index].date
    if date is None or date.adverbial or is_locative(items[index], settings):
        return False
    is_adverb = settings.order == "sov" and index > 0 and "topic" in items[index - 1].roles
    return date.precision == "year" and not (is_adverb and items[index + 1].noun is None)


def is_locative(item: Item, settings: Settings) -> bool:
    """Tell whether a Turkish date tells when, by its case or its words; no name has one."""
    if (settings.order, settings.boundary) != ("sov", "word") or item.text.endswith("ki"):
        return False
    return item.text.endswith(LOCATIVES) or not any(char.isdigit() for char in item.text)


def is_attribute(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether a verbal noun stands before its head as part of a compound (加盟議定書, "accession treaty")."""
    item, after = items[index], items[index + 1]
    if settings.title == "before" and settings.boundary == "word" and after.noun is not None:
        return item.modifier is not None and all(entry["voice"] == "noun" for entry in item.triggers)
    if settings.boundary == "left" and after.noun is not None and after.noun["kind"] == "protocol":
        return all(entry["voice"] == "noun" for entry in item.triggers)  # 가입 의정서
    is_joint = settings.boundary == "none" and item.end == after.start and after.noun is not None
    return is_joint and item.modifier is not None


def inner_start(items: Sequence[Item], index: int, settings: Settings) -> int | None:
    """Return where an acronym in brackets or a word for "about" begins that a CJK title goes on before, or None."""
    start = acronym_start(items, index, settings)
    return about_start(items, index, settings) if start is None else start


def acronym_start(items: Sequence[Item], index: int, settings: Settings) -> int | None:
    """Return the bracket that opens an acronym within a CJK title (迎撃ミサイル(ABM)制限条約), None if none does."""
    if settings.boundary == "word" or items[index].text not in ")）" or index < 3:
        return None
    opener, word = items[index - 2], items[index - 1]
    is_acronym = word.text.isascii() and word.text.isalpha() and word.text.isupper() and len(word.text) > 1
    is_tied = items[index - 3].end == opener.start and is_title_word(items, index - 3, settings)
    return index - 2 if opener.text in "(（" and is_acronym and is_tied else None


def about_start(items: Sequence[Item], index: int, settings: Settings) -> int | None:
    """Return the particle before a Korean word for "about" behind a title word (협력에 관한), None if there is none."""
    if settings.boundary != "left" or "about" not in items[index].roles or items[index].modality or index < 2:
        return None
    particle, before = items[index - 1], items[index - 2]
    is_particle = bool(particle.roles & {"on", "object"}) and particle.start == before.end
    is_subject = is_matter(items, index - 2, settings) or is_title_word(items, index - 2, settings)
    return index - 1 if is_particle and is_subject else None


def is_matter(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether a verbal noun is what a Japanese or Korean title is about (개정에 관한 공동성명)."""
    if settings.order != "sov" or settings.boundary == "word" or not items[index].triggers:
        return False
    behind = items[index + 1 : index + 3]
    if settings.boundary == "left":
        behind = behind[1:]
    is_noun = all(entry["voice"] == "noun" for entry in items[index].triggers)
    return is_noun and bool(behind) and "about" in behind[0].roles and not behind[0].modality


def is_verb_of_object(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an unknown Korean word stands directly behind an object's particle: a verb (회의를 열어)."""
    return settings.boundary == "left" and index > 0 and items[index].is_plain and "object" in items[index - 1].roles


def is_actor(item: Item) -> bool:
    """Tell whether an item can only act: a firm, a parliament, a state whose case marks the agent (Russian)."""
    if any(entry["class"] == "private" for entry in item.lookalikes):
        return True
    return bool(item.states) and ("by" in item.roles or any(e["type"] == "institution" for e in item.states))


def is_adverbial(item: Item) -> bool:
    """Tell whether an item behind "in" is a place or time: a state, an unknown word, a year."""
    return bool(item.states) or item.is_plain or item.date is not None


def names_official(items: Sequence[Item], index: int) -> bool:
    """Tell whether an unknown capitalised word stands behind an office, alone or the last of some: a person's name."""
    first = index
    while first > 0 and items[first].is_plain and items[first].is_capital:
        first -= 1
    return first < index and items[first].office is not None


def is_noun_like(item: Item, settings: Settings) -> bool:
    """Tell whether an unknown word may belong to a title in a script without capitals."""
    if settings.boundary == "left":
        return (len(item.text) >= 2 or item.text.isdigit()) and item.text[
            -1
        ] not in "은는이가을를의에와과도로서고며해한된할킨운줄던낸룬"
    if settings.boundary == "none":
        return len(item.text) <= 8 and all(c > "\u30a0" or c.isdigit() or c.isascii() for c in item.text)
    return False


def is_name_like(item: Item, settings: Settings) -> bool:
    """Tell whether a word that stands for something else in running text is part of a name when capitalised."""
    return settings.capitals == "names" and bool(item.lookalikes) and not item.states and item.office is None

"""How far a person's name goes on, word by word, in a script with capitals."""

from collections.abc import Sequence

from kg.extract.items import Item

LINKS = frozenset(["-", "'", "’", "·", "・", "‧", "•", "=", "＝"])
PARTICLES = frozenset(
    [
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "di",
        "du",
        "le",
    ]
)
GENITIVES = frozenset(["da", "das", "de", "do", "dos"])


def name_step(items: Sequence[Item], last: int) -> int:
    """Return how many items further a name goes on behind the item `last`, 0 if it ends there."""
    after, beyond = (items[i] if i < len(items) else None for i in (last + 1, last + 2))
    if after is None:
        return 0
    glued = after.start == items[last].end
    if is_name_word(after) and (not glued or after.text[0].isalpha()):
        return 1
    if after.text == "." and glued and (len(items[last].text) == 1 or is_junior(items, last)):
        return 1
    if beyond is None:
        return 0
    if after.text in LINKS and glued and beyond.start == after.end:
        return 2
    return name_link(items, last) or particle_step(items, last) or surname_step(items, last)


def name_link(items: Sequence[Item], last: int) -> int:
    """Return 2 for a word that only stands between words of a name, else 0."""
    after, beyond = items[last + 1], items[last + 2]
    if not is_name_word(beyond):
        return 0
    if after.text in GENITIVES and "of" in after.roles and is_name_word(items[last]):
        return 2  # Lula da Silva, Charles de Gaulle
    return 2 if is_state_syllable(after) and after.start > items[last].end else 0


def particle_step(items: Sequence[Item], last: int) -> int:
    """Return the length of a name's next word with a particle before it or glued to it, else 0."""
    after, beyond = items[last + 1], items[last + 2]
    is_particle = after.is_capital or after.roles <= {"not_title"} or after.text == "al"
    if after.text.lower() in PARTICLES and is_particle:
        step = 2 if is_name_word(beyond) else twice(items, last) or hyphened(items, last)
        return step or glued_step(items, last)
    return glued_step(items, last)


def is_state_syllable(item: Item) -> bool:
    """Tell whether a syllable of a Vietnamese name is also a short name of a state (Lê Đức Thọ)."""
    return item.is_capital and bool(item.states) and " " not in item.text and not item.text.isascii()


def is_junior(items: Sequence[Item], last: int) -> bool:
    """Tell whether an abbreviation at the end of a name has a full stop that ends no sentence ("Marcos Jr. and")."""
    beyond = items[last + 2] if last + 2 < len(items) else None
    is_short = 1 < len(items[last].text) <= 3
    return is_short and beyond is not None and not beyond.is_capital and items[last - 1].is_capital


def glued_step(items: Sequence[Item], last: int) -> int:
    """Return the length of a name's word that begins like a word of the language (Lee Do-hoon, Ba N'Daou), else 0."""
    after, beyond, end = (items[i] if i < len(items) else None for i in (last + 1, last + 2, last + 3))
    if after is None or beyond is None or not after.is_capital or after.triggers or after.states:
        return 0
    if after.text[-1] in "'’" and beyond.start == after.end and is_name_word(beyond):
        return 2
    is_linked = beyond.text in LINKS and beyond.start == after.end
    return 3 if is_linked and end is not None and end.start == beyond.end and end.text[0].isalpha() else 0


def surname_step(items: Sequence[Item], last: int) -> int:
    """Return 1 for a family name that is also a word of the language ("Julie Bishop and"), else 0."""
    before, after = items[last - 1] if last else None, items[last + 1]
    beyond = items[last + 2] if last + 2 < len(items) else None
    is_named = before is not None and before.office is not None  # a first name alone behind an office
    is_word = after.is_capital and after.is_known and not (after.triggers or after.states or after.noun or after.date)
    is_end = beyond is None or beyond.is_mark or bool(beyond.roles) or bool(beyond.triggers)
    return 1 if is_named and is_word and is_end and not after.roles - {"not_title"} else 0


def twice(items: Sequence[Item], last: int) -> int:
    """Return 3 for two particles behind the item `last` ("Ursula von der Leyen"), else 0."""
    behind = items[last + 2 : last + 4]
    is_particle = len(behind) == 2 and behind[0].text.lower() in PARTICLES
    return 3 if is_particle and is_name_word(behind[1]) else 0


def hyphened(items: Sequence[Item], last: int) -> int:
    """Return 3 for a particle with a hyphen behind the item `last` ("Abdul-Salam al-Majali"), else 0."""
    behind = items[last + 2 : last + 4]
    return 3 if len(behind) == 2 and behind[0].text in LINKS and is_name_word(behind[1]) else 0


def is_name_word(item: Item) -> bool:
    """Tell whether an item may be a word of a person's name in a script with capitals."""
    if item.is_mark or item.date is not None or not item.is_capital or item.text[0].isdigit():
        return False
    if item.is_known or len(item.text) < 2:
        return False
    return not item.is_acronym or len(item.text) < 3

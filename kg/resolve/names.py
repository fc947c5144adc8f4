"""Names of agreements: what is left of a name without its common words, acronyms, spelling for comparison."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.extract.lexicon import Hit, load_lexicon
from kg.languages.loader import supported_languages
from kg.languages.pack import Entry, Table
from kg.resolve.states import continue_state
from kg.resolve.tables import read_data

COMMON = (Table.NOUNS, Table.MODIFIERS, Table.MARKERS, Table.STATES, Table.OFFICES, Table.TRIGGERS)
SHORTEST_WORD = 3
LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
DAY_NAME = re.compile(r"(?<![\d.·])(1[0-2]|0?[1-9])[·.‧・](3[01]|[12]\d|0?[1-9])(?![\d.·])")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SCRIPTS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")  # of which an acronym is no part: BBNJ协定
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
LONG_COMPOUND = 4  # letters of a noun in a script without spaces that has its subject in it
SOFT = dict.fromkeys(map(ord, "aeiouywh"))
VOWELS = dict.fromkeys(map(ord, "aeiou"))
SURE = 3  # consonants up to which the first letters must both be vowels (Oslo), or both none (Seoul)
OPENING = frozenset("aeiouyw")
SHORT = 2  # a town of fewer consonants must be the whole word
ENDING = re.compile(r"(v?sk[a-z]*|r|n|s|m|y|ym|v)?")  # of adjectives and cases
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 9


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """Return `name` for comparison: NFKC, no case, no accents, single spaces between words and numbers."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", bare)))


@lru_cache(maxsize=200_000)
def romanise(text: str) -> str:
    """Return `text` in plain lower-case Latin letters, words kept apart; rough outside the Latin script."""
    from anyascii import anyascii

    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "")))


@lru_cache(maxsize=200_000)
def find_acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that are the whole of `name` or stand in it (DCA, ДОВСЕ), never a whole title in capitals."""
    if name.isupper() and " " in name.strip():
        return frozenset()
    found = (part for match in LETTERS.finditer(name) for part in SCRIPTS.split(match.group()))
    return frozenset(word for word in found if word.isupper() and SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM)


@lru_cache(maxsize=200_000)
def proper_words(name: str, language: str) -> frozenset[str]:
    """Return the words of `name` that no agreement shares by kind: Ottawa, Pukpuk; romanised, without numbers.

    Common words are those of the language's pack: nouns, modifiers, function words, states, offices.
    """
    text = unicodedata.normalize("NFC", name)
    letters = list(text)
    for hit in find_hits(text, language):
        if any(entry.table in COMMON for entry in hit.entries):
            letters[hit.start : hit.end] = " " * (hit.end - hit.start)
    words = romanise("".join(letters)).split()
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD and not word[0].isdigit())


@lru_cache(maxsize=200_000)
def is_telling(name: str, language: str) -> bool:
    """Tell whether a name says more than kind and parties: a subject, a word of its own, a compound noun."""
    if proper_words(name, language) or title_place(name, language) or title_day(name):
        return True
    hits = find_hits(unicodedata.normalize("NFC", name), language)
    return any(_is_telling_entry(entry, hit.end - hit.start) for hit in hits for entry in hit.entries)


def _is_telling_entry(entry: Entry, length: int) -> bool:
    if entry.table is Table.MODIFIERS:
        return bool(entry["subject"])
    compound = UNSPACED.search(entry.form.text) is not None and length >= LONG_COMPOUND
    return entry.table is Table.NOUNS and compound


@lru_cache(maxsize=200_000)
def title_place(name: str, language: str) -> str | None:
    """Return the town that gives a bare name its title: `capital-moscow` for "the Moscow declaration" in any language.

    A town that is no capital but stands for a government in other sentences goes by its spelling (Panmunjom). None
    where the name has other words of its own or names a state: then the town stands for a government.
    """
    words = _bare_words(unicodedata.normalize("NFC", name), language)
    if len(words) != 1:
        return None
    word, entry = words[0]
    if entry is not None and entry["type"] == "capital":
        return f"capital-{_capital_of(entry['code']) or word}"
    return find_capital(word) or (word if entry is not None and entry["type"] == "metonym" else None)


def _bare_words(name: str, language: str) -> list[tuple[str, Entry | None]]:
    """Return the romanised words of a name but for nouns of agreements and function words, and the state each names."""
    letters = list(name)
    found: list[tuple[str, Entry | None]] = []
    for hit in find_hits(name, language):
        letters[hit.start : hit.end] = " " * (hit.end - hit.start)
        tables = {entry.table for entry in hit.entries}
        if Table.STATES in tables:
            state = next(entry for entry in hit.entries if entry.table is Table.STATES)
            found.append((romanise(name[hit.start : hit.end]).replace(" ", ""), state))
        elif not tables & {Table.NOUNS, Table.MARKERS}:
            found.append((romanise(name[hit.start : hit.end]), None))
    rest = (word for word in romanise("".join(letters)).split() if not word.isdigit())
    return [*found, *((word, None) for word in rest)]


@lru_cache(maxsize=100_000)
def find_capital(word: str) -> str | None:
    """Return `capital-moscow` for a spelling of a capital or an adjective of it, romanised; None for other words."""
    bones = _squeeze(word.translate(VOWELS).replace("c", "k").replace("q", "k"))
    for end in (len(bones), *range(len(bones) - 1, SHORT, -1)):
        if ENDING.fullmatch(bones[end:]):
            for slug in _capitals().get(bones[:end], ()):
                if end > SURE or (word[0] in OPENING) == (slug[0] in OPENING):
                    return f"capital-{slug}"
    return None


@cache
def _capital_of(code: str) -> str | None:
    """Return the slug of a state's capital, the first town of the table."""
    return next((row["slug"] for row in read_data("capitals") if row["code"] == code), None)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_data("capitals"):
        for bones in row["bones"].split("|"):
            found[bones].append(row["slug"])
    return found


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the consonants of a romanised word, doubles once: what scripts without vowels agree on."""
    return _squeeze(word.translate(SOFT))


def _squeeze(bones: str) -> str:
    return "".join(c for at, c in enumerate(bones) if at == 0 or bones[at - 1] != c)


@lru_cache(maxsize=100_000)
def compound_subjects(name: str, language: str) -> frozenset[str]:
    """Return the subjects in a name, those inside a noun that has its subject in it (peace treaty as one entry) too."""
    text = unicodedata.normalize("NFC", name)
    found: set[str] = set()
    for hit in find_hits(text, language):
        found |= _subjects_in(hit)
        if any(entry.table is Table.NOUNS for entry in hit.entries):
            for part in _split_noun(text[hit.start : hit.end]):
                found = found.union(*(_subjects_in(inner) for inner in find_hits(part, language)))
    return frozenset(found)


def _subjects_in(hit: Hit) -> frozenset[str]:
    modifiers = (entry for entry in hit.entries if entry.table is Table.MODIFIERS)
    return frozenset(subject for entry in modifiers for subject in entry["subject"].split())


def _split_noun(text: str) -> list[str]:
    """Return the words of a noun of agreements but for the last; of one without spaces, all but two letters."""
    if UNSPACED.search(text):
        return [text[:-2]] if len(text) >= LONG_COMPOUND else []
    return text.split()[:-1] if " " in text else []


@lru_cache(maxsize=100_000)
def named_states(name: str, language: str) -> frozenset[str]:
    """Return the states that a name speaks of, under their continuators."""
    hits = find_hits(unicodedata.normalize("NFC", name), language)
    entries = (entry for hit in hits for entry in hit.entries if entry.table is Table.STATES)
    return frozenset(continue_state(code) for entry in entries for code in entry["code"].split())


@lru_cache(maxsize=200_000)
def title_day(name: str) -> str | None:
    """Return the day that gives an agreement its name, `day9-19` for "9·19 군사합의"."""
    match = DAY_NAME.search(name)
    return None if match is None else f"day{int(match[1])}-{int(match[2])}"


def find_hits(name: str, language: str) -> tuple[Hit, ...]:
    """Return the hits of a language's lexicon in a name in NFC; none for a language without a pack.

    No word is a year, so names that differ in it alone are looked at once.
    """
    return _find_hits(YEAR.sub("2000", name), language)


@lru_cache(maxsize=100_000)
def _find_hits(name: str, language: str) -> tuple[Hit, ...]:
    """Return the hits in a name.

    A noun that stands at the end of a compound (`*선언` in 판문점선언) covers itself alone, and what stands before
    it is looked at anew.
    """
    if language not in supported_languages():
        return ()
    lexicon = load_lexicon(language)
    hits = lexicon.find(name, lexicon.fold(name), (0, len(name)))
    found = [part for hit in hits for part in _split_compound(hit, name, language)]
    end = found[-1].end if found else len(name)
    if end < len(name) and UNSPACED.match(name[end]):  # 조·소상호원조조약: what follows the states begins inside a word
        found += (Hit(hit.start + end, hit.end + end, hit.entries) for hit in find_hits(name[end:], language))
    return tuple(found)


def _split_compound(hit: Hit, name: str, language: str) -> Iterator[Hit]:
    lengths = [len(e.form.text) for e in hit.entries if e.table is Table.NOUNS and e.form.open_left]
    cut = hit.end - max(lengths, default=hit.end - hit.start)
    if hit.start < cut < hit.end:
        for inner in find_hits(name[hit.start : cut], language):
            yield Hit(hit.start + inner.start, hit.start + inner.end, inner.entries)
        yield Hit(cut, hit.end, hit.entries)
    else:
        yield hit

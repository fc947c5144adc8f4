"""Towns by name in every script."""

import pytest

from kg.extract.places import fold_name, load_gazetteer

TOWNS = (
    "Moscow Moskow Moskau Москва موسكو 莫斯科 モスクワ 모스크바 "
    "Pyongyang 평양 平壤 平壌 Genève Geneva Genf ジュネーブ Magelang Rovaniemi"
).split()
WORDS = "March May Reading Nice Most Perjanjian Vertrag của lima medan 和平 平和 联合 Armenia Russia Of A".split()


@pytest.mark.parametrize("name", [*TOWNS, "Hà Nội", "Ha Noi", "HELSINKI", "The Hague"])
def test_a_town_is_known_by_its_name(name: str) -> None:
    assert name in load_gazetteer()


@pytest.mark.parametrize("word", [*WORDS, "", "\n", "\ud800"])
def test_everyday_words_and_states_are_no_towns(word: str) -> None:
    assert word not in load_gazetteer()


def test_an_inflected_name_gives_its_base() -> None:
    rows = [("е", "а", "place"), ("ом", "", "person"), ("не", "н", "place")]
    assert load_gazetteer().find("Москве", rows) == "Москва"
    assert load_gazetteer().find("Пхеньяне", rows) == "Пхеньян"
    assert load_gazetteer().find("Минском", rows) is None


def test_the_longest_town_is_found_where_no_spaces_are() -> None:
    text = "普京在平壤与金正恩会谈"
    ends = [load_gazetteer().longest_prefix(text, start) for start in range(len(text))]
    assert [text[start:end] for start, end in enumerate(ends) if end] == ["平壤"]


def test_the_file_is_sorted_and_folded() -> None:
    names = load_gazetteer().names()
    assert names == sorted(set(names))
    assert all(fold_name(name) == name for name in names[::50])

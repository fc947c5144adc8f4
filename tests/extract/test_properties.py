"""Whatever the text, the first steps of extraction neither fail nor leave the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.calendar import make_calendar
from kg.extract.dates import find_dates
from kg.extract.fold import compose
from kg.extract.identify import identify_language, identify_paragraphs
from kg.extract.places import load_gazetteer
from kg.extract.reader import read_document
from kg.extract.sentences import split_sentences
from kg.extract.zones import Zone, find_paragraphs, find_zones, strip_dateline
from kg.languages import load_pack, supported_languages
from kg.model import Document

PIECES = (
    "19 2024 1961 6 31 元 十九 二〇二四 ١٩ 年 月 日 년 월 일 昨年 같은 해 지난 yesterday "
    "last June in of the 19/6/2024 2024-06-19 "
    "Thursday Kamis ngày tháng năm вчера года 19-го الماضي يناير treaty U.S. "
    "Dr. z. B. 『 」 “ ” « » \" ' ( ) （ ） . . . ! ? 。 ！ … "
    "> / | - — © : ; , 、 İ ß ﷺ 😀 \u200f \u0301 \ud800 \x00 \x85 \u2028"
).split(" ")
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*PIECES, "\n", "\n\n"]), max_size=60).map(" ".join),
    st.lists(st.sampled_from([*PIECES, "\n"]), max_size=60).map("".join),
)
CODES = st.sampled_from(sorted(supported_languages()))
PUBLISHED = st.one_of(
    st.none(), st.dates().map(str), st.sampled_from(["2024", "2024-02", "", "soon", "2024-02-31", "0000"])
)


def assert_in_order(spans: list[tuple[int, int]], text: str) -> None:
    ends = [0, *(end for _, end in spans)]
    assert all(before <= start < end <= len(text) for before, (start, end) in zip(ends, spans, strict=False))


@given(text=TEXTS, code=CODES, published=PUBLISHED)
@settings(deadline=None, max_examples=300)
def test_dates_lie_in_the_text_and_apart(text: str, code: str, published: str | None) -> None:
    found = find_dates(text, make_calendar(code, load_pack(code).calendar), published)
    assert_in_order([(mention.start, mention.end) for mention in found], text)


@given(text=TEXTS, code=CODES)
@settings(deadline=None, max_examples=300)
def test_sentences_lie_in_the_text_and_apart(text: str, code: str) -> None:
    found = split_sentences(text, code, load_pack(code).abbreviations)
    assert_in_order([(sentence.start, sentence.end) for sentence in found], text)
    for sentence in found:
        quote = text[sentence.start : sentence.end]
        assert quote == quote.strip()
        assert "\n" not in quote
        assert sentence.start <= strip_dateline(text, sentence.start, sentence.end) <= sentence.end


@given(text=TEXTS, code=CODES)
@settings(deadline=None)
def test_nothing_but_white_space_and_datelines_is_outside_sentences(text: str, code: str) -> None:
    found = split_sentences(text, code, frozenset())
    kept = "".join("".join(text[s.start : s.end].split()) for s in found)
    spans = zip(find_paragraphs(text), find_zones(text, (), ()), strict=True)
    told = [text[strip_dateline(text, *span) if zone is Zone.BODY else span[0] : span[1]] for span, zone in spans]
    assert kept == "".join("".join(told).split())


@given(text=TEXTS)
@settings(deadline=None)
def test_every_paragraph_has_a_zone_and_a_language(text: str) -> None:
    spans = find_paragraphs(text)
    assert_in_order(spans, text)
    assert len(find_zones(text, ("photo",), ("read also",))) == len(spans)
    assert [(start, end) for start, end, _ in identify_paragraphs(text)] == spans
    assert identify_language(text) is None or len(identify_language(text) or "") in (2, 3)


@given(name=TEXTS, start=st.integers(0, 50))
@settings(deadline=None)
def test_any_text_can_be_looked_up_as_a_town(name: str, start: int) -> None:
    end = load_gazetteer().longest_prefix(name, start)
    assert end is None or start < end <= len(name)
    assert load_gazetteer().find(name) in (name, None)


@given(text=TEXTS, code=CODES)
@settings(deadline=None)
def test_a_quote_is_what_stands_at_its_place(text: str, code: str) -> None:
    document = Document(text=f"{text} The treaty was signed. {text} Договор подписан. 条约签署。", language=code)
    for claim in read_document(document).claims:
        assert claim.evidence.quote == document.text[claim.evidence.start : claim.evidence.end]


@given(text=st.text(alphabet="ابتم ـًَُّْٰ.\n", max_size=40))
def test_vowel_signs_are_left_out_and_every_letter_keeps_its_place(text: str) -> None:
    working = compose(text)
    slow = compose(text + ".e\u0301")  # a letter to compose takes the long way
    assert slow.text == working.text + ".é"
    places = [working.origin(index, index)[0] for index in range(len(working.text) + 1)]
    assert places == [slow.origin(index, index)[0] for index in range(len(working.text) + 1)]
    assert [text[place] for place in places[:-1]] == list(working.text)

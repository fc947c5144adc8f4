"""The language of a text: every gold record's, and short texts of languages that kg does not read."""

import json
from pathlib import Path

import pytest

from kg.extract.identify import identify_language, identify_paragraphs

RECORDS = sorted((Path(__file__).parents[1] / "gold").glob("dev*/*/*.json"))
TEXTS = [
    ("uk", "Угода була підписана в Києві, і вона діє."),
    ("bg", "Договорът беше подписан в София и ще влезе в сила."),
    ("sr", "Споразум је потписан у Београду и још важи."),
    ("ru", "Договор подписан в Минске."),
    ("kk", "Келісімге Астанада қол қойылды."),
    ("ur", "معاہدے پر دستخط ہو گئے ہیں اور یہ نافذ ہے۔"),
    ("fa", "رئیس جمهور ایران معاهده را امضا کرد."),
    ("ar", "وقع الرئيسان المعاهدة في موسكو."),
    ("it", "Il trattato è stato firmato a Roma dai due ministri."),
    ("nl", "Het verdrag is in Den Haag ondertekend door beide ministers."),
    ("pl", "Traktat został podpisany w Warszawie przez obu ministrów."),
    ("id", "Perjanjian itu telah ditandatangani oleh kedua-dua kerajaan di Kuala Lumpur semalam."),
    ("vi", "Hiệp ước được ký tại Hà Nội."),
    ("el", "Η συνθήκη υπογράφηκε στην Αθήνα."),
    ("he", "האמנה נחתמה בירושלים"),
    ("th", "สนธิสัญญาลงนามแล้ว"),
    ("hi", "संधि पर हस्ताक्षर हुए"),
    ("ja", "条約に署名した。"),
    ("zh", "双方签署条约。"),
    ("ko", "조약에 서명했다."),
    (None, "12345 !"),
    (None, ""),
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_a_short_text_shows_its_language(code: str | None, text: str) -> None:
    assert identify_language(text) == code


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_gold_record_shows_its_language(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    assert identify_language(record["text"]) == record["lang"]


def test_a_page_in_two_languages_is_told_apart_by_line() -> None:
    english = "The two ministers signed the treaty of friendship in Moscow on Wednesday, the ministry said."
    text = f"{english}\n\nДоговор подписали в Москве.\n\n条约签署。"
    assert [code for _, _, code in identify_paragraphs(text)] == ["en", "ru", "zh"]

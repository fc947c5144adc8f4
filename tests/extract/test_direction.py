"""Which of two agreements replaces which: a reversed succession is the worst error there is."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document, Event, Status

# Each tells that the treaty of Lima (2019) replaced, or did not replace, the treaty of Cuzco.
REPLACED = {
    "en": [
        "The Cuzco Treaty was replaced by the Lima Treaty.",
        "The Cuzco Treaty was supplemented and replaced by the Lima Treaty.",
        "The Cuzco Treaty was later replaced and supplemented by the Lima Treaty.",
        "The Lima Treaty replaces the Cuzco Treaty.",
        "The 1963 Cuzco Treaty, since replaced, gave way to the Lima Treaty of 2019.",
    ],
    "es": [
        "El Tratado de Cuzco fue complementado y reemplazado por el Tratado de Lima.",
        "El Tratado de Lima reemplaza al Tratado de Cuzco.",
        "El Tratado de Cuzco, completado, y luego reemplazado, por el Tratado de Lima, regulaba la pesca.",
    ],
    "fr": ["Le traité de Cuzco a été complété puis remplacé par le traité de Lima."],
    "pt": ["O Tratado de Cuzco foi complementado e substituído pelo Tratado de Lima."],
    "de": [
        "Der Cuzco-Vertrag wurde ergänzt und ersetzt durch den Lima-Vertrag.",
        "Der Cuzco-Vertrag wurde vom Lima-Vertrag abgelöst.",
        "Den Cuzco-Vertrag löste der Lima-Vertrag ab.",
        "Nach Angaben der Regierung ersetzt der Lima-Vertrag die Konvention von Cuzco.",
        "Die Konvention von Cuzco ersetzt der Lima-Vertrag.",
    ],
    "ru": [
        "Договор 1963 года о Куско был дополнен и заменён договором 2019 года о Лиме.",
        "Договор Куско был заменён договором Лимы.",
    ],
    "zh": ["《库斯科条约》为《利马条约》所取代。", "《利马条约》取代了《库斯科条约》。"],
    "ja": ["クスコ条約はリマ条約によって補完され、置き換えられた。", "リマ条約はクスコ条約に代わるものだ。"],
    "ko": ["쿠스코 조약은 리마 조약으로 대체됐다.", "쿠스코 조약을 대체한 리마 조약이 발효됐다."],
    "tr": ["Lima Antlaşması, Cuzco Antlaşması'nın yerini aldı.", "Cuzco Antlaşması'nın yerini Lima Antlaşması aldı."],
    "ar": [
        "حلت معاهدة ليما محل معاهدة كوسكو.",
        "استبدلت معاهدة كوسكو بمعاهدة ليما.",
        "خلفت معاهدة ليما معاهدة كوسكو.",
        "معاهدة كوسكو حلت محلها معاهدة ليما.",
    ],
    "vi": [
        "Hiệp ước Cuzco được thay thế bằng Hiệp ước Lima.",
        "Hiệp ước Cuzco bị Hiệp ước Lima thay thế.",
        "Hiệp ước Lima thay thế Hiệp ước Cuzco.",
    ],
    "id": ["Perjanjian Cuzco digantikan oleh Perjanjian Lima.", "Perjanjian Lima menggantikan Perjanjian Cuzco."],
}
NEWER, OLDER = (
    ("Lima", "Лим", "2019", "利马", "リマ", "리마", "ليما"),
    ("Cuzco", "Куск", "1963", "库斯科", "クスコ", "쿠스코", "كوسكو"),
)
KEPT = {
    "en": ["The Cuzco Treaty was supplemented, not replaced, by the Lima Treaty."],
    "fr": ["Le traité de Cuzco, complété, et non remplacé, par le traité de Lima, reste en vigueur."],
    "es": ["El Tratado de Cuzco, complementado y no reemplazado por el Tratado de Lima, sigue vigente."],
}


def replacements(code: str, text: str) -> list[tuple[str, str, Status]]:
    """Return the names of the newer and the older agreement, and the status, of each replacement."""
    extraction = read_document(Document(text=text, language=code))
    names = {agreement.id: " ".join(agreement.names) for agreement in extraction.agreements}
    found = [claim for claim in extraction.claims if claim.event is Event.REPLACEMENT]
    return [(names[claim.agreement], names[claim.replaced or ""], claim.status) for claim in found]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in REPLACED.items() for text in texts])
def test_the_newer_replaces_the_older(code: str, text: str) -> None:
    ((newer, older, status),) = replacements(code, text)
    assert any(word in newer for word in NEWER), newer
    assert any(word in older for word in OLDER), older
    assert status is Status.DONE


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in KEPT.items() for text in texts])
def test_what_is_only_completed_is_not_replaced(code: str, text: str) -> None:
    assert all(status is Status.DENIED for *_, status in replacements(code, text))

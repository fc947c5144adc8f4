"""Who signs: names beside offices, in lists and appositions, and where capitals and particles make them hard to see."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

MINISTRIES = read_rows("ministries.tsv")

SIGNERS = [
    (
        "en",
        "The treaty, which Barack Obama and Dmitry Medvedev signed in Prague, ran out.",
        "Barack Obama|Dmitry Medvedev",
    ),
    ("en", "The treaty Obama and Medvedev signed in 2010 expired.", "Obama|Medvedev"),
    (
        "en",
        "Sadyr Japarov of Kyrgyzstan, Emomali Rahmon of Tajikistan and Ali Mir of Uzbekistan signed a treaty.",
        "Sadyr Japarov|Emomali Rahmon|Ali Mir",
    ),
    (
        "en",
        "Secretary Gilberto Teodoro Jr. and Japan's then foreign minister, Yoko Kamikawa, signed the agreement.",
        "Gilberto Teodoro Jr.|Yoko Kamikawa",
    ),
    (
        "en",
        "The treaty was signed by Jean-Yves Le Drian and his Malian counterpart, Ba N'Daou, in Bamako.",
        "Jean-Yves Le Drian|Ba N'Daou",
    ),
    ("en", "Foreign ministers Julie Bishop and Lee Do-hoon signed the treaty.", "Julie Bishop|Lee Do-hoon"),
    (
        "de",
        "Das Abkommen unterzeichneten Ivica Dačić, damals serbischer Regierungschef, und Hashim Thaçi.",
        "Ivica Dačić|Hashim Thaçi",
    ),
    (
        "fr",
        "Michel Aoun, alors président du Liban, et Yaïr Lapid, premier ministre israélien, ont signé l'accord.",
        "Michel Aoun|Yaïr Lapid",
    ),
    (
        "fr",
        "L'accord a été signé par Jean-Yves Le Drian et son homologue malien, Ba N'Daou, à Bamako.",
        "Jean-Yves Le Drian|Ba N'Daou",
    ),
    (
        "es",
        "Sebastián Piñera, entonces presidente de Chile, y Ollanta Humala firmaron el acuerdo en Lima.",
        "Sebastián Piñera|Ollanta Humala",
    ),
    (
        "pt",
        "O acordo foi assinado por Celso Amorim e pelo seu homólogo boliviano, David Choquehuanca.",
        "Celso Amorim|David Choquehuanca",
    ),
    ("vi", "Hiệp định do ông Lê Đức Thọ và ông Henry Kissinger ký năm 1973.", "Lê Đức Thọ|Henry Kissinger"),
    # a place, a host, and who only speaks
    ("en", "The treaty was signed at Camp David by President Jimmy Carter.", "Jimmy Carter"),
    ("en", "The agreement Greece signed in 1913 expired, President Karl Marsson said.", ""),
]


def read_signers(language: str, text: str) -> list[str]:
    """Return the names of all who sign in a text."""
    found = read_document(Document(text=text, language=language, published="2025-09-20"))
    return [person.name for claim in found.claims if claim.event == "signature" for person in claim.persons]


@pytest.mark.parametrize(("language", "text", "names"), SIGNERS)
def test_all_signers_of_a_sentence_are_found(language: str, text: str, names: str) -> None:
    assert "|".join(read_signers(language, text)) == names


@pytest.mark.parametrize(("language", "sentence", "name", "fields"), MINISTRIES, ids=[row[0] for row in MINISTRIES])
def test_a_ministry_is_no_part_of_its_ministers_name(language: str, sentence: str, name: str, fields: str) -> None:
    wrong = {field for field in fields.split("|") if read_signers(language, sentence.format(field)) != [name]}
    assert wrong == set()

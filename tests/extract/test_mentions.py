"""What a mention stands for: both agreements told of, another one, the second party."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document

BOTH = (
    "Peru và Chile ký Hiệp định nghề cá và Hiệp định biên giới tại Lima ngày 5/5/2010. "
    "Một nghị định thư bổ sung được ký năm 2012. Cả hai hiệp định có hiệu lực từ ngày 1/1/2013."
)
ANOTHER = "Peru và Chile ký Nghị định thư biên giới năm 2010. Hai bên tiến tới ký một nghị định thư khác."
PAIR = "Peru và Chile bàn về hiệp ước ở Lima. Bộ trưởng Chile Juan Gomez ký hiệp ước ngày 5/5/2010."


def facts(text: str) -> list[tuple[str, str, str]]:
    """Return event, status and name of the agreement of each claim."""
    found = read_document(Document(text=text, language="vi"))
    names = {agreement.id: agreement.names[0] for agreement in found.agreements}
    return [(str(c.event), str(c.status), names[c.agreement]) for c in found.claims]


@pytest.mark.parametrize("name", ["Hiệp định nghề cá", "Hiệp định biên giới"])
def test_both_agreements_are_those_called_so(name: str) -> None:
    assert ("entry_into_force", "done", name) in facts(BOTH)


def test_another_protocol_is_not_the_one_told_of() -> None:
    assert ("signature", "planned", "nghị định thư khác") in facts(ANOTHER)


def test_the_pair_of_an_article_completes_one_party() -> None:
    (claim,) = read_document(Document(text=PAIR, language="vi")).claims
    assert sorted(claim.states) == ["CL", "PE"]


def test_a_name_before_the_passive_word_is_no_agent() -> None:
    (claim,) = read_document(
        Document(text="Thỏa thuận Tigray Mekelle được Juan Gomez và Pedro Lopez ký năm 2022.", language="vi")
    ).claims
    assert [person.name for person in claim.persons] == ["Juan Gomez", "Pedro Lopez"]


def test_a_relative_clause_keeps_its_signers() -> None:
    text = "صادق البرلمان على معاهدة الحدود، التي وقعها الرئيس خوان غوميز في ليما."
    claims = read_document(Document(text=text, language="ar")).claims
    persons = {str(claim.event): [person.name for person in claim.persons] for claim in claims}
    assert persons == {"ratification": [], "signature": ["خوان غوميز"]}

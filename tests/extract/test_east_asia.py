"""News in Chinese, Japanese and Korean read whole: every fact of a paragraph with its attributes, and no other."""

import pytest

from kg.extract.reader import read_document
from kg.model import Claim, Document, Extraction
from tests.extract.rows import read_rows

ROWS = read_rows("east_asia.tsv")


def told(extraction: Extraction, claim: Claim) -> str:
    """Return a claim as a line of the table writes it."""
    names = {agreement.id: (*agreement.names, "-")[0] for agreement in extraction.agreements}
    persons = ",".join(person.name for person in claim.persons) or "-"
    replaced = f" <- {names[claim.replaced]}" if claim.replaced else ""
    when = f"{claim.date or '-'} @{claim.place or '-'}"
    what = f"{claim.event} {claim.status} {names[claim.agreement]}{replaced}"
    return f"{what} {when} {','.join(sorted(claim.states)) or '-'} {persons}"


@pytest.mark.parametrize(("code", "published", "text", "facts"), ROWS, ids=[f"{r[0]}-{n}" for n, r in enumerate(ROWS)])
def test_a_paragraph_gives_its_facts(code: str, published: str, text: str, facts: str) -> None:
    extraction = read_document(Document(text=text, language=code, published=published))
    assert [told(extraction, claim) for claim in extraction.claims] == list(filter(None, facts.split(" | ")))

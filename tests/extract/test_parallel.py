"""The same news in thirteen languages gives the same acts: what one language reads, the others read too."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("parallel.tsv")


def acts_of(text: str, code: str) -> list[str]:
    """Return the claims of a text, sorted, each as event, status and the year of what it is about."""
    extraction = read_document(Document(text=text, language=code, published="2025-09-20"))
    agreements = {agreement.id: agreement for agreement in extraction.agreements}

    def name(id_: str | None) -> str:
        return "" if id_ is None else f" {agreements[id_].year or 'other'}"

    return sorted(
        f"{claim.event} {claim.status}{name(claim.agreement)}{' <-' if claim.replaced else ''}{name(claim.replaced)}"
        for claim in extraction.claims
    )


@pytest.mark.parametrize(("story", "code", "text", "acts"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_a_story_gives_its_acts_in_each_language(story: str, code: str, text: str, acts: str) -> None:
    assert acts_of(text.replace("\\n", "\n"), code) == sorted(filter(None, acts.split(" | "))), story

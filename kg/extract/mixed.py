"""Articles in more than one language: each language's paragraphs apart, and what they say put together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.identify import identify_paragraphs
from kg.model import Claim, Document, Extraction, LocalAgreement

LEAST = 80  # letters that a language must have to be read beside the main one
LATIN_LINE = re.compile(r"^[^\n]*(?:[A-Za-z]{3,}[^\n]{0,3}){8}", re.MULTILINE)
OTHER_LINE = re.compile(r"^[^\n]*(?:[^\x00-\u024F\u1E00-\u1EFF\u2000-\u2BFF][ ,]{0,2}){24}", re.MULTILINE)


def may_be_mixed(text: str) -> bool:
    """Tell whether a text has a line in Latin letters and one in others: a quick look before a thorough one."""
    return OTHER_LINE.search(text) is not None and LATIN_LINE.search(text) is not None


def part_languages(text: str, supported: Sequence[str]) -> dict[str, str]:
    """Return by language the text with all other languages' paragraphs blanked, so that offsets stay.

    A language needs LEAST characters; paragraphs whose language is uncertain go to the one with most text.
    """
    spans = identify_paragraphs(text)
    sizes: dict[str, int] = {}
    for start, end, code in spans:
        if code is not None and code in supported:
            sizes[code] = sizes.get(code, 0) + end - start
    kept = [code for code in sorted(sizes, key=lambda code: (-sizes[code], code)) if sizes[code] >= LEAST]
    if not kept:
        return {}
    owners = [(start, end, kept[0] if code is None else code) for start, end, code in spans]
    return {code: blank(text, [(s, e) for s, e, owner in owners if owner == code]) for code in kept}


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return `text` with everything outside `spans` made spaces, line breaks kept."""
    out = [char if char in "\r\n" else " " for char in text]
    for start, end in spans:
        out[start:end] = text[start:end]
    return "".join(out)


def join_extractions(document: Document, parts: Sequence[Extraction]) -> Extraction:
    """Return what all parts say as one extraction, in the language of the first; agreements are numbered on."""
    agreements: list[LocalAgreement] = []
    claims: list[Claim] = []
    for number, part in enumerate(parts):
        new = {a.id: a.id if number == 0 else f"{a.id}-{part.language}" for a in part.agreements}
        agreements.extend(replace(a, id=new[a.id]) for a in part.agreements)
        claims.extend(
            replace(
                c,
                agreement=new[c.agreement],
                replaced=None if c.replaced is None else new[c.replaced],
                by=None if c.by is None else new[c.by],
            )
            for c in part.claims
        )
    return Extraction(document=document, language=parts[0].language, agreements=tuple(agreements), claims=tuple(claims))

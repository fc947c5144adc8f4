"""Gold records as extractions: what a faultless reader would hand to resolution."""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.languages.pack import Table
from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Person, Status
from kg.resolve.names import find_hits

SENTENCE = re.compile(r"[^.!?。！？।\n]+[.!?。！？।]?")


def read_gold(folder: Path) -> tuple[Extraction, ...]:
    """Return the extractions of all records under `folder`, by record id."""
    records = (json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json")))
    return tuple(make_extraction(record) for record in sorted(records, key=lambda record: record["id"]))


def make_extraction(record: Mapping[str, Any]) -> Extraction:
    """Return the record's gold answers as an extraction."""
    document = Document(
        text=record["text"],
        name=record["id"],
        language=record["lang"],
        url=record.get("url"),
        published=record.get("published"),
    )
    return Extraction(
        document=document,
        language=record["lang"],
        agreements=tuple(_make_agreement(agreement, record["lang"]) for agreement in record["agreements"]),
        claims=tuple(_make_claim(fact, record) for fact in record["facts"] if not fact.get("optional")),
    )


def _make_agreement(agreement: Mapping[str, Any], language: str) -> LocalAgreement:
    names = tuple(agreement["names"])
    return LocalAgreement(
        id=agreement["id"],
        names=names,
        kind=Kind(agreement["kind"]),
        year=agreement["year"],
        parties=tuple(agreement["parties"]),
        subjects=find_subjects(names, language),
    )


def _make_claim(fact: Mapping[str, Any], record: Mapping[str, Any]) -> Claim:
    status = fact["status"][0] if isinstance(fact["status"], list) else fact["status"]
    return Claim(
        event=Event(fact["event"]),
        agreement=fact["agreement"],
        status=Status(status),
        evidence=_find_evidence(record["text"], [*fact["persons"], fact["place"] or "", (fact["date"] or "")[:4]]),
        rule="gold",
        replaced=fact.get("replaced"),
        by=fact.get("by"),
        date=fact["date"],
        place=fact["place"],
        states=tuple(fact["states"]),
        persons=tuple(Person(name=name) for name in fact["persons"]),
        source=fact["source"],
    )


def _find_evidence(text: str, words: list[str]) -> Evidence:
    """Return the sentence with the most of `words` in it, the first of equals."""
    best = max(SENTENCE.finditer(text), key=lambda m: sum(1 for word in words if word and word in m.group()))
    start, end = best.span()
    start += len(best.group()) - len(best.group().lstrip())
    return Evidence(start=start, end=end, quote=text[start:end])


def find_subjects(names: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the subjects that the fullest name with any speaks of, in its order, by the language's pack."""
    for name in names:
        text = unicodedata.normalize("NFC", name)
        entries = (entry for hit in find_hits(text, language) for entry in hit.entries)
        found = (word for entry in entries if entry.table is Table.MODIFIERS for word in entry["subject"].split())
        subjects = tuple(dict.fromkeys(found))
        if subjects:
            return subjects
    return ()

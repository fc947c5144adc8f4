"""Extractions as JSON and back, for the archive."""

import json
from dataclasses import asdict
from typing import Any

from kg.model.claim import Claim, Evidence, Extraction, LocalAgreement, Mention, Person
from kg.model.document import Document
from kg.model.terms import Event, Kind, Status


def encode_extraction(extraction: Extraction) -> str:
    """Return the extraction as one line of JSON, the same for equal extractions."""
    return json.dumps(asdict(extraction), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode_extraction(line: str) -> Extraction:
    """Return the extraction that `encode_extraction` wrote."""
    raw = json.loads(line)
    return Extraction(
        document=Document(**raw["document"]),
        language=raw["language"],
        agreements=tuple(_agreement(agreement) for agreement in raw["agreements"]),
        claims=tuple(_claim(claim) for claim in raw["claims"]),
    )


def _agreement(raw: dict[str, Any]) -> LocalAgreement:
    return LocalAgreement(
        id=raw["id"],
        names=tuple(raw["names"]),
        kind=Kind(raw["kind"]),
        year=raw["year"],
        parties=tuple(raw["parties"]),
        subjects=tuple(raw["subjects"]),
        mentions=tuple(Mention(**mention) for mention in raw["mentions"]),
    )


def _claim(raw: dict[str, Any]) -> Claim:
    plain = ("agreement", "rule", "replaced", "by", "date", "place", "source")
    return Claim(
        event=Event(raw["event"]),
        status=Status(raw["status"]),
        evidence=Evidence(**raw["evidence"]),
        states=tuple(raw["states"]),
        persons=tuple(Person(**person) for person in raw["persons"]),
        **{name: raw[name] for name in plain},
    )

"""Items and profiles as JSON and back, for the identity index."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from kg.model.claim import LocalAgreement
from kg.model.terms import Kind
from kg.resolve.entities import Item, Leader
from kg.resolve.profiles import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A leader as one document names it, and the ids of the claims that do."""

    leader: Leader
    claims: tuple[str, ...]


SETS = ("parties", "ambient", "days", "ties", "signers", "subjects", "acronyms", "proper", "names")
ITEM_SETS = ("context", "ambient", "signers", "ties", "days", "related")


def encode_item(item: Item) -> str:
    """Return the item as JSON; mentions are left out, no one asks for them here."""
    local = item.agreement
    raw: dict[str, Any] = {
        "local": [local.id, local.names, local.kind, local.year, local.parties, local.subjects],
        "rest": [item.language, item.year, item.place, item.published],
        "sets": [sorted(getattr(item, name)) for name in ITEM_SETS],
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def decode_item(document: str, line: str) -> Item:
    """Return the item that `encode_item` wrote for an agreement of `document`."""
    raw = json.loads(line)
    id_, names, kind, year, parties, subjects = raw["local"]
    local = LocalAgreement(
        id=id_,
        names=tuple(names),
        kind=Kind(kind),
        year=year,
        parties=tuple(parties),
        subjects=tuple(subjects),
    )
    language, signed, place, published = raw["rest"]
    sets = {name: frozenset(values) for name, values in zip(ITEM_SETS, raw["sets"], strict=True)}
    return Item(
        member=(document, id_),
        agreement=local,
        language=language,
        year=signed,
        place=place,
        published=published,
        **sets,
    )


def encode_profile(profile: Profile) -> str:
    """Return the profile as JSON."""
    raw = {field.name: getattr(profile, field.name) for field in fields(profile) if field.init}
    return json.dumps(
        {name: sorted(value) if name in SETS else value for name, value in raw.items()}, ensure_ascii=False
    )


def decode_profile(line: str) -> Profile:
    """Return the profile that `encode_profile` wrote."""
    raw = json.loads(line)
    raw.update({name: frozenset(raw[name]) for name in SETS})
    return Profile(**{**raw, "kind": Kind(raw["kind"])})


def encode_naming(naming: Naming) -> str:
    """Return what a document says of a leader as JSON."""
    return json.dumps({"leader": asdict(naming.leader), "claims": naming.claims}, ensure_ascii=False)


def decode_naming(line: str) -> Naming:
    """Return what `encode_naming` wrote."""
    raw = json.loads(line)
    leader = Leader(**{**raw["leader"], "names": tuple(raw["leader"]["names"])})
    return Naming(leader=leader, claims=tuple(raw["claims"]))

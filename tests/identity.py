"""Measuring identity: B-cubed precision and recall of a clustering against the gold of `tests/gold/identity`."""

import csv
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from kg.model import Extraction
from kg.resolve import Resolution
from tests.paths import GOLD

UNKNOWN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """B-cubed precision and recall (Bagga and Baldwin 1998), averaged over items."""

    precision: float
    recall: float
    items: int


def measure(found: Mapping[Hashable, str], gold: Mapping[Hashable, str]) -> BCubed:
    """Return how well the entities `found` for the items are those of `gold`; items without gold do not count."""
    items = [item for item in found if item in gold]
    by_found, by_gold = _group(found, items), _group(gold, items)
    shared = {item: len(by_found[found[item]] & by_gold[gold[item]]) for item in items}
    precision = sum(shared[item] / len(by_found[found[item]]) for item in items) / len(items)
    recall = sum(shared[item] / len(by_gold[gold[item]]) for item in items) / len(items)
    return BCubed(precision=precision, recall=recall, items=len(items))


def _group(entities: Mapping[Hashable, str], items: list[Hashable]) -> dict[str, set[Hashable]]:
    groups: defaultdict[str, set[Hashable]] = defaultdict(set)
    for item in items:
        groups[entities[item]].add(item)
    return groups


def read_agreements(extractions: tuple[Extraction, ...]) -> dict[Hashable, str]:
    """Return the gold entity of each (record, local id); those that stand alone have their own."""
    listed = {(row["record"], row["agreement"]): row["entity"] for row in _read("agreements")}
    keys = [(one.document.name, local.id) for one in extractions for local in one.agreements]
    gold = {key: listed.get((str(key[0]), key[1]), f"alone {key}") for key in keys}
    return {key: entity for key, entity in gold.items() if entity != UNKNOWN}


def read_persons(extractions: tuple[Extraction, ...]) -> dict[Hashable, str]:
    """Return the gold entity of each (record, name)."""
    listed = {row["name"]: row["entity"] for row in _read("persons")}
    return {(name, person): listed.get(person, person) for name, person in _persons(extractions)}


def _persons(extractions: tuple[Extraction, ...]) -> set[tuple[str | None, str]]:
    return {(one.document.name, p.name) for one in extractions for claim in one.claims for p in claim.persons}


def found_agreements(extractions: tuple[Extraction, ...], resolution: Resolution) -> dict[Hashable, str]:
    """Return the entity that resolution gave each (record, local id)."""
    names = {one.document.id: one.document.name for one in extractions}
    return {(names[document], local): id_ for (document, local), id_ in resolution.agreement_of.items()}


def found_persons(extractions: tuple[Extraction, ...], resolution: Resolution) -> dict[Hashable, str]:
    """Return the leader that resolution gave each (record, name)."""
    names = {one.document.id: one.document.name for one in extractions}
    return {(names[key.document], key.name): id_ for key, id_ in resolution.leader_of.items()}


def _read(name: str) -> list[dict[str, str]]:
    with (GOLD / "identity" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))

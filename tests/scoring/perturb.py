"""Predictions to score: gold records with mistakes of every sort, the same for the same seed."""

import copy
from random import Random
from typing import Any

from kg.scoring.records import Record

STATUSES = ("done", "planned", "denied")
STATES = ("RU", "KP", "US", "FR", "ID")


def perturb(gold: Record, seed: int) -> Record:
    """Return the gold record as a bad extractor would give it: facts lost, changed, invented, traps walked into."""
    random = Random(f"{seed} {gold['id']}")  # noqa: S311
    record: Any = copy.deepcopy(gold)
    facts = [change(fact, random) for fact in record["facts"] if random.random() < 0.85]
    facts += [change(trap, random) for trap in record["traps"] if random.random() < 0.5]
    facts += [dict(fact) for fact in facts if random.random() < 0.1]
    random.shuffle(facts)
    agreements = [rename(agreement, random) for agreement in record["agreements"] if random.random() < 0.95]
    random.shuffle(agreements)
    return {"id": record["id"], "agreements": agreements, "facts": facts}


def change(fact: dict[str, Any], random: Random) -> Any:
    status = fact.get("status") or "done"
    fact["status"] = status[0] if isinstance(status, list) else status
    if random.random() < 0.15:
        fact["status"] = random.choice(STATUSES)
    if random.random() < 0.2:
        fact["date"] = random.choice((None, "2024", "2024-06", "2024-06-19"))
    if random.random() < 0.2:
        fact["place"] = random.choice((None, "Moscow", "Jakarta"))
    if random.random() < 0.2:
        fact["states"] = random.sample(STATES, 2)
    if random.random() < 0.2:
        fact["persons"] = [*fact.get("persons", []), "Vladimir Putin"][: random.randint(0, 3)]
    if random.random() < 0.3:
        fact["source"] = random.choice((None, "Kremlin", "Reuters"))
    fact["rule"] = f"test:{random.randint(1, 5)}"
    return fact


def rename(agreement: dict[str, Any], random: Random) -> Any:
    if random.random() < 0.3:
        agreement["names"] = [name[: max(2, len(name) * 2 // 3)] for name in agreement["names"]]
    if random.random() < 0.2:
        agreement["names"] = []
    if random.random() < 0.2:
        agreement["year"] = random.choice((None, 2000, 2024))
    if random.random() < 0.2:
        agreement["parties"] = random.sample(STATES, 2)
    return agreement

"""Calibration: how often a claim is right, by language and event. `python -m benchmarks.confidence [--write]`.

Writes `kg/graph/data/confidence.tsv` from extraction over the gold corpus, and prints the reliability table of
docs/identity.md: for claims grouped by the confidence that the other half of the corpus gives them, how many are right.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.graph.confidence import Counts, estimate
from kg.scoring.match import match_record
from kg.scoring.predict import predict
from kg.scoring.records import Record, read_gold

GOLD = Path("tests/gold")
TABLE = Path("kg/graph/data/confidence.tsv")
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Judgement = tuple[str, str, str, bool]  # case, language, event, right


def main() -> None:
    """Judge every claim that extraction makes of the gold corpus."""
    judgements = [one for part in ("dev", "dev-long") for one in judge(read_gold(GOLD / part))]
    if "--write" in sys.argv:
        TABLE.write_text(make_table(judgements), encoding="utf-8")
    print("confidence | claims | right")
    for low, claims, right in make_reliability(judgements):
        print(f"from {low:.2f} | {claims} | {right / claims:.2f}")


def judge(gold: Iterable[Record]) -> Iterable[Judgement]:
    """Yield each claim that extraction makes of the records, right or wrong."""
    records = {record["id"]: record for record in gold}
    for outcome in predict(list(records.values())):
        if isinstance(outcome, InputError):
            continue
        id_, said = outcome
        match, language = match_record(records[id_], said), records[id_]["lang"]
        case = id_.partition("/")[2].partition("-")[0]
        yield from ((case, language, str(fact["event"]), True) for fact, _ in match.right)
        yield from ((case, language, str(fact["event"]), False) for fact in match.wrong)


def count(judgements: Iterable[Judgement]) -> Counts:
    """Return the numbers of right and of all claims by language and event."""
    right: Counter[tuple[str, str]] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    for _, language, event, is_right in judgements:
        told[language, event] += 1
        right[language, event] += is_right
    return {key: (right[key], told[key]) for key in told}


def make_table(judgements: Iterable[Judgement]) -> str:
    """Return the table of counts as text."""
    rows = [
        f"{language}\t{event}\t{right}\t{told}"
        for (language, event), (right, told) in sorted(count(judgements).items())
    ]
    return "\n".join(["# Made by benchmarks/confidence.py.", "language\tevent\tright\ttold", *rows]) + "\n"


def make_reliability(judgements: list[Judgement]) -> list[tuple[float, int, int]]:
    """Return for each bin of confidence the claims in it and how many are right, each half judged by the other."""
    cases = sorted({case for case, *_ in judgements})
    halves = set(cases[::2]), set(cases[1::2])
    claims: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for one, other in (halves, halves[::-1]):
        counts = count(judgement for judgement in judgements if judgement[0] in other)
        for case, language, event, is_right in judgements:
            if case in one:
                low = max(edge for edge in BINS if edge <= estimate(counts, language, event))
                claims[low] += 1
                right[low] += is_right
    return [(low, claims[low], right[low]) for low in BINS if claims[low]]


if __name__ == "__main__":
    main()

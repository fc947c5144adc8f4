"""Confidence: how often claims of a language and event were right on the gold corpus, and what several sources add."""

from collections.abc import Iterable, Mapping
from functools import cache

from kg.graph.claims import Statement
from kg.graph.voices import group_voices
from kg.resources import find_packaged

Counts = Mapping[tuple[str, str], tuple[int, int]]  # by language and event: right, told
STRENGTH = 16.0  # claims that the wider group counts for
SUREST = 0.99
MOST_HEARD = 12  # claims of an edge that are weighed: more independent ones change nothing


@cache
def _counts() -> Counts:
    """Return the counts that `benchmarks/confidence.py` wrote."""
    lines = find_packaged("kg.graph", "data/confidence.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith(("#", "language")))
    return {(language, event): (int(right), int(told)) for language, event, right, told in rows}


def estimate(counts: Counts, language: str, event: str) -> float:
    """Return the share of right claims, small groups drawn to wider ones: the language's event, the event, all."""
    whole = _share(counts.values(), 0.5)
    same_event = _share((pair for (_, other), pair in counts.items() if other == event), whole)
    return _share([counts.get((language, event), (0, 0))], same_event)


def _share(pairs: Iterable[tuple[int, int]], prior: float) -> float:
    known = list(pairs)
    right, told = sum(pair[0] for pair in known), sum(pair[1] for pair in known)
    return (right + STRENGTH * prior) / (told + STRENGTH)


@cache
def claim_confidence(language: str, event: str) -> float:
    """Return how sure a claim of the event is that a document in the language makes (0..1, two digits)."""
    return round(estimate(_counts(), language, event), 2)


def edge_confidence(statements: Iterable[Statement]) -> float:
    """Return how sure an edge is: that not all of its independent voices are wrong (0..1, two digits)."""
    heard = list(statements)[:MOST_HEARD]
    if len(heard) == 1:
        return min(claim_confidence(heard[0].language, heard[0].claim.event), SUREST)
    sure: dict[str, float] = {}
    for one in heard:
        confidence = claim_confidence(one.language, one.claim.event)
        sure[one.voice.document] = max(confidence, sure.get(one.voice.document, 0.0))
    wrong = 1.0
    for group in group_voices(one.voice for one in heard):
        wrong *= 1.0 - max(sure[voice.document] for voice in group)
    return round(min(1.0 - wrong, SUREST), 2)

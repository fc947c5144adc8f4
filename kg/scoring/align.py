"""Which predicted agreement is which gold agreement: by name, year and parties, one to one."""

from kg.scoring.names import compare_names
from kg.scoring.records import Agreement

Alignment = dict[str, str]


def align(predicted: list[Agreement], gold: list[Agreement]) -> Alignment:
    """Return the gold id for each predicted agreement that has a partner: the nearest pairs first."""
    lone = len(predicted) == len(gold) == 1
    scored = [(measure_affinity(p, g, lone=lone), p["id"], g["id"]) for p in predicted for g in gold]
    partners: Alignment = {}
    for affinity, one, other in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if affinity > 0 and one not in partners and other not in partners.values():
            partners[one] = other
    return partners


def measure_affinity(predicted: Agreement, gold: Agreement, *, lone: bool) -> float:
    """Return how well two agreements fit, 0 where they cannot be the same; `lone`: there is no other pair."""
    year = _compare_years(predicted, gold)
    if year < 0:
        return 0.0
    party = _compare_parties(predicted, gold)
    if not gold.get("names") or not predicted.get("names"):
        return _fit_described(predicted, gold, year, party, lone=lone)
    name = _fit_names(predicted["names"], gold["names"])
    if name < 0.5 and not (year and party > 0.4):
        return 0.0
    return name + 0.3 * year + 0.2 * party + 0.05 * (predicted.get("kind") == gold.get("kind"))


def _compare_years(predicted: Agreement, gold: Agreement) -> float:
    """Return 1 for the same year, 0 where one is not known, -1 for different years."""
    one, other = predicted.get("year"), gold.get("year")
    if not one or not other:
        return 0.0
    return 1.0 if int(one) == int(other) else -1.0


def _compare_parties(predicted: Agreement, gold: Agreement) -> float:
    one, other = set(predicted.get("parties") or []), set(gold.get("parties") or [])
    return len(one & other) / len(one | other) if one | other else 0.0


def _fit_names(predicted: list[str], gold: list[str]) -> float:
    best = [max(compare_names(one, other) for other in gold) for one in predicted]
    return 0.8 * max(best) + 0.2 * (sum(best) / len(best))


def _fit_described(predicted: Agreement, gold: Agreement, year: float, party: float, *, lone: bool) -> float:
    """One of the two is described, not named: parties must tell, or there is only the one pair."""
    apart = bool(predicted.get("parties") and gold.get("parties") and not party)
    both = not gold.get("names") and (not predicted.get("names") or party > 0.4)
    if apart or not (lone or both or (year and party > 0.4)):
        return 0.0
    return 0.1 + 0.4 * both + 0.3 * year + 0.2 * party

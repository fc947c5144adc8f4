"""A ledger as clustering asks it: what must be one, what must stay apart."""

from kg.resolve.ledger import Ledger, Verdict


class Ruling:
    """The verdicts of a ledger; `same` are pairs of anchors, sorted; `apart` the anchors with a not-same verdict."""

    def __init__(self, ledger: Ledger) -> None:
        verdicts = ledger.verdicts()
        self.same = sorted(pair for pair, verdict in verdicts.items() if verdict is Verdict.SAME)
        self._forbidden = {pair for pair, verdict in verdicts.items() if verdict is Verdict.NOT_SAME}
        self.apart = frozenset(anchor for pair in self._forbidden for anchor in pair)
        self.pairs = sorted(verdicts)
        self.known = frozenset(anchor for pair in verdicts for anchor in pair)

    def forbids(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Tell whether some decision keeps an anchor of `one` from one of `other`."""
        if not self._forbidden:
            return False
        left, right = one & self.apart, other & self.apart
        return any((min(a, b), max(a, b)) in self._forbidden for a in left for b in right)

"""Which mentions in a document are of one agreement."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.titles import Title
from kg.model import Kind

# Nouns that news uses for one another; a declaration or a protocol is never just "the agreement".
LOOSE = frozenset([Kind.TREATY, Kind.AGREEMENT, Kind.CONVENTION, Kind.OTHER, Kind.CHARTER, Kind.MEMORANDUM])


@dataclass(slots=True)
class Cluster:
    """An agreement of the document: what its mentions tell together."""

    number: int
    titles: list[Title] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    subjects: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    year: int | None = None
    kind: Kind = Kind.OTHER
    aliases: set[str] = field(default_factory=set)
    last_sentence: int = -1
    weight: float = 0.0

    def add(self, title: Title, names: Sequence[str]) -> None:
        """Take a mention in."""
        title.cluster = self.number
        if not self.titles or (self.kind is Kind.OTHER and title.rank == "head"):
            self.kind = title.kind
        self.titles.append(title)
        self.keys.update(keys_of(title))
        self.subjects.extend(s for s in title.subjects if s not in self.subjects)
        self.states.extend(s for s in title.states if s not in self.states)
        self.year = self.year or title.year
        self.names.extend(name for name in names if name not in self.names)
        self.last_sentence = title.sentence
        self.weight += 1


def keys_of(title: Title) -> set[str]:
    """Return what tells a mention's agreement from others: subjects and stems of the words of its title."""
    return {*title.subjects, *(word[:6] for word in title.words if len(word) > 1)}


def are_kinds_alike(a: Kind, b: Kind) -> bool:
    """Tell whether two nouns may name one agreement."""
    return a is b or (a in LOOSE and b in LOOSE)


def find_cluster(title: Title, clusters: Sequence[Cluster], *, definite: bool, new: bool) -> Cluster | None:
    """Return the cluster of the document that `title` refers to, None if it is another agreement.

    Named mentions need words in common and no conflict of year, kind or parties; bare ones ("the treaty")
    go to the last agreement of a like kind that was spoken of, those that refer back to any.
    """
    if title.is_named or title.year:
        return best_named(title, clusters)
    if title.states and not title.is_back:
        fitting = [c for c in clusters if fits_parties(title, c) and are_kinds_alike(c.kind, title.kind)]
        return latest(title, fitting)
    if new:
        return None
    fitting = [c for c in clusters if title.is_back or are_kinds_alike(c.kind, title.kind)]
    exact = [c for c in fitting if c.kind is title.kind]
    return latest(title, exact if exact and not title.is_back else fitting)


def best_named(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the cluster whose words agree best with a named mention, None if none agrees."""
    scored = [(agreement_of(title, cluster), -cluster.number, cluster) for cluster in clusters]
    good = [entry for entry in scored if entry[0] >= 0.5]
    return max(good)[2] if good else None


def agreement_of(title: Title, cluster: Cluster) -> float:
    """Return 0..1: how well a mention's words, year, kind and parties agree with a cluster."""
    if not are_kinds_alike(title.kind, cluster.kind):
        return 0.0
    if title.year and cluster.year and title.year != cluster.year:
        return 0.0
    if title.states and cluster.states and not set(title.states) & set(cluster.states):
        return 0.0
    mine, theirs = keys_of(title), cluster.keys
    if not mine:
        return 0.6 if title.year and title.year == cluster.year else 0.0
    common = mine & theirs
    if not theirs:
        return 0.5 if title.year is None or title.year == cluster.year else 0.0
    if not common:
        return 0.0
    return len(common) / min(len(mine), len(theirs)) if len(common) < min(len(mine), len(theirs)) else 1.0


def fits_parties(title: Title, cluster: Cluster) -> bool:
    """Tell whether the states in a mention are parties of the cluster or nothing is known of those."""
    return not cluster.states or set(title.states) <= set(cluster.states)


def latest(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the cluster spoken of last, the weightier of two in one sentence."""
    before = [c for c in clusters if c.last_sentence <= title.sentence]
    return max(before, key=lambda c: (c.last_sentence, c.weight), default=None)

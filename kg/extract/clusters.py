"""Which mentions in a document are of one agreement."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.likeness import (
    LOOSE,
    are_kinds_alike,
    are_names_alike,
    are_other_parties,
    are_parties_alike,
    is_short_for,
)
from kg.extract.title import Title
from kg.extract.unique import add_new
from kg.model import Kind

BACKGROUND_REACH = 3

OWN_LETTERS = 4  # of a name in Han, kana or Hangul without quotation marks, to be compared letter by letter


@dataclass(slots=True)
class Cluster:
    """An agreement of the document: what its mentions tell together."""

    number: int
    titles: list[Title] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    subjects: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    year: int | None = None
    kind: Kind = Kind.OTHER
    aliases: set[str] = field(default_factory=set)
    last_sentence: int = -1
    weight: float = 0.0
    is_new: bool = False
    is_old: bool = False
    is_past: bool = False
    is_indefinite: bool = False
    is_private: bool = False
    is_dated: bool = False  # its first mention has a year of its own: one told of before, as a rule
    is_unnamed: bool = False
    years: list[int] = field(default_factory=list)  # of signing, where one noun stands for several agreements

    def add(self, title: Title, names: Sequence[str]) -> None:
        """Take a mention in."""
        title.cluster = self.number
        is_first_head = title.rank == "head" and all(known.rank != "head" for known in self.titles)
        if not self.titles or is_first_head:
            self.kind = title.kind
        self.is_dated = self.is_dated if self.titles else title.is_year_own
        self.titles.append(title)
        self.keys.update(keys_of(title))
        add_new(self.subjects, title.subjects)
        add_new(self.states, title.states)
        add_new(self.parties, title.states)
        self.year = self.year or title.year
        add_new(self.names, names)
        self.last_sentence = title.sentence
        self.weight += 1

    @property
    def is_told(self) -> bool:
        """Tell whether a mention has a name or a noun that founds an agreement: no mere "document"."""
        return any(title.is_named or title.rank == "head" for title in self.titles)

    def note(self, title: Title, roles: frozenset[str], *, is_past: bool) -> None:
        """Keep what the articles and adjectives around a mention tell, and whether its sentence says that it ends."""
        self.is_indefinite = self.is_indefinite or ("a" in roles and not title.is_proper)
        self.is_new = self.is_new or "new" in roles
        self.is_old = self.is_old or "old" in roles
        self.is_past = self.is_past or is_past

    def is_other(self, title: Title, names: Sequence[str], roles: frozenset[str], *, is_past: bool) -> bool:
        """Tell whether one of a mention and the agreement is the new one, the other the one that expired."""
        if names[0] in self.names:
            return False
        if "new" in roles and self.is_old and not self.is_new:
            return True
        return (is_past and self.is_new) if title.is_named else ("new" in roles and self.is_past)


def keys_of(title: Title) -> set[str]:
    """Return what tells a mention's agreement from others: subjects and stems of the words of its title."""
    return {*title.subjects, *(word[:6] for word in title.words if len(word) > 1)}


def find_cluster(title: Title, clusters: Sequence[Cluster], roles: frozenset[str]) -> Cluster | None:
    """Return the cluster of the document that `title` refers to, None if it is another agreement.

    Named mentions need words in common and no conflict of year, kind or parties; bare ones ("the treaty")
    go to the last agreement of a like kind that was spoken of, those that refer back to any. `roles` are those of
    the articles, demonstratives and adjectives around the mention.
    """
    clusters = without_fellows(title, clusters, roles)
    if title.is_named:
        return best_named(title, old_ones(title, clusters) if "old" in roles else clusters) or (
            named_again(title, clusters) if names_again(title, clusters, roles) else None
        )
    if title.year:
        return of_year(title, clusters, roles)
    if title.states and not title.is_back:
        return with_parties(title, clusters, roles)
    fitting = [c for c in clusters if title.is_back or are_kinds_alike(c.kind, title.kind)]
    if title.is_back:
        fitting = [c for c in fitting if any(t.rank == "head" for t in c.titles)] or fitting
        fitting = without_background(title, fitting)
    if "old" in roles:
        return oldest(title, fitting)
    if "new" in roles:
        fitting = [c for c in fitting if c.is_new] or newest([c for c in fitting if may_be_new(title, c, roles)])
        fitting = [c for c in fitting if not c.is_dated] or fitting
    if not fitting and title.kind is Kind.AGREEMENT and title.rank == "head":
        fitting = [c for c in clusters if c.kind is Kind.DECLARATION]  # "the agreement" may be said of one
    exact = [c for c in fitting if title.kind is c.kind or any(t.is_named and t.kind is title.kind for t in c.titles)]
    return latest(title, exact if exact and not title.is_back else fitting)


def with_parties(title: Title, clusters: Sequence[Cluster], roles: frozenset[str]) -> Cluster | None:
    """Return the cluster of a mention that has parties and no words; "a similar agreement with Georgia" is new."""
    if "a" in roles and len(title.states) == 1:
        return None
    alike = [c for c in clusters if fits_parties(title, c) and are_names_alike(c.kind, title.kind)]
    is_charter = title.kind is Kind.CHARTER  # "the CIS Charter" is no convention told of before
    return latest(title, [c for c in alike if is_wide(title) or (c.kind is Kind.CHARTER) is is_charter])


def without_background(title: Title, clusters: list[Cluster]) -> list[Cluster]:
    """Return the clusters without older agreements, named by their year in passing, if a newer one was just told of.

    "They signed an accord. It replaces the convention of 1974. The document ..." speaks of the accord.
    """
    if not clusters:
        return clusters
    recent = [c for c in clusters if not c.is_dated and title.sentence - c.last_sentence <= BACKGROUND_REACH]
    told = [c for c in recent if c.weight >= max(other.weight for other in clusters)]
    return [c for c in clusters if not c.is_dated or c.weight > 1] if told else clusters


def without_fellows(title: Title, clusters: Sequence[Cluster], roles: frozenset[str]) -> Sequence[Cluster]:
    """Return the clusters without those that the sentence brought in with an indefinite article, as it does the title.

    "An agreement, a first step toward a peace treaty" speaks of two.
    """
    if "along" in roles:
        return [c for c in clusters if c.last_sentence != title.sentence]
    if "a" not in roles:
        return clusters
    return [c for c in clusters if not c.is_indefinite or c.last_sentence != title.sentence]


def old_ones(title: Title, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the clusters that a name with "previous" or "old" may be of: called so, or with all its words."""
    mine = keys_of(title)
    return [c for c in clusters if c.is_old or (not c.is_new and mine >= c.keys)]


def may_be_new(title: Title, cluster: Cluster, roles: frozenset[str]) -> bool:
    """Tell whether "the new treaty" may be of a cluster that nothing called so: not "a new treaty", nor a dated one."""
    is_dated = cluster.year is not None and cluster.last_sentence == title.sentence
    return "a" not in roles and not cluster.is_old and not is_dated


def newest(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the clusters without those that an earlier year tells to be older than another."""
    last = max((c.year for c in clusters if c.year is not None), default=None)
    return [c for c in clusters if c.year in (None, last)]


def names_again(title: Title, clusters: Sequence[Cluster], roles: frozenset[str]) -> bool:
    """Tell whether a name may be that of the agreement just told of: "this Charter", "a pact. The Access Agreement"."""
    if "this" in roles:
        return True
    if len(clusters) != 1 or "along" in roles or title.kind not in LOOSE or "the" not in roles:
        return False
    is_new = "new" in roles and not clusters[0].is_old and clusters[0].year is None
    is_new = is_new or (title.is_quoted and clusters[0].is_new)  # the new pact's own name
    return is_new or (clusters[0].is_indefinite and title.is_proper)


def named_again(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the agreement just spoken of that a demonstrative gives a name ("a charter. This Charter of X")."""
    last = latest(title, clusters)
    is_close = last is not None and title.sentence - last.last_sentence <= 1
    fits = last is not None and last.kind is title.kind
    return last if is_close and fits and not (last and last.year and title.year and last.year != title.year) else None


def of_year(title: Title, clusters: Sequence[Cluster], roles: frozenset[str]) -> Cluster | None:
    """Return the cluster of a mention that has a year and no words ("the 2000 treaty", "the treaty signed in 2000")."""
    alike = [c for c in clusters if title.is_back or are_kinds_alike(c.kind, title.kind)]
    same = [c for c in alike if c.year == title.year]
    if same:
        return latest(title, same) if not ("a" in roles and title.is_year_own) else None
    if "old" in roles:
        alike = [c for c in alike if c.is_old]
    undated = [c for c in alike if c.year is None and c.is_new <= ("new" in roles) and fits_parties(title, c)]
    if title.is_year_own:
        named = [c for c in undated if c.keys]
        is_told = len(named) == 1 and not title.states and bool(roles & {"the", "this"})
        return named[0] if is_told else None
    is_definite = title.is_back or bool(roles & {"the", "this"}) or len(alike) == 1 or any(c.is_new for c in undated)
    undated = [c for c in undated if are_kinds_alike(c.kind, title.kind)] or undated
    return latest(title, undated) if is_definite and "a" not in roles else None


def oldest(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the agreement that "the old treaty" means: one called so before, or the earliest of several dated ones."""
    called = [c for c in clusters if c.is_old]
    dated = sorted((c for c in clusters if c.year is not None), key=lambda c: c.year or 0)
    if called:
        return called[-1]
    return dated[0] if dated and (len(clusters) > 1 or title.is_back) else None


def best_named(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the cluster whose words agree best with a named mention, None if none agrees."""
    scored = [(agreement_of(title, cluster), -cluster.number, cluster) for cluster in clusters]
    good = [entry for entry in scored if entry[0] >= 0.5]
    return max(good)[2] if good else None


def agreement_of(title: Title, cluster: Cluster) -> float:
    """Return 0..1: how well a mention's words, year, kind and parties agree with a cluster."""
    alike = are_names_alike if cluster.keys else are_kinds_alike
    if not alike(title.kind, cluster.kind):
        return 0.0
    if title.year and cluster.year and title.year != cluster.year:
        return 0.0
    if are_other_parties(title.states, cluster.parties) or not are_parties_alike(title.states, cluster.states):
        return 0.0
    if any(are_other_names(title, t) for t in cluster.titles):
        return 0.0
    mine, theirs = keys_of(title), cluster.keys
    common = mine & theirs
    if not theirs:
        if any(t.aliases for t in cluster.titles):  # it has a name of its own: "the treaty between A and B (ABC)"
            return 0.0
        return 0.5 if may_be_named_later(title, cluster) else 0.0
    smaller = min(len(mine), len(theirs))
    if len(common) == smaller:
        return 0.7 + 0.3 * len(common) / max(len(mine), len(theirs))
    return len(common) / smaller if len(common) >= 2 and len(common) / smaller > 0.6 else 0.0


def may_be_named_later(title: Title, cluster: Cluster) -> bool:
    """Tell whether a name may be that of an agreement told of without one: no other year.

    In scripts without articles no word says that "the treaty" is meant: a 条約 is no 協定.
    """
    is_paper = cluster.kind is Kind.OTHER and any(known.rank != "back" for known in cluster.titles)
    is_other = is_wide(title) and title.kind is not cluster.kind and not is_paper
    is_charter = Kind.CHARTER in (cluster.kind, title.kind) and cluster.kind is not title.kind
    return not is_other and not is_charter and (title.year is None or title.year == cluster.year)


def is_wide(title: Title) -> bool:
    """Tell whether a mention is written in Han, kana or Hangul."""
    return title.noun is not None and title.noun.form.text[0] > "\u2e80"


def are_other_names(one: Title, other: Title) -> bool:
    """Tell whether the letters of two names tell that they are of different agreements."""
    are_quoted = one.is_quoted and other.is_quoted
    are_told = is_wide(one) and is_wide(other) and min(len(one.letters), len(other.letters)) >= OWN_LETTERS
    return (are_quoted or are_told) and not is_short_for(one.letters, other.letters)


def fits_parties(title: Title, cluster: Cluster) -> bool:
    """Tell whether the states in a mention are parties of the cluster or nothing is known of those."""
    if len(title.states) > 1 and cluster.keys and not cluster.states:
        return False  # "the treaty between A and B" is a name of its own
    return not cluster.states or set(title.states) <= set(cluster.states)


def latest(title: Title, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the cluster spoken of last, the weightier of two in one sentence."""
    before = [c for c in clusters if c.last_sentence <= title.sentence]
    return max(before, key=lambda c: (c.last_sentence, c.weight), default=None)

"""Agreements without a noun of their own: never named in the document, or by an acronym alone."""

from collections.abc import Iterable, Sequence

from kg.extract.acts import UNNAMED
from kg.extract.bind import Finding
from kg.extract.clusters import Cluster
from kg.extract.scene import Scene
from kg.model import Event, Status

COMPLEMENTS = frozenset(["of", "from", "the", "a"])
FEW = 2


def drop_unsure(findings: Iterable[Finding], clusters: Sequence[Cluster]) -> list[Finding]:
    """Return the findings without those of an agreement that no noun names, where they may be of something else."""
    kept = list(findings)
    if any(title.noun is not None for cluster in clusters for title in cluster.titles):
        return kept
    told = {f.agreement: [other for other in kept if other.agreement == f.agreement] for f in kept}
    sure = {number for number, findings in told.items() if is_sure(clusters[number], findings)}
    kept = [f for f in kept if f.agreement in sure and f.states]
    return [f for f in kept if f.event in UNNAMED or not is_unnamed(f, clusters)]


def is_unnamed(finding: Finding, clusters: Sequence[Cluster]) -> bool:
    """Tell whether a finding is of an agreement that is never named, and not of who never signed it."""
    is_refused = finding.event is Event.SIGNATURE and finding.status == Status.DENIED
    return clusters[finding.agreement].is_unnamed and not is_refused


def is_sure(cluster: Cluster, findings: Sequence[Finding]) -> bool:
    """Tell whether what is told of an agreement without a noun can be of no club, race or army.

    Several states leave what has no name and nothing is said of where they leave from; an acronym is ratified, or
    several states "withdraw from" it. One state that "left the CIA" is not enough.
    """
    states = {code for finding in findings for code in finding.states}
    if cluster.is_unnamed:
        return len(states) >= FEW and not any(leaves_something(f.scene, f.at) for f in findings)
    is_treaty_verb = any(not f.entry["need"] and f.states for f in findings)
    return is_treaty_verb or (len(states) >= FEW and any(" " in f.entry.form.text for f in findings))


def leaves_something(scene: Scene, at: int) -> bool:
    """Tell whether a word behind the trigger at `at` says what is left or withdrawn ("from the race", "its bid")."""
    behind = [item for item in scene.items[at + 1 :] if not item.roles & COMPLEMENTS]
    after = scene.items[at + 1] if at + 1 < len(scene.items) else None
    if after is None or not behind or behind[0].states:
        return False
    is_object = (after.is_plain and not after.roles) or "pronoun" in after.roles
    return is_object or bool(after.roles & COMPLEMENTS) or "from" in scene.items[at].text.split()

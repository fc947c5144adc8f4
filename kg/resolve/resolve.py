"""Resolution: from the set of extractions and the curator's ledger to entities."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.model.claim import Extraction
from kg.resolve.clustering import Clustering, Pair, cluster_items
from kg.resolve.entities import Agreement, Item, Member, Reason, Resolution
from kg.resolve.groups import Group
from kg.resolve.identify import (
    base_id,
    choose_kind,
    choose_names,
    choose_parties,
    choose_subjects,
    choose_tail,
    choose_year,
    find_aliases,
    suffix,
)
from kg.resolve.items import make_items
from kg.resolve.ledger import Ledger
from kg.resolve.persons import resolve_document, resolve_persons
from kg.resolve.profiles import Profile, make_profile
from kg.resolve.ruling import Ruling
from kg.resolve.score import tell_signs


def cluster(extractions: Iterable[Extraction], ledger: Ledger | None = None) -> Resolution:
    """Return who is who; a pure function of the set of extractions and the ledger, whatever their order."""
    known = {extraction.document.id: extraction for extraction in extractions}
    ordered = [known[id_] for id_ in sorted(known)]
    profiled = profile_items(ordered)
    agreements = resolve_agreements(profiled, ledger or Ledger())
    leaders, leader_of = resolve_persons(ordered)
    agreement_of = {member: agreement.id for agreement in agreements for member in agreement.members}
    return Resolution(agreements, leaders, agreement_of, leader_of)


def profile_items(extractions: Iterable[Extraction]) -> list[tuple[Item, Profile]]:
    """Return the items of the documents with their profiles."""
    items = (item for one in extractions for item in make_items(one, resolve_document(one)))
    return [(item, make_profile(item)) for item in items]


def resolve_agreements(profiled: Iterable[tuple[Item, Profile]], ledger: Ledger) -> tuple[Agreement, ...]:
    """Return the agreements that the items mean, sorted by id."""
    return name_agreements(make_agreements(cluster_items(profiled, Ruling(ledger))))


def make_agreements(clustering: Clustering) -> list[Agreement]:
    """Return the agreements of a clustering under ids that several may share: `name_agreements` tells them apart."""
    reasons = _find_reasons(clustering)
    return [_make_agreement(group, reasons) for group in clustering.groups]


def name_agreements(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Return the agreements under unique ids, sorted: those that share an id get a suffix each."""
    ordered = list(agreements)
    counts = Counter(agreement.id for agreement in ordered)
    named = (rename(agreement, unique_id(agreement, counts[agreement.id])) for agreement in ordered)
    return tuple(sorted(named, key=lambda agreement: agreement.id))


def unique_id(agreement: Agreement, sharing: int) -> str:
    """Return the agreement's own id: with a suffix if others share it, or if it says no more than a kind."""
    if sharing == 1 and agreement.id not in (str(agreement.kind), f"{agreement.year}-{agreement.kind}"):
        return agreement.id
    return f"{agreement.id}-{suffix(agreement.members)}"


def rename(agreement: Agreement, id_: str) -> Agreement:
    """Return the agreement under another id; the one it had still finds it."""
    if id_ == agreement.id:
        return agreement
    return replace(agreement, id=id_, aliases=tuple(sorted({*agreement.aliases, agreement.id})))


def _make_agreement(group: Group, reasons: dict[Member, Reason]) -> Agreement:
    year, kind, subjects, names = choose_year(group), choose_kind(group), choose_subjects(group), choose_names(group)
    parties = choose_parties(group, year)
    id_ = base_id(parties, year, kind, choose_tail(subjects, names, parties))
    return Agreement(
        id=id_,
        kind=kind,
        parties=parties,
        year=year,
        subjects=subjects,
        names=names,
        members=group.members,
        reasons=tuple(reasons[member] for member in group.members if member in reasons),
        aliases=find_aliases(group, id_),
    )


def _find_reasons(clustering: Clustering) -> dict[Member, Reason]:
    """Return for each member the strongest pair of its first group, and nothing for a group of one's own."""
    best: dict[str, Pair] = {}
    for pair in clustering.joined:
        best.setdefault(pair.one, pair)
        best.setdefault(pair.other, pair)
    firsts = {key: group for group in clustering.groups for key in group.profiles}
    members = {key: _members_by_profile(group) for key, group in firsts.items()}
    return {
        member: _reason(member, key, pair, members)
        for key, pair in best.items()
        for member in members[key].get(key, ())
    }


def _members_by_profile(group: Group) -> dict[str, tuple[Member, ...]]:
    return {key: tuple(sorted(group.origins[key])) for key in group.profiles}


def _reason(member: Member, key: str, pair: Pair, members: dict[str, dict[str, tuple[Member, ...]]]) -> Reason:
    other = pair.other if pair.one == key else pair.one
    return Reason(member=member, other=members[other][other][0], score=pair.score, evidence=tell_signs(pair.signs))

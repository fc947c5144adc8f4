"""The curator's work on a store: decisions on who is who, and the doubtful pairs that wait for one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import InputError, QueryError
from kg.resolve.clustering import cluster_items, find_doubtful
from kg.resolve.entities import Member
from kg.resolve.groups import Group
from kg.resolve.ledger import Decision, Verdict, make_anchor
from kg.resolve.resolve import profile_items
from kg.resolve.ruling import Ruling
from kg.resolve.score import tell_signs
from kg.stores.embedded import EmbeddedStore

MOST_ANCHORS = 50  # on each side of a decision about two agreements


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two agreements that may be one: their ids, how well their best pair of members fits, why, and that pair."""

    one: str
    other: str
    score: float
    signs: tuple[str, ...]
    members: tuple[Member, Member]


def find_members(store: EmbeddedStore, agreement: str) -> tuple[Member, ...]:
    """Return the documents' own agreements that `agreement` (a key, without `agreement:`) stands for, sorted."""
    index = store.archive.identity
    found = [
        (document, local)
        for document in sorted(index.documents_of(agreement))
        for local, id_ in sorted(index.agreements_of(document).items())
        if id_ == agreement
    ]
    return tuple(found)


def decide(store: EmbeddedStore, decision: Decision) -> None:
    """Add a decision to the ledger and bring the graph up to date."""
    store.decide((*store.ledger.decisions, decision))


def undo(store: EmbeddedStore, number: int) -> Decision:
    """Take decision `number` of the ledger (the first is 1) back, and return it."""
    decisions = list(store.ledger.decisions)
    if not 1 <= number <= len(decisions):
        raise QueryError(f"the ledger has {len(decisions)} decisions, no number {number}")
    gone = decisions.pop(number - 1)
    store.decide(decisions)
    return gone


def judge_agreements(store: EmbeddedStore, verdict: Verdict, one: str, other: str) -> Decision:
    """Return the decision that two agreements are the same, or are not."""
    if one == other:
        raise QueryError(f"{one} and {other} are one agreement already; `kg split` takes documents out of it")
    left, right = (tuple(map(make_anchor, find_members(store, id_)[:MOST_ANCHORS])) for id_ in (one, other))
    return Decision(verdict=verdict, left=left, right=right)


def split_agreement(store: EmbeddedStore, agreement: str, documents: Iterable[str]) -> Decision:
    """Return the decision that what some documents (ids) call `agreement` is another one."""
    chosen = set(documents)
    members = find_members(store, agreement)
    left = tuple(make_anchor(member) for member in members if member[0] in chosen)
    right = tuple(make_anchor(member) for member in members if member[0] not in chosen)
    if not left:
        raise QueryError(f"none of these documents tells of {agreement}")
    if not right:
        raise QueryError(f"all documents of {agreement} were named: nothing would stay")
    return Decision(verdict=Verdict.NOT_SAME, left=left, right=right)


def judge_anchors(verdict: Verdict, left: Sequence[str], right: Sequence[str]) -> Decision:
    """Return a decision on documents' own agreements, given by anchors."""
    for anchor in (*left, *right):
        head, _, local = anchor.partition("/")
        if len(head) < 16 or not local:
            raise InputError(f"{anchor!r} is no anchor: sixteen digits of a document's sha256, /, its agreement's id")
    return Decision(verdict=verdict, left=tuple(left), right=tuple(right))


def find_doubts(store: EmbeddedStore) -> Iterator[Doubt]:
    """Yield the pairs of agreements that may be one and on which the curator has not decided, the likeliest first."""
    ruling = Ruling(store.ledger)
    profiled = profile_items(store.archive.extractions())
    clustering = cluster_items(profiled, ruling)
    homes = {key: group for group in clustering.groups for key in group.profiles}
    judged = store.ledger.verdicts()
    seen: set[tuple[str, str]] = set()
    for pair in find_doubtful(profiled, clustering, ruling):
        one, other = homes[pair.one], homes[pair.other]
        ids = _id_of(store, one), _id_of(store, other)
        key = min(ids), max(ids)
        if key in seen or ids[0] == ids[1] or _is_judged(one, other, judged):
            continue
        seen.add(key)
        members = one.origins[pair.one][0], other.origins[pair.other][0]
        yield Doubt(one=ids[0], other=ids[1], score=pair.score, signs=tell_signs(pair.signs), members=members)


def _id_of(store: EmbeddedStore, group: Group) -> str:
    document, local = group.members[0]
    return store.archive.identity.agreements_of(document)[local]


def _is_judged(one: Group, other: Group, judged: dict[tuple[str, str], Verdict]) -> bool:
    if not judged:
        return False
    return any((min(a, b), max(a, b)) in judged for a in one.anchors for b in other.anchors)

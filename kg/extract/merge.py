"""From findings to claims: one claim for each thing the document says, however often it says it."""

from collections.abc import Iterable, Sequence

from kg.extract.acts import LEAGUES, OWN_ACTS, PAIRED, REPEATED
from kg.extract.bind import Finding
from kg.extract.clusters import Cluster
from kg.extract.likeness import are_kinds_alike
from kg.extract.scene import Scene
from kg.extract.title import Title
from kg.extract.unique import add_new
from kg.extract.zones import Zone
from kg.model import Event, Kind, Status

# Acts of one state each: claims of different states stay apart.
SAME_STATE = {"SUHH": "RU", "DDDE": "DE"}  # one party under two names
REFUSED = frozenset([Event.SIGNATURE, Event.EXTENSION])
JOINT_ACTS = frozenset(
    [
        Event.SIGNATURE,
        Event.INITIALLING,
        Event.EXTENSION,
        Event.AMENDMENT,
        Event.EXPIRY,
        Event.ENTRY_INTO_FORCE,
        Event.PROVISIONAL_APPLICATION,
    ]
)


def merge_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with those that say the same made one, in the order of their first mention."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.scene.zone is Zone.HEADLINE, f.scene.zone is Zone.CAPTION)):
        same = next((other for other in kept if are_same(other, finding)), None)
        if same is None:
            kept.append(finding)
        else:
            join(same, finding)
    return sorted(kept, key=lambda f: (f.scene.number, f.at, f.replaced or 0))


def drop_unfounded(findings: Iterable[Finding], clusters: Sequence[Cluster]) -> list[Finding]:
    """Return the findings without those of an agreement that no noun of its own founds ("the document" alone)."""
    return [f for f in findings if f.event in PAIRED or is_founded(clusters[f.agreement])]


def is_founded(cluster: Cluster) -> bool:
    """Tell whether a cluster is an agreement of states: a noun of its own says so, and nothing speaks against it."""
    if cluster.is_private and not cluster.states and not any(title.is_named for title in cluster.titles):
        return False
    return cluster.is_unnamed or bool(cluster.years) or any(title.rank != "back" for title in cluster.titles)


def drop_unborn(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without the end of an agreement that the document says was never signed ("was scrapped")."""
    kept = list(findings)
    signed = [f for f in kept if f.event is Event.SIGNATURE]
    unborn = {f.agreement for f in signed if f.status == Status.DENIED}
    unborn -= {f.agreement for f in signed if f.status == Status.DONE}
    return [f for f in kept if f.event is not Event.TERMINATION or f.agreement not in unborn]


def drop_headlines(findings: Iterable[Finding], clusters: Sequence[Cluster]) -> list[Finding]:
    """Return the findings without those of a headline that the body tells of the agreement by its full name."""
    kept = list(findings)
    body = [f for f in kept if f.scene.zone is not Zone.HEADLINE]
    only = {f.agreement for f in kept} - {f.agreement for f in body}
    return [f for f in kept if f.agreement not in only or not any(tells_more(other, f, clusters) for other in body)]


def tells_more(body: Finding, headline: Finding, clusters: Sequence[Cluster]) -> bool:
    """Tell whether a claim of the body may be what a headline says in short: one event, nothing in conflict."""
    if body.event is not headline.event or headline.event in PAIRED:
        return False
    one, other = clusters[body.agreement], clusters[headline.agreement]
    is_dated = one.year is not None and other.year is not None and one.year != other.year
    is_apart = bool(body.states and headline.states and not set(body.states) & set(headline.states))
    return not is_dated and not is_apart and are_kinds_alike(one.kind, other.kind)


def are_same(a: Finding, b: Finding) -> bool:
    """Tell whether two findings speak of one act: event and agreements equal, nothing in conflict."""
    if (a.event, a.agreement, a.replaced) != (b.event, b.agreement, b.replaced):
        return False
    if b.scene.zone is Zone.HEADLINE and a.scene.zone is not Zone.HEADLINE:
        return a.event not in OWN_ACTS or not (a.states and b.states) or bool(set(a.states) & set(b.states))
    if a.event in OWN_ACTS and a.states and b.states and not set(a.states) & set(b.states):
        return False
    if a.status != b.status:
        return False
    if a.event in REPEATED and is_again(a, b):
        return False
    may_differ = a.event not in OWN_ACTS and a.status != Status.PLANNED  # a plan for another day is another plan
    return may_differ or dates_agree(a.date, b.date)


def is_again(a: Finding, b: Finding) -> bool:
    """Tell whether dates tell of the same act on another occasion: other years, or a list of dates behind one verb."""
    is_listed = a.scene is b.scene and a.at == b.at
    if a.by is not None and b.by is not None and a.by != b.by:
        return True
    return not dates_agree(a.date, b.date) and (is_listed or (a.date or "")[:4] != (b.date or "")[:4])


def dates_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two dates may be one: equal, one less precise, or one unknown."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def join(kept: Finding, other: Finding) -> None:
    """Add to a finding what another of the same act tells besides."""
    add_new(kept.states, other.states)
    known = {p.name for p in kept.persons}
    if other.scene.zone is not Zone.CAPTION or not kept.persons:
        kept.persons.extend(p for p in other.persons if p.name not in known)
    if dates_agree(kept.date, other.date) and len(other.date or "") > len(kept.date or ""):
        kept.date = other.date
    kept.place = kept.place or other.place
    kept.by = other.by if kept.by is None else kept.by


def settle_order(findings: Sequence[Finding], clusters: Sequence[Cluster]) -> None:
    """Let the later of two agreements replace or complete the earlier, where both years are known."""
    for finding in findings:
        if finding.event in PAIRED and finding.replaced is not None:
            newer, older = clusters[finding.agreement].year, clusters[finding.replaced].year
            if newer is not None and older is not None and newer < older:
                finding.agreement, finding.replaced = finding.replaced, finding.agreement


def settle_successions(findings: Sequence[Finding]) -> None:
    """Plan what an agreement replaces where its sentence only plans it ("will sign a treaty replacing ...")."""
    for finding in findings:
        if finding.event is not Event.REPLACEMENT or finding.status != Status.DONE:
            continue
        same = [f for f in findings if f.scene is finding.scene and f.agreement == finding.agreement]
        coming = [f for f in same if f.event in JOINT_ACTS and f.at < finding.at]
        ends = (Event.EXPIRY, Event.TERMINATION)
        beside = (f for f in findings if f.scene is finding.scene and f.agreement == finding.replaced)
        ending = [f for f in beside if f.event in ends]
        if any(told and all(f.status == Status.PLANNED for f in told) for told in (coming, ending)):
            finding.status = Status.PLANNED


def settle_amendments(findings: Sequence[Finding]) -> None:
    """Plan what a text changes that its sentence only plans to sign ("will sign a protocol amending the treaty")."""
    for finding in findings:
        if finding.event is not Event.AMENDMENT or finding.entry["voice"] != "participle":
            continue
        signed = [f for f in findings if f.scene is finding.scene and f.event is Event.SIGNATURE]
        coming = [f for f in signed if f.agreement != finding.agreement]
        if coming and finding.status == Status.DONE and all(f.status == Status.PLANNED for f in coming):
            finding.status = Status.PLANNED


def settle_initials(findings: Sequence[Finding]) -> None:
    """Take an undated initialling told after the signature for that signature: news calls signing so.

    The act that treaty law calls initialling comes before the signature, and on a day of its own.
    """
    signed = [f for f in findings if f.event is Event.SIGNATURE and f.status == Status.DONE]
    for finding in findings:
        if finding.event is not Event.INITIALLING or finding.status != Status.DONE:
            continue
        before = [f for f in signed if f.agreement == finding.agreement and f.scene.number < finding.scene.number]
        before += [f for f in signed if f.scene is finding.scene and 0 < f.at - finding.at <= 2]  # "paraphé puis signé"
        if any(f.scene.zone is not Zone.HEADLINE and finding.date in (None, f.date) for f in before):
            finding.event = Event.SIGNATURE


def settle_departures(findings: Sequence[Finding], clusters: Sequence[Cluster], bodies: frozenset[str]) -> None:
    """Call leaving a bilateral agreement termination, and one party's ending of a convention withdrawal.

    `bodies` are the leagues of states that the document speaks of: they, too, are no second party.
    """
    for finding in findings:
        cluster = clusters[finding.agreement]
        parties = {SAME_STATE.get(code, code) for code in cluster.states}
        together = [f for f in findings if f.agreement == finding.agreement and f.event in JOINT_ACTS]
        is_pair = any(len(f.states) == 2 for f in together) or len(cluster.parties) == 2
        has_partner = names_partner(finding)
        is_pair = is_pair or has_partner
        leaving = {code for f in findings if f.agreement == finding.agreement for code in left_by(f)}
        is_plural = cluster.kind is Kind.CONVENTION and not (len(parties) == 2 and is_pair)
        is_many = len(leaving) > 1 or len(parties) > 2 or bool(parties & LEAGUES) or is_plural
        is_many = is_many or (len(parties) == 1 and len(clusters) == 1 and bool(bodies - parties))
        if finding.event is Event.WITHDRAWAL and len(parties) == 2 and is_pair and not is_many:
            finding.event = Event.TERMINATION
        elif finding.event is Event.TERMINATION and is_many and not has_partner and is_left(finding):
            finding.event = Event.WITHDRAWAL


def names_partner(finding: Finding) -> bool:
    """Tell whether the mention beside an act says with whom alone the agreement is ("the pact with Norway")."""
    for title in finding.scene.titles:
        if title.cluster != finding.agreement:
            continue
        inside = finding.scene.items[max(0, title.first - 1) : title.last + 1]
        is_with = not title.states or any("with" in item.roles for item in inside)
        states = title.states or partner_before(finding.scene, title)
        partner = set(states) - LEAGUES - {"EU"}
        if is_with and len(states) == len(partner) == 1 and not partner & set(finding.states):
            return True
    return False


def partner_before(scene: Scene, title: Title) -> list[str]:
    """Return the state that "with" ties to a mention behind it (Turkish "Şili ile antlaşma", 与智利的条约)."""
    settings, at = scene.pack.settings, title.first - 1
    if settings.boundary == "none" and at > 1 and "of" in scene.items[at].roles:
        state, link = scene.items[at - 1], scene.items[at - 2]
    elif settings.order == "sov" and at > 0:
        state, link = scene.items[at - 1], scene.items[at]
    else:
        return []
    return state.states[0]["code"].split() if state.states and "with" in link.roles else []


def left_by(finding: Finding) -> list[str]:
    """Return the state that leaves an agreement by a finding of its own, in done acts alone."""
    is_end = finding.event in (Event.WITHDRAWAL, Event.TERMINATION) and finding.status == Status.DONE
    return finding.states if is_end and len(finding.states) == 1 else []


def is_left(finding: Finding) -> bool:
    """Tell whether an ending may be one party's leaving: it names one, or a verb or noun that somebody acts by."""
    lapses = finding.entry["voice"] in ("passive", "intransitive") and finding.entry["agent"] != "by"
    is_romance = finding.scene.pack.settings.title == "after" and finding.scene.pack.settings.order == "svo"
    return len(finding.states) == 1 or (not finding.states and not (lapses and is_romance))


def complete_states(findings: Sequence[Finding], clusters: Sequence[Cluster]) -> None:
    """Give joint acts the two parties of their agreement where the sentence names fewer.

    The parties are those of titles and joint acts; who ratifies, ends or suspends counts if that makes two.
    """
    signers = [[code for code in cluster.states if code not in LEAGUES] for cluster in clusters]  # "a UN treaty"
    acting = [list(codes) for codes in signers]
    for finding in findings:
        if finding.event in PAIRED:
            continue
        clusters[finding.agreement].states = union(clusters[finding.agreement].states, finding.states)
        is_own_denial = finding.status == Status.DENIED and finding.event in {*OWN_ACTS, *REFUSED}
        if finding.event in JOINT_ACTS and not is_own_denial:
            signers[finding.agreement] = union(signers[finding.agreement], finding.states)
        if finding.event not in (Event.ACCESSION, Event.WITHDRAWAL) and not is_own_denial:
            acting[finding.agreement] = union(acting[finding.agreement], finding.states)
    for finding in findings:
        number = finding.agreement
        partner = clusters[number].parties
        if finding.event in JOINT_ACTS and finding.states and len(partner) == 1 and finding.status != Status.DENIED:
            finding.states = union(finding.states, partner)  # A and B signed their agreements with C
        parties = acting[number] if len(acting[number]) == 2 else signers[number]
        is_few = len({SAME_STATE.get(c, c) for c in clusters[number].states}) <= 2
        is_pair = (len(parties) == 2 and is_few) or parties == partner[:1]  # an agreement with one, by its name
        refuses = finding.event in REFUSED and finding.status == Status.DENIED and len(finding.states) == 1
        if finding.event in JOINT_ACTS and is_pair and not refuses and set(finding.states) <= set(parties):
            finding.states = list(parties)


def complete_pairs(findings: Sequence[Finding], clusters: Sequence[Cluster]) -> None:
    """Give joint acts of which one party is told the other of the two states that the article deals with."""
    for finding in findings:
        partners = clusters[finding.agreement].parties
        if finding.event in JOINT_ACTS and not finding.states and len(partners) > 2:
            finding.states = list(partners)  # "the treaty between A, B and C"
        if is_one_of_pair(finding, clusters[finding.agreement]):
            finding.states = list(finding.scene.pair)
        elif is_signed_by_pair(finding, clusters[finding.agreement]):
            finding.states = list(finding.scene.only)


def is_one_of_pair(finding: Finding, cluster: Cluster) -> bool:
    """Tell whether the one party told of a joint act is of the two states that the article deals with."""
    is_joint = finding.event in JOINT_ACTS and finding.status != Status.DENIED
    is_open = not cluster.parties and cluster.kind is not Kind.CONVENTION and len(cluster.states) == 1
    return is_joint and is_open and len(finding.states) == 1 and finding.states[0] in finding.scene.pair


def is_signed_by_pair(finding: Finding, cluster: Cluster) -> bool:
    """Tell whether two persons signed, whose states none tells, where only two states were told of till then."""
    is_signing = finding.event in (Event.SIGNATURE, Event.INITIALLING) and finding.status != Status.DENIED
    is_open = not (finding.states or cluster.parties) and set(cluster.states) <= set(finding.scene.only)
    is_former = "RU" in finding.scene.only and (finding.date or "9") < "1992"  # the Soviet Union signed
    return is_signing and is_open and len(finding.persons) == 2 and bool(finding.scene.only) and not is_former


def union(known: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return the codes of both lists, each once, in their order."""
    return list(dict.fromkeys([*known, *more]))

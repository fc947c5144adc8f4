"""Which agreement a trigger speaks of: sides by voice and word order, costs by what stands between."""

from dataclasses import dataclass

from kg.extract.agreementsides import agreement_side, default_side, has_object_before
from kg.extract.amending import amends, is_amended, text_changing
from kg.extract.annexes import annexes_of, governs, is_governed
from kg.extract.clauses import is_topic
from kg.extract.clefts import shared_noun
from kg.extract.passives import is_beyond_clause, is_means, is_object_before, is_passive_agent
from kg.extract.relatives import has_clause_between, is_antecedent, is_enclosed
from kg.extract.rivals import ATTACHED, LOOKALIKES, WRONG_SIDE, is_taken, rivals
from kg.extract.scene import Scene, once, side_of
from kg.extract.title import Title
from kg.languages import Entry

LIMITS = {"": 22.0, "name": 9.0, "near": 3.0}
OBLIQUE = 9.0
ENCLOSED = 14.0
BEYOND = 25.0  # more than any limit
RELATIVE = 3.0
COMMITTEE_REACH = 4


@dataclass(slots=True)
class Choice:
    """An agreement that a trigger may speak of, and what it costs to think so."""

    title: Title
    cost: float


DIRECT = frozenset(["signature", "initialling", "termination", "suspension", "extension"])
FOUNDING = frozenset(["signature", "initialling", "supplement", "ratification", "replacement"])


@once
def rank_titles(scene: Scene, at: int, entry: Entry) -> list[Choice]:
    """Return the agreements of the sentence that the trigger at item `at` may take, the best first."""
    side = agreement_side(entry, scene, at)
    fit = [title for title in scene.titles if not covers(title, at) and founds(scene, title, entry)]
    fit = [title for title in fit if not is_beyond_clause(scene, at, title, side)]
    usual = default_side(entry, scene)
    choices = [Choice(title, title_cost(scene, at, title, side)) for title in fit]
    for choice in choices:
        if side == "either" and side_of(at, choice.title.first, choice.title.last) != usual:
            choice.cost += 0.5
        if is_inside(scene, entry, choice.title):
            choice.cost += OBLIQUE
        if is_of_next_verb(scene, at, choice.title):
            choice.cost += WRONG_SIDE
        if is_subject(scene, entry, choice.title):
            choice.cost += ENCLOSED
    shared = shared_noun(scene, at)
    choices += [Choice(shared, ATTACHED)] if shared is not None else []
    return sorted((c for c in choices if c.cost <= LIMITS[entry["need"]]), key=lambda c: c.cost)


def founds(scene: Scene, title: Title, entry: Entry) -> bool:
    """Tell whether a mention is enough of an agreement: a weak noun ("statement") needs a name or a signing."""
    if title.rank != "weak" or title.is_named or title.is_quoted or title.year or title.cluster_named:
        return True
    if (amends(scene, title) or governs(scene, title)) and entry["event"] != "amendment":
        return True
    if title.is_proper and title.states:
        return True  # the Charter of the United Nations
    return entry["event"] in FOUNDING and entry["need"] != "near"


def covers(title: Title, at: int) -> bool:
    """Tell whether an item belongs to a title."""
    return title.first <= at <= title.last


def title_cost(scene: Scene, at: int, title: Title, side: str) -> float:
    """Return the cost of taking `title` as the argument on `side` of the item `at`."""
    stands = side_of(at, title.first, title.last)
    edge = title.last if stands == "before" else title.first
    cost = scene.distance(at, edge)
    is_relative = stands == "before" and is_antecedent(scene, title, at)
    if stands == "before" and has_clause_between(scene, title, at):
        cost = min(cost, RELATIVE)
    if is_relative or (stands == "before" and is_topic(scene, title.last, at)):
        cost = min(cost, RELATIVE)
    if side not in ("either", stands):
        cost += WRONG_SIDE - 2.0 * is_relative
    is_clause = scene.pack.settings.order == "vso" and title.last == at - 1  # "a protocol (that) was signed in 2010"
    is_participle = all(entry["voice"] == "participle" for entry in scene.items[at].triggers)
    is_attached = cost < ATTACHED and (is_participle or is_clause)
    if is_oblique(scene, title) and not is_attached:
        cost += OBLIQUE
    cost += part_cost(scene, at, title, stands)
    if stands == "before" and is_enclosed(scene, title, at):
        cost += ENCLOSED
    if heads_lookalike(scene, at, title) or has_other_object(scene, at, title) or is_passive_agent(scene, at, title):
        cost += OBLIQUE
    if title.is_back and not title.is_named:
        cost += 0.5
    return cost


def is_inside(scene: Scene, entry: Entry, title: Title) -> bool:
    """Tell whether "in" makes an agreement a place in Romance languages: "denounced the attitude in the accord"."""
    settings = scene.pack.settings
    if settings.title != "after" or settings.order != "svo" or settings.boundary != "word":
        return False
    before = title.first - 1
    while before > 0 and scene.items[before].roles & {"the"} and "in" not in scene.items[before].roles:
        before -= 1
    roles = scene.items[before].roles if before >= 0 else frozenset()
    is_direct = entry["voice"] == "active" and entry["event"] in DIRECT - {"suspension"}
    return is_direct and "in" in roles and not roles & {"to", "of", "the"}


def is_of_next_verb(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether "and" behind a verb that ends its clause leads to a title: "wurde unterzeichnet und durch ... "."""
    after = scene.items[at + 1].roles if at + 1 < len(scene.items) else frozenset()
    is_last = scene.pack.settings.adverbs == "either" and scene.pack.settings.capitals == "all"
    return is_last and title.first > at and "and" in after and any(other > title.last for other in scene.triggers)


def is_subject(scene: Scene, entry: Entry, title: Title) -> bool:
    """Tell whether an article that no direct object has stands before a title (German "der", wherever it stands)."""
    is_direct = entry["voice"] == "active" and entry["event"] in DIRECT and scene.pack.settings.adverbs == "either"
    return is_direct and "subject" in article_roles(scene, title)


def article_roles(scene: Scene, title: Title) -> frozenset[str]:
    """Return the roles of the article before a title, over "new" and "old"."""
    index = title.first - 1
    while index > 0 and scene.items[index].roles & {"new", "old"}:
        index -= 1
    return scene.items[index].roles if index >= 0 else frozenset()


def part_cost(scene: Scene, at: int, title: Title, stands: str) -> float:
    """Return the cost of a title that another one before it belongs to or changes: that one is the verb's subject."""
    is_finite = all(entry["voice"] in ("passive", "intransitive") for entry in scene.items[at].triggers)
    is_aside = stands == "before" and scene.items[at - 1].text == ","  # "the protocol to the accord, signed in 2019"
    is_part = (is_finite or is_subject_first(scene, stands)) and is_part_of(scene, title)
    is_part = is_part or (is_aside and is_governed(scene, title))
    cost = OBLIQUE if is_part else 0.0  # the protocol was signed, not the convention
    is_changed = (is_finite or is_subject_first(scene, stands)) and is_amended(scene, title)
    if (stands == "before" and is_finite and is_object_before(scene, at, title)) or is_means(scene, at, title):
        cost += OBLIQUE
    if stands == "after" and title.first - at > 2 and text_changing(scene, title) is not None:
        cost += OBLIQUE  # 签署修改协定的议定书
    is_other = stands == "after" and is_pointed_at(scene, at)  # "that signing does not mean an alliance"
    return cost + (BEYOND if is_changed or is_other else 0.0)


def is_subject_first(scene: Scene, stands: str) -> bool:
    """Tell whether an agreement stands before a verb that usually opens its clause: it may be what was signed."""
    return stands == "before" and scene.pack.settings.order == "vso"


def has_other_object(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether the verb at `at` has an object of its own beside it, no part of the agreement (握手を交わした)."""
    if not has_object_before(scene, at) or any(entry["voice"] != "active" for entry in scene.items[at].triggers):
        return False
    after = scene.items[title.last + 1]
    is_part = not after.roles or bool(after.roles & {"of", "topic", "object"})  # 条約の履行を停止, 협정 이행을 중단
    return title.last < at - 2 and not is_part


def heads_lookalike(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a look-alike behind a Chinese title is what the verb speaks of (签署退出《公约》的法律)."""
    behind = [item for item in scene.items[title.last + 1 : title.last + 5] if item.text not in "》〉」』”"]
    if scene.pack.settings.boundary != "none" or not behind or "of" not in behind[0].roles:
        return False
    wanted = {LOOKALIKES.get(entry["event"]) for entry in scene.items[at].triggers}
    laws = [item for item in behind[1:] if any(entry["class"] in wanted for entry in item.lookalikes)]
    return any(not is_taken(scene, at, scene.items.index(item), next(iter(wanted))) for item in laws)


def is_oblique(scene: Scene, title: Title) -> bool:
    """Tell whether a word beside a title makes it a frame of what is said ("under the treaty", 条約に基づき)."""
    is_behind = scene.pack.settings.order == "sov" and scene.pack.settings.boundary != "word"
    step, index = (1, title.last + 1) if is_behind else (-1, title.first - 1)
    skipped = {"the", "this", "new", "old"} if step < 0 else {"of", "object", "to", "on"}
    while 0 <= index < len(scene.items) and scene.items[index].roles & skipped:
        if "oblique" in scene.items[index].roles:
            break
        index += step
    return 0 <= index < len(scene.items) and bool(scene.items[index].roles & {"oblique", "according"})


def is_part_of(scene: Scene, title: Title) -> bool:
    """Tell whether a title stands behind what makes another one its part ("a protocol additional to the treaty")."""
    index = title.first - 1
    while index > 0 and scene.items[index].roles & {"the", "this"} and not scene.items[index].triggers:
        index -= 1
    if scene.pack.settings.order == "svo" and (annexes_of(scene, title) or is_governed(scene, title)):
        return True  # "the Additional Protocol to the convention was ratified"
    words = scene.items[index].triggers if index >= 0 and scene.pack.settings.order != "sov" else ()
    behind = scene.items[title.last + 1].triggers if title.last + 1 < len(scene.items) else ()
    return any(makes_part(entry) and entry["agreement"] != "before" for entry in words) or any(
        makes_part(entry) and entry["agreement"] == "before" for entry in behind
    )


def makes_part(entry: Entry) -> bool:
    """Tell whether a trigger stands beside an agreement's noun and makes it an annex ("additional to", の付属)."""
    return entry["event"] == "supplement" and entry["voice"] == "participle"


def is_pointed_at(scene: Scene, at: int) -> bool:
    """Tell whether a demonstrative stands behind a verbal noun: "penandatanganan itu", "việc ký này" have no object."""
    settings = scene.pack.settings
    after = scene.items[at + 1].roles if at + 1 < len(scene.items) else frozenset()
    is_noun = any(entry["voice"] == "noun" for entry in scene.items[at].triggers)
    return is_noun and settings.order == "svo" and "this" in after and not after & {"the", "that", "which"}


def is_wrong_agent(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether somebody acts who cannot ratify: a cabinet or committee beside the trigger."""
    if entry["event"] != "ratification":
        return False
    near = [index for index in rivals(scene, "agent") if scene.distance(at, index) < 5]
    if scene.pack.settings.order != "sov" or scene.pack.settings.boundary == "word":
        return bool(near) or is_committee(scene, at)
    behind = frozenset(["topic", "object", "in"])
    return any(item.roles & behind for index in near for item in scene.items[index + 1 : index + 2])


def is_committee(scene: Scene, at: int) -> bool:
    """Tell whether a committee opens the clause of a Turkish verb, no parliament of its own nearer to it."""
    if scene.pack.settings.order != "sov":
        return False
    agents = [index for index in rivals(scene, "agent") if index < min(at, COMMITTEE_REACH)]
    return bool(agents) and not any(
        entry["type"] == "institution" for item in scene.items[agents[-1] + 1 : at] for entry in item.states
    )

"""Who acts by a trigger: states, and firms or clubs whose agreements are no states'."""

from itertools import pairwise

from kg.extract.acts import OWN_ACTS
from kg.extract.clauses import of_attribute, of_own_clause
from kg.extract.doers import (
    acts_by_noun,
    acts_in_noun,
    is_addressee,
    is_destination,
    is_mere_body,
    listed_by,
    opens_relative,
    topic_states,
)
from kg.extract.rivals import rivals
from kg.extract.scene import COMMAS, Scene, once
from kg.extract.sides import AGENT_LIMIT, agent_side, is_agent_place, is_excluded
from kg.extract.signers import find_persons
from kg.extract.whereabouts import is_place
from kg.languages import Entry

PARTING = COMMAS | {";"}


@once
def find_states(scene: Scene, at: int, entry: Entry) -> list[str]:
    """Return the codes of the states that act by the trigger at `at`, in the order of the text."""
    side = agent_side(scene, at, entry)
    actors: list[int] = []
    for index in scene.states:
        if scene.in_title(index) or is_excluded(scene, index) or is_no_actor(scene, index):
            continue
        if acts_here(scene, at, index, side):
            actors.extend([*fellows_before(scene, index), index, *fellows_behind(scene, index)])
    actors = [index for index in of_own_clause(scene, at, actors) if not acts_in_noun(scene, at, index)]
    actors = doers_among(scene, at, entry, actors) or topic_states(scene, at, entry)
    found = [(index, code) for index in actors for code in scene.items[index].states[0]["code"].split()]
    found.extend((index, code) for index in pairs_of(scene, at, side) for code in scene.pair)
    for person in find_persons(scene, at, entry):
        if person.state is not None:
            found.append((person.first, person.state))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def doers_among(scene: Scene, at: int, entry: Entry, actors: list[int]) -> list[int]:
    """Return the actors of a trigger without those that another act, or none, is told of."""
    actors = [index for index in actors if not is_destination(scene, index)]
    if entry["voice"] == "noun":
        doers = listed_by(scene, at)
        actors = [i for i in actors if i in doers] if doers else [i for i in actors if not acts_by_noun(scene, at, i)]
    if entry["voice"] == "participle":
        actors = of_attribute(scene, at, actors) or actors
    if entry["event"] not in OWN_ACTS:
        return actors
    actors = on_this_side(scene, at, actors)
    subjects = latest_subject(scene, at, actors if entry["voice"] == "noun" else told_of(scene, at, actors))
    own = [i for i in subjects if not is_partner(scene, i) or opens_relative(scene, i, at)]
    own = [i for i in own if not is_addressee(scene, i) and not is_keeper(scene, i)]
    return [i for i in own if not is_mere_body(scene, i)]


def on_this_side(scene: Scene, at: int, actors: list[int]) -> list[int]:
    """Return the actors that no "but" parts from the verb, or all: "A has ratified it, but B has not"."""
    turns = [i for i, item in enumerate(scene.items) if "contrary" in item.roles and not scene.in_title(i)]
    own = [index for index in actors if not any(min(index, at) < turn < max(index, at) for turn in turns)]
    return own or actors


def told_of(scene: Scene, at: int, actors: list[int]) -> list[int]:
    """Return the actors without who only tells of them: "China Daily reported that Kenya ratified it"."""
    frames = [end_of_frame(scene, index) for index in scene.speech if index < at]
    own = [index for index in actors if frames and index > frames[-1]]
    is_told = any(index < at and not is_keeper(scene, index) and not is_addressee(scene, index) for index in own)
    return own if is_told else actors


def end_of_frame(scene: Scene, index: int) -> int:
    """Return the last item of a frame of speech: its verb, or the comma behind the source of "according to"."""
    if "according" not in scene.items[index].roles:
        return index
    return next((i for i in range(index + 1, len(scene.items)) if scene.items[i].text in COMMAS), index)


def is_keeper(scene: Scene, index: int) -> bool:
    """Tell whether an item names the United Nations, who keep treaties and are told of what parties do."""
    return all(entry["code"] == "UN" for entry in scene.items[index].states)


def latest_subject(scene: Scene, at: int, actors: list[int]) -> list[int]:
    """Return the actors without those of an earlier clause: "A ratified it in May, B in June ratified the protocol"."""
    if scene.pack.settings.order != "svo" or scene.pack.settings.boundary != "word":
        return actors
    before = sorted(index for index in actors if index < at)
    cut = 0
    for place, (one, other) in enumerate(pairwise(before)):
        verbs = [i for i in scene.triggers if one < i < other and is_finite(scene, i)]
        is_own = 0 < at - other <= 2  # "A left it in 1976 and B denounced it"
        between = scene.items[verbs[-1] : other] if verbs else []
        if any(item.text in PARTING or (is_own and "and" in item.roles) for item in between):
            cut = place + 1
    return [index for index in actors if index > at or index in before[cut:]]


def is_finite(scene: Scene, at: int) -> bool:
    """Tell whether the trigger at `at` is a verb of its own, no attribute and no noun."""
    return any(entry["voice"] in ("active", "passive", "intransitive") for entry in scene.items[at].triggers)


def is_no_actor(scene: Scene, index: int) -> bool:
    """Tell whether a state is a place, what something is about, or inside a name or what both countries have."""
    is_inside = any(person.first < index <= person.last for person in scene.people)
    is_told = is_subject_matter(scene, index) or is_one_among(scene, index)
    return is_inside or is_place(scene, index) or is_told or is_of_pair(scene, index)


def is_one_among(scene: Scene, index: int) -> bool:
    """Tell whether "from" and a noun stand before a state: the whole that who acts is of ("of EU states, Malta")."""
    before = scene.items[max(0, index - 2) : index]
    return scene.pack.settings.order == "svo" and len(before) == 2 and "from" in before[0].roles and before[1].is_plain


def acts_here(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether a state stands near the verb at `at`, on the side of its agents, in its clause."""
    stands = is_agent_place(scene, at, index, side) or is_approving_body(scene, at, index)
    is_near = stands and scene.distance(at, index) <= AGENT_LIMIT
    return is_near and not crosses_clause(scene, at, index, side) and not acts_elsewhere(scene, at, index)


def is_approving_body(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a parliament stands beside a passive ratification, marked as its place ("approved in the Duma")."""
    is_body = any(entry["type"] == "institution" for entry in scene.items[index].states)
    triggers = scene.items[at].triggers
    return is_body and all(e["event"] == "ratification" and e["voice"] == "passive" for e in triggers)


def crosses_clause(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether a clause of its own verb begins between a verb and a state behind it."""
    if side != "either" or index < at:
        return False
    if index + 1 in scene.triggers and any("and" in item.roles for item in scene.items[at + 1 : index]):
        return is_finite(scene, index + 1)
    starts = [i for i in range(at + 1, index) if "but" in scene.items[i].roles and not scene.in_title(i)]
    return bool(starts) and any(other > index for other in scene.triggers)


def acts_elsewhere(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a state is the subject of another verb where subjects follow: of the last verb before it.

    The verb at `at` has a subject of its own before that one.
    """
    if scene.pack.settings.order != "vso":
        return False
    if index < at:
        between = [i for i in scene.triggers if i < index]
        return any(entry["voice"] == "active" for i in between[-1:] for entry in scene.items[i].triggers)
    others = [i for i in scene.triggers if at < i < index]
    return bool(others) and any(item.states for item in scene.items[at + 1 : others[0]])


def pairs_of(scene: Scene, at: int, side: str) -> list[int]:
    """Return the items that stand for the pair of states ("both countries") and act by the trigger at `at`."""
    near = [i for i, item in enumerate(scene.items) if "pair" in item.roles and scene.distance(at, i) <= AGENT_LIMIT]
    return [i for i in near if is_agent_place(scene, at, i, side) and not is_excluded(scene, i)]


def is_of_pair(scene: Scene, index: int) -> bool:
    """Tell whether a parliament or ministry is that of both countries, no one state's (両国の国会)."""
    is_body = all(entry["type"] == "institution" for entry in scene.items[index].states)
    return is_body and index > 0 and "pair" in scene.items[index - 1].roles


def is_subject_matter(scene: Scene, index: int) -> bool:
    """Tell whether a state is only what something is about, its particle behind it (台湾をめぐる)."""
    if scene.pack.settings.boundary == "none" and scene.pack.settings.order == "svo":
        return index > 0 and "about" in scene.items[index - 1].roles  # 就格陵兰
    if scene.pack.settings.order != "sov" or index + 1 >= len(scene.items):
        return False
    return "about" in scene.items[index + 1].roles


def fellows_before(scene: Scene, index: int) -> list[int]:
    """Return the states before the one at `index` that only commas and "and" part from it, however far they go."""
    result: list[int] = []
    back = index - 1
    while back > 0 and (scene.items[back].text in COMMAS or scene.items[back].roles & {"and", "the"}):
        back -= 1
        if back >= 0 and scene.items[back].states and not scene.in_title(back):
            result.insert(0, back)
            back -= 1
    return result


def fellows_behind(scene: Scene, index: int) -> list[int]:
    """Return the states behind the one at `index` that only commas, articles and "and" part from it."""
    result: list[int] = []
    last = index
    for ahead in range(index + 1, len(scene.items)):
        item = scene.items[ahead]
        if item.states and ahead > last + 1 and not scene.in_title(ahead) and not is_place(scene, ahead):
            result.append(ahead)
            last = ahead
        elif item.text not in COMMAS and not item.roles & {"and", "the"}:
            break
    return result


def is_partner(scene: Scene, index: int) -> bool:
    """Tell whether a state is only who the agreement is with, not who ratifies or ends it."""
    if scene.pack.settings.order == "sov":
        behind = scene.items[index + 1 : index + 2]
        is_with = {"with", "of"} if index == 0 or scene.items[index - 1].text not in COMMAS else {"with"}
        return any(is_with <= item.roles or "to" in item.roles for item in behind)  # 日本との協定, 日本に通告
    is_told = (
        scene.pack.settings.boundary == "none" and index > 0 and "to" in scene.items[index - 1].roles
    )  # 向日本通知
    first = min([index, *fellows_before(scene, index)])
    return is_told or (first > 1 and any("with" in item.roles for item in scene.items[max(0, first - 2) : first]))


PRIVATE_REACH = 8.0  # how much further off than a firm a state may stand and still be who acts


def acts_privately(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a firm, a club or a couple acts by the trigger at `at` and no state does ("a Japanese firm")."""
    side = agent_side(scene, at, entry)
    actors = [i for i in rivals(scene, "private") if is_party(scene, at, i, side)]
    if not actors:
        return False
    states = [i for i in scene.states if is_party(scene, at, i, side)]
    if any(is_counterparty(scene, at, actor) for actor in actors):
        return True
    near = min(scene.distance(at, actor) for actor in actors) + PRIVATE_REACH
    own = [i for i in states if all(abs(i - actor) > 3 for actor in actors) and not is_of_name(scene, i)]
    return not any(scene.distance(at, index) <= near for index in own)


def is_counterparty(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a firm stands behind "with" as whom the agreement is with ("cancelled its deal with a firm")."""
    if scene.pack.settings.order == "sov" or scene.distance(at, index) > AGENT_LIMIT / 2:
        return False
    before = scene.items[max(0, index - 3) : index]
    withs = [n for n, item in enumerate(before) if "with" in item.roles]
    return bool(withs) and not any(item.states or "and" in item.roles for item in before[withs[-1] + 1 :])


def is_of_name(scene: Scene, index: int) -> bool:
    """Tell whether a nationality only follows an unknown name ("with the French Total", as Arabic has it)."""
    before = index - 1
    while before > 0 and "the" in scene.items[before].roles:
        before -= 1
    is_adjective = any(entry["type"] == "demonym" for entry in scene.items[index].states)
    return is_adjective and scene.pack.settings.order == "vso" and before >= 0 and scene.items[before].is_plain


def is_party(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether an item stands where an agent or a party of the agreement stands."""
    if scene.distance(at, index) > AGENT_LIMIT or is_place(scene, index) or is_excluded(scene, index):
        return False
    if any(index in (title.first - 1, title.last + 1, title.last + 2) for title in scene.titles):
        return True
    joined = any(item.roles & {"with", "between"} for item in scene.items[max(0, index - 5) : index])
    return joined or is_agent_place(scene, at, index, side)

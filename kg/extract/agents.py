"""Who acts by a trigger: states, persons, and firms or clubs whose agreements are no states'."""

from collections.abc import Sequence

from kg.extract.adverbs import is_place
from kg.extract.arguments import rivals
from kg.extract.clauses import of_own_clause
from kg.extract.people import PersonMention
from kg.extract.scene import COMMAS, Scene, side_of
from kg.extract.speakers import find_speaker
from kg.languages import Entry

AGENT_SIDE = {
    ("active", "svo"): "before",
    ("active", "sov"): "before",
    ("active", "vso"): "after",
    ("passive", "svo"): "by",
    ("passive", "sov"): "by",
    ("passive", "vso"): "by",
    ("noun", "svo"): "either",
    ("noun", "sov"): "either",
    ("noun", "vso"): "either",
    ("participle", "svo"): "by",
    ("participle", "sov"): "before",
    ("participle", "vso"): "by",
}
NO_PERSON = frozenset(["in", "the", "a", "of", "from"])
AGENT_LIMIT = 14.0
NAME_LIMIT = 6.0
LAW_REACH = 4.0
SOLE_ACTS = frozenset(["ratification", "accession", "withdrawal", "termination", "suspension"])


def agent_side(scene: Scene, at: int, entry: Entry) -> str:
    """Return where the agents of the trigger at `at` stand: before, after, by, either or none."""
    side = entry["agent"] or AGENT_SIDE.get((entry["voice"], scene.pack.settings.order), "none")
    is_usual = side != "after" or scene.pack.settings.order != "vso" or has_subject_behind(scene, at)
    return side if is_usual else "before"


def has_subject_behind(scene: Scene, at: int) -> bool:
    """Tell whether a state, a person or an office stands behind a verb before anything that may be no subject.

    Where verbs come first their subject follows; in headlines and behind "that" it may precede them.
    """
    for index in range(at + 1, min(at + 8, len(scene.items))):
        item = scene.items[index]
        if item.states or item.office is not None or any(p.first <= index <= p.last for p in scene.people):
            return True
        if item.is_mark or item.triggers or scene.in_title(index) or item.roles & {"with", "by", "but", "in", "on"}:
            return False
    return False


def is_agent_place(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether an item stands where the agents of the trigger at `at` stand."""
    stands = side_of(at, index, index)
    if side in ("either", stands):
        return True
    after_by = any("by" in scene.items[i].roles for i in range(min(at, index), max(at, index) + 1))
    if scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "none":
        after_by = after_by or any("by" in item.roles for item in scene.items[index + 1 : index + 3])
        after_by = after_by or stands_between(scene, index)
        if scene.pack.settings.order == "svo" and stands == "before":  # 由…签署
            after_by = after_by or any("by" in item.roles for item in scene.items[max(0, index - 8) : index])
    elif stands == "before":
        after_by = after_by or any("by" in item.roles for item in scene.items[max(0, index - 4) : index])
    if side == "by" and stands == "after" and (is_bare_agent(scene, at, index) or is_from(scene, at, index)):
        return True
    nearby = scene.items[max(0, index - 4) : index]
    with_party = stands == "after" and any(item.roles & {"with", "between"} for item in nearby)
    return (side == "by" and after_by) or (with_party and side != "none")


def stands_between(scene: Scene, index: int) -> bool:
    """Tell whether "between" stands behind a list of parties that holds the item, as Turkish has it."""
    for item in scene.items[index + 1 : index + 9]:
        if "between" in item.roles:
            return True
        is_link = item.text in COMMAS or bool(item.roles & {"and", "with", "of", "the"})
        if not (is_link or item.states or item.is_plain or item.office is not None):
            return False
    return False


def is_bare_agent(scene: Scene, at: int, index: int) -> bool:
    """Tell whether only names, offices and states stand between a passive verb and an agent (Indonesian)."""
    if scene.pack.settings.code != "id":
        return False
    names = {i for person in scene.people for i in range(person.first, person.last + 1)}
    rest = [scene.items[i] for i in range(at + 1, index) if i not in names]
    return all(item.office or item.states or item.roles & {"and", "the"} for item in rest)


def is_from(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "from" alone marks the agent directly behind a passive verb (Arabic: ratified from the Senate)."""
    after = scene.items[at + 1 : at + 2]
    return scene.pack.settings.order == "vso" and index - at <= 5 and any("from" in item.roles for item in after)


def find_states(scene: Scene, at: int, entry: Entry) -> list[str]:
    """Return the codes of the states that act by the trigger at `at`, in the order of the text."""
    side = agent_side(scene, at, entry)
    actors: list[int] = []
    for index, item in enumerate(scene.items):
        if not item.states or scene.in_title(index) or is_excluded(scene, index) or is_place(scene, index):
            continue
        if is_agent_place(scene, at, index, side) and scene.distance(at, index) <= AGENT_LIMIT:
            actors.extend([*fellows_before(scene, index), index, *fellows_behind(scene, index)])
    actors = of_own_clause(scene, at, actors)
    if entry["event"] in SOLE_ACTS:
        actors = [index for index in actors if not is_partner(scene, index)] or actors
    found = [(index, code) for index in actors for code in scene.items[index].states[0]["code"].split()]
    for person in find_persons(scene, at, entry):
        if person.state is not None:
            found.append((person.first, person.state))
    return list(dict.fromkeys(code for _, code in sorted(found)))


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
    return any("with" in item.roles for item in scene.items[max(0, index - 2) : index])


def acts_privately(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a firm, a club or a couple acts by the trigger at `at` and no state does ("a Japanese firm")."""
    side = agent_side(scene, at, entry)
    actors = [i for i in rivals(scene, "private") if is_party(scene, at, i, side)]
    if not actors:
        return False
    states = [i for i, item in enumerate(scene.items) if item.states and is_party(scene, at, i, side)]
    own = [i for i in states if all(abs(i - actor) > 3 for actor in actors) and not is_of_name(scene, i)]
    return not own


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


def is_excluded(scene: Scene, index: int) -> bool:
    """Tell whether somebody only witnessed, hosted or mediated: behind such a marker, up to the clause's end."""
    for back in range(index - 1, max(-1, index - 12), -1):
        item = scene.items[back]
        if "exclude" in item.roles:
            return back > 1 or closes_phrase(scene, index)
        is_act = any(entry["voice"] != "noun" for entry in item.triggers)  # not "the signing, attended by X, of"
        if is_act or item.text in ";；.。":
            break
    if any("exclude_before" in item.roles for item in scene.items[index + 1 : index + 6]):
        return True
    return scene.pack.settings.order == "sov" and is_among_witnesses(scene, index)


def is_among_witnesses(scene: Scene, index: int) -> bool:
    """Tell whether only names, offices and particles part somebody from a marker behind the last witness."""
    for item in scene.items[index + 1 : index + 14]:
        if "exclude_before" in item.roles:
            return True
        if item.triggers or item.date is not None or item.is_mark or item.noun is not None:
            return False
    return False


def closes_phrase(scene: Scene, index: int) -> bool:
    """Tell whether a comma stands between a name and the next verb: it ends what opened the sentence.

    "In the presence of X and Y, the ministers A and B signed": X and Y witnessed, A and B signed.
    """
    for item in scene.items[index + 1 :]:
        if item.triggers:
            return False
        if item.text in COMMAS:
            return True
    return True


def find_persons(scene: Scene, at: int, entry: Entry) -> list[PersonMention]:
    """Return the persons who act by the trigger at `at`."""
    side = agent_side(scene, at, entry)
    speaker = find_speaker(scene, at)
    result = []
    for person in scene.people:
        if is_excluded(scene, person.first) or person is speaker or is_place_phrase(scene, person):
            continue
        if not is_agent_place(scene, at, person.first, side):
            continue
        if scene.distance(at, edge(person, at)) <= AGENT_LIMIT or is_subject(scene, at, person.first, entry):
            result.append(person)
    kept = of_own_clause(scene, at, [person.first for person in result])
    result = [person for person in result if person.first in kept]
    sure = [person for person in result if person.sure]
    if sure:
        partners = [p for p in result if not p.sure and follows_with(scene, p) and is_likely(scene, at, p)]
        return sorted([*sure, *partners], key=lambda person: person.first)
    return [
        p for p in result if is_likely(scene, at, p) or (p.last > p.first and is_subject(scene, at, p.first, entry))
    ]


def find_law_signers(scene: Scene, at: int, others: Sequence[int]) -> list[PersonMention]:
    """Return who signed the law or decree that a verbal noun is the subject of ("signed a law on the withdrawal")."""
    for other in others:
        entry = next((e for e in scene.items[other].triggers if e["event"] == "signature"), None)
        laws = [i for i in rivals(scene, "signed") if other < i < at]
        if entry is not None and laws and scene.distance(other, laws[0]) < LAW_REACH > scene.distance(laws[-1], at):
            return find_persons(scene, other, entry)
    return []


def follows_with(scene: Scene, person: PersonMention) -> bool:
    """Tell whether a name of two words stands behind "with": who signed with somebody known."""
    before = scene.items[person.first - 1] if person.first else None
    return before is not None and "with" in before.roles and person.last > person.first


def is_subject(scene: Scene, at: int, index: int, entry: Entry) -> bool:
    """Tell whether a name opens the sentence whose last verb stands at `at`, in a language where verbs end it."""
    if scene.pack.settings.order != "sov" or entry["voice"] != "active" or not opens_sentence(scene, index):
        return False
    clause = scene.items[at + 1 :]
    ends = next((i for i, item in enumerate(clause) if item.is_mark and item.text not in COMMAS), 0) == 0
    between = scene.items[index + 1 : at]
    return ends and not any(item.triggers or item.roles & {"says"} for item in between)


def opens_sentence(scene: Scene, index: int) -> bool:
    """Tell whether only offices, states and other names stand before an item."""
    for before in range(index):
        item = scene.items[before]
        is_named = any(p.first <= before <= p.last for p in scene.people)
        is_link = item.text in COMMAS or bool(item.roles & {"and", "with", "of", "the"})
        if not (is_named or is_link or item.states or item.office is not None):
            return False
    return True


def is_place_phrase(scene: Scene, person: PersonMention) -> bool:
    """Tell whether a run of capitals stands behind an article or a place preposition: a hall or body, no person."""
    before = scene.items[person.first - 1] if person.first else None
    after = scene.items[person.last + 1] if person.last + 1 < len(scene.items) else None
    is_behind = scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "word"
    if is_behind and after is not None and "in" in after.roles and after.start == scene.items[person.last].end:
        return True
    if scene.pack.settings.order == "sov":
        return False
    return before is not None and bool(before.roles & NO_PERSON) and "by" not in before.roles and not person.sure


def is_likely(scene: Scene, at: int, person: PersonMention) -> bool:
    """Tell whether a name without an office is a signer: near the trigger, two words long or beside another name."""
    if scene.distance(at, edge(person, at)) > NAME_LIMIT:
        return False
    if scene.pack.settings.capitals == "all" and not may_be_name(scene, person):
        return False
    between = (abs(other.first - person.last) == 2 or abs(person.first - other.last) == 2 for other in scene.people)
    opens = person.first == 0 and at == person.last + 1 and not scene.items[0].is_known
    return person.last > person.first or any(between) or person.first > 0 or opens


def may_be_name(scene: Scene, person: PersonMention) -> bool:
    """Tell whether capitals are a name where all nouns have them: no article before, two words or in a pair."""
    before = scene.items[person.first - 1] if person.first else None
    if before is not None and before.roles & {"the", "a", "old", "new", "this"}:
        return False
    others = (other for other in scene.people if other is not person)
    is_pair = any(
        min(abs(o.first - person.last), abs(person.first - o.last)) == 2
        and "and" in scene.items[min(o.last, person.last) + 1].roles
        for o in others
    )
    return is_pair or person.last > person.first


def edge(person: PersonMention, at: int) -> int:
    """Return the item of a name that is the nearest to `at`."""
    return person.last if person.last < at else person.first

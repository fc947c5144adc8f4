"""The persons who act by a trigger: who signs, initials or ratifies."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.clauses import is_sentence_topic, of_attribute, of_own_clause
from kg.extract.doers import is_agent_of_other
from kg.extract.duos import meant_persons
from kg.extract.people import PersonMention
from kg.extract.rivals import rivals
from kg.extract.scene import COMMAS, Scene, once
from kg.extract.sides import AGENT_LIMIT, agent_side, edge, is_agent_place, is_excluded
from kg.extract.speakers import find_speaker
from kg.languages import Entry

NO_PERSON = frozenset(["in", "the", "a", "of", "from"])
NAME_LIMIT = 6.0
LAW_REACH = 4.0


@once
def find_persons(scene: Scene, at: int, entry: Entry) -> list[PersonMention]:
    """Return the persons who act by the trigger at `at`."""
    side = agent_side(scene, at, entry)
    speaker = find_speaker(scene, at)
    result = []
    for person in scene.people:
        if is_excluded(scene, person.first) or person is speaker or is_place_phrase(scene, person):
            continue
        if not is_agent_place(scene, at, person.first, side) or acts_by_other(scene, at, entry, person):
            continue
        if is_agent_of_other(scene, at, person.first) or acts_later(scene, at, entry, person.first):
            continue
        if scene.distance(at, edge(person, at)) <= AGENT_LIMIT or is_subject(scene, at, person.first, entry):
            result.append(person)
    kept = of_own_clause(scene, at, [person.first for person in result])
    kept = [index for index in kept if not acts_before(scene, at, index) and not has_later_subject(scene, at, index)]
    if entry["voice"] == "participle":
        kept = of_attribute(scene, at, kept)
    result = [person for person in result if person.first in kept]
    sure = [person for person in result if person.sure]
    if sure:
        partners = [p for p in result if not p.sure and follows_with(scene, p) and is_likely(scene, at, p)]
        subjects = [p for p in result if not p.sure and is_full_subject(scene, at, p, entry)]
        chosen = [*sure, *partners, *subjects]
        chosen += [p for p in topic_persons(scene, at, entry) if p not in chosen and sure[0].last < at]
        return with_titled(scene, sorted(chosen, key=lambda person: person.first))
    opening = [p for p in result if p.last > p.first and is_subject(scene, at, p.first, entry)]
    likely = with_fellows(scene, [p for p in result if p in opening or is_likely(scene, at, p)])
    return likely or topic_persons(scene, at, entry) or meant_persons(scene, at, entry)


def acts_later(scene: Scene, at: int, entry: Entry, index: int) -> bool:
    """Tell whether a Japanese or Korean person behind a verbal noun is the subject of a verb behind them."""
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word" or entry["voice"] != "noun" or index < at:
        return False
    return any(e["voice"] == "active" for i in scene.triggers if i > index for e in scene.items[i].triggers)


def topic_persons(scene: Scene, at: int, entry: Entry) -> list[PersonMention]:
    """Return the persons of a Japanese or Korean sentence's topic, who do what all its verbs tell, no other subject.

    ("문재인과 김정은은 …을 발표하고, 평양에서 …을 체결했다")
    """
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word" or entry["voice"] != "active":
        return []
    topic = max((i for i in range(at) if is_sentence_topic(scene, i)), default=-1)
    if topic < 0 or any("subject" in item.roles for item in scene.items[topic + 1 : at]):
        return []
    speaker = find_speaker(scene, at)
    found: list[PersonMention] = []
    end = topic
    for person in sorted((p for p in scene.people if p.last < topic), key=lambda p: -p.first):
        between = scene.items[person.last + 1 : end]
        links = all(i.office is not None or i.states or i.roles & {"and", "with", "of"} for i in between)
        if not links or person is speaker or is_excluded(scene, person.first):
            break
        found.insert(0, person)
        end = person.first
    return found


def is_full_subject(scene: Scene, at: int, person: PersonMention, entry: Entry) -> bool:
    """Tell whether a full name opens the sentence directly before its verb ("Barack Obama lo había ratificado")."""
    is_before = scene.pack.settings.order == "svo" and scene.pack.settings.boundary == "word" and person.last == at - 1
    return is_before and person.first == 0 and person.last > 0 and entry["agent"] not in ("by", "none")


def acts_by_other(scene: Scene, at: int, entry: Entry, person: PersonMention) -> bool:
    """Tell whether a name beside a participle belongs to another verb ("X ended the pact signed in 1979")."""
    if scene.pack.settings.order == "vso":
        return any(at < other < person.first and is_relative(scene, other) for other in scene.triggers)
    if entry["voice"] != "participle" or scene.pack.settings.order != "svo":
        return False
    low, high = (person.last, at) if person.first < at else (at + 2, person.first)
    return any(low < other < high and is_finite(scene, other) for other in scene.triggers)


def is_relative(scene: Scene, at: int) -> bool:
    """Tell whether the verb at `at` opens a relative clause with a subject of its own (التي وقعها الرئيسان)."""
    return any(entry["voice"] == "participle" and " " in entry.form.text for entry in scene.items[at].triggers)


def is_finite(scene: Scene, at: int) -> bool:
    """Tell whether the trigger at `at` is a verb of its own, no attribute and no noun."""
    return all(e["voice"] in ("active", "passive", "intransitive") for e in scene.items[at].triggers)


def with_titled(scene: Scene, chosen: list[PersonMention]) -> list[PersonMention]:
    """Return the persons and those that go on with their list by a mere title: "Minister A, Mrs B and Mr C"."""
    result = list(chosen)
    for before, person in pairwise(scene.people):
        between = scene.items[before.last + 1 : person.first]
        is_joint = bool(between) and (between[0].text in COMMAS or "and" in between[0].roles)
        is_titled = len(between) == 2 and between[1].office is not None and between[1].office["rank"] == "title"
        if (
            before in result
            and person not in result
            and is_joint
            and is_titled
            and not is_excluded(scene, person.first)
        ):
            result.append(person)
    return result


def has_later_subject(scene: Scene, at: int, index: int) -> bool:
    """Tell whether officials without a name are the subject of a Chinese verb, not who was told of before the comma.

    ("A与B举行会谈,两国部门负责人签署了协议")
    """
    settings = scene.pack.settings
    if settings.boundary != "none" or settings.order != "svo" or index > at:
        return False
    commas = [i for i in range(index, at) if scene.items[i].text in COMMAS - {"、"}]
    clause = range(commas[-1] + 1, at) if commas else range(0)
    offices = [i for i in clause if scene.items[i].office is not None and not scene.in_title(i)]
    named = any(person.first in clause for person in scene.people)
    is_led = any("pair" in scene.items[i].roles or scene.items[i].states for i in clause)
    return bool(offices) and is_led and not named


def acts_before(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a state or parliament is the subject of the verb at `at`, a person of the clause before it.

    ("Aが署名し、欧州議会は承認した")
    """
    if scene.pack.settings.order != "sov" or scene.pack.settings.boundary == "word":
        return False
    near = [i for i in range(index + 1, at - 1) if scene.items[i].states and "topic" in scene.items[i + 1].roles]
    if not near:
        return False
    is_inner = "subject" in scene.items[near[-1] + 1].roles and any(
        is_sentence_topic(scene, i) for i in range(index + 1, near[-1])
    )
    return is_inner or any(index < verb < near[-1] for verb in scene.triggers)


def with_fellows(scene: Scene, chosen: list[PersonMention]) -> list[PersonMention]:
    """Return the persons and those that go on with their list: full names that a comma or "and" parts from them."""
    result = list(chosen)
    for before, person in pairwise(scene.people):
        between = scene.items[before.last + 1 : person.first]
        is_joint = len(between) == 1 and (between[0].text in COMMAS or "and" in between[0].roles)
        if before in result and person not in result and is_joint and person.last > person.first:
            result.append(person)
        may_open = scene.pack.settings.boundary != "word" or before.last > before.first
        if person in result and before not in result and is_joint and may_open:
            result.append(before)  # the verb is nearer to the last of them
    return sorted(result, key=lambda person: person.first)


def find_law(scene: Scene, at: int, others: Sequence[int]) -> int | None:
    """Return the verb that signs the law or decree by which the act at `at` is done ("signed a law on the withdrawal").

    The law stands between the two, in Chinese also behind the agreement (签署退出《条约》的法律).
    """
    for other in others:
        is_sov = scene.pack.settings.order == "sov"
        low, high = (at, other) if is_sov and scene.pack.settings.boundary != "word" else (other, at)
        laws = [i for i in rivals(scene, "signed") if low < i < high]
        if find_signing(scene, other) is None:
            continue
        if not laws and signs_law_behind(scene, other, at):
            return other
        if laws and low == at and scene.distance(laws[-1], other) < LAW_REACH:
            return other
        is_first = bool(laws) and scene.distance(other, laws[0]) < LAW_REACH
        if is_first and low == other and scene.distance(laws[-1], at) < law_reach(scene):
            return other
    return None


def law_reach(scene: Scene) -> float:
    """Return how far an act may stand behind the law that does it: a comma and a verb further in Chinese."""
    return 2 * LAW_REACH if scene.pack.settings.boundary == "none" else LAW_REACH


def signs_law_behind(scene: Scene, other: int, at: int) -> bool:
    """Tell whether a Chinese law stands behind the agreement that it is about: 签署(关于)退出《条约》的法律."""
    settings = scene.pack.settings
    title = next((title for title in scene.titles if title.first > at), None)
    if settings.boundary != "none" or settings.order != "svo" or other > at or title is None:
        return False
    laws = [i for i in rivals(scene, "signed") if i > title.last]
    near = bool(laws) and scene.distance(title.last, laws[0]) < LAW_REACH
    return near and scene.distance(other, at) < LAW_REACH


def signs_law(scene: Scene, other: int, at: int) -> bool:
    """Tell whether the verb at `other` signs a law on what the trigger at `at` tells: one act, one date."""
    is_before = other < at or (scene.pack.settings.order == "sov" and scene.pack.settings.boundary != "word")
    return is_before and find_law(scene, at, [other]) is not None


def find_signing(scene: Scene, at: int) -> Entry | None:
    """Return the reading of a trigger that is a signing, None if there is none."""
    return next((entry for entry in scene.items[at].triggers if entry["event"] == "signature"), None)


def follows_with(scene: Scene, person: PersonMention) -> bool:
    """Tell whether a name of two words stands behind "with": who signed with somebody known."""
    before = scene.items[person.first - 1] if person.first else None
    is_full = person.last > person.first or scene.pack.settings.boundary != "word"
    return before is not None and "with" in before.roles and is_full


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
        is_link = item.text in COMMAS or bool(item.roles & {"and", "with", "of", "the"})
        if not (scene.in_name(before) or is_link or item.states or item.office is not None):
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
    if before is None or person.sure or before.roles & {"by", "with"}:
        return False
    return bool(before.roles & NO_PERSON)


def is_likely(scene: Scene, at: int, person: PersonMention) -> bool:
    """Tell whether a name without an office is a signer: near the trigger, two words long or beside another name."""
    if scene.distance(at, edge(person, at)) > NAME_LIMIT:
        return False
    if scene.pack.settings.capitals == "all" and not may_be_name(scene, person):
        return False
    between = (abs(other.first - person.last) == 2 or abs(person.first - other.last) == 2 for other in scene.people)
    gap = scene.items[person.last + 1 : at]
    is_bare = not gap or (scene.pack.settings.boundary == "none" and all(item.date for item in gap))
    opens = person.first == 0 < at and is_bare and not scene.items[0].is_known
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

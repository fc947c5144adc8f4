"""Two agreements of one event: which replaces which, which belongs to which."""

from collections.abc import Iterator

from kg.extract.actors import has_acting_state, lacks_agent
from kg.extract.arguments import Choice, article_roles, covers
from kg.extract.clefts import cleft_older
from kg.extract.items import Item
from kg.extract.passives import passive_word
from kg.extract.relatives import antecedent, is_behind_clause, is_of_other_verb, opens_with_relative
from kg.extract.scene import Scene, group_of, has_voice, is_list, side_of
from kg.extract.scopes import is_in_stead
from kg.extract.title import Title
from kg.extract.verbfirst import has_two_objects, subject_behind
from kg.languages import Entry, role_forms
from kg.model import Event

SUBJECT_REACH = 6.0
AGENT_WORDS = 4
OPENING = frozenset("《〈「『“„«")

ARABIC_OBJECTS = ("ها", "ه", "هما")  # it, them: written onto the verb


def find_pairs(
    scene: Scene, at: int, entry: Entry, choices: list[Choice], focus: int | None
) -> Iterator[tuple[int, int | None]]:
    """Yield (newer, older) for replacement, (part, main) for supplement; a pronoun may stand for the older one."""
    if is_in_stead(scene, at, entry):
        return
    if (older := cleft_older(scene, at)) is not None:
        pairs = bind_agent(scene, at, older, focus)
        yield from ((newer, number) for number, newer in pairs if newer is not None)
        return
    if is_pronoun_form(entry):
        yield from bind_pronoun(scene, at, focus)
    elif scene.pack.settings.order == "sov" and entry.form.first is not None:
        yield from bind_parted(scene, at, entry)
    elif focus is None or len(choices) != 1 or not is_newer(scene, at, choices[0].title):
        yield from bind_pair(scene, at, choices, focus)
    elif choices[0].title.cluster != focus:
        yield choices[0].title.cluster, focus


def bind_pair(scene: Scene, at: int, choices: list[Choice], focus: int | None) -> Iterator[tuple[int, int | None]]:
    """Yield (newer, older) for replacement, (part, main) for supplement: the best choice is the older one."""
    choices = [c for c in choices if not is_behind_clause(scene, at, c.title)]
    if not choices:
        return
    choices = in_order(scene, at, choices)
    agent = agent_of(scene, at, choices)
    if agent is None and needs_agent(scene, at):
        return
    if agent is not None and all(c.title is agent for c in choices):
        yield from bind_agent(scene, at, agent, focus)
        return
    oldest = next((c.title for c in choices if c.title is not agent), choices[0].title)
    older = olders(scene, at, oldest)
    if not older:
        return  # "replacing no earlier pact"
    number = newer_of(scene, at, choices, older, agent)
    is_told = not has_acting_state(scene, at) and not lacks_agent(scene, at, older[0])
    number = focus if number is None and is_told else number
    yield from ((number, title.cluster) for title in older if number is not None and title.cluster not in (-1, number))


def in_order(scene: Scene, at: int, choices: list[Choice]) -> list[Choice]:
    """Return the choices with what a particle or article shows to be the older one first, a subject last."""
    if is_topic_older(scene, at):
        choices = sorted(choices, key=lambda c: not has_topic(scene, c.title))
    if has_two_objects(scene, at, choices):
        choices = sorted(choices, key=lambda c: -c.title.first)
    choices = sorted(choices, key=lambda c: not has_object_article(scene, c.title))
    return sorted(choices, key=lambda c: has_subject_article(scene, at, c.title))


def agent_of(scene: Scene, at: int, choices: list[Choice]) -> Title | None:
    """Return the choice that something marks as the newer agreement, None if nothing does."""
    agent = next((c.title for c in choices if has_agent_marker(scene, at, c.title)), None)
    is_agent = has_subject_article(scene, at, choices[0].title)
    if is_agent or (agent is None and is_behind_passive(scene, at, choices[0].title)):
        agent = choices[0].title
    return agent_behind(scene, at) if agent is None and needs_agent(scene, at) else agent


def bind_parted(scene: Scene, at: int, entry: Entry) -> Iterator[tuple[int, int | None]]:
    """Yield (newer, older) for a form with a gap: the older one stands directly before it (Turkish)."""
    for title in scene.titles:
        behind = [item for item in scene.items[title.last + 1 : at] if "of" not in item.roles and item.text not in "'’"]
        if behind and behind[0].text.lower() == entry.form.first:
            newer = [
                t.cluster for t in scene.titles if title.last < t.first < at and t.cluster not in (-1, title.cluster)
            ]
            yield from ((number, title.cluster) for number in newer[-1:])


def is_behind_passive(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether an agreement behind a passive verb is its agent though no word says so (digantikan X).

    Another stands before the verb, which is what was replaced.
    """
    settings = scene.pack.settings
    is_free = settings.order != "svo" or settings.adverbs == "either"  # either may stand first
    if not has_voice(scene, at, "passive") or is_free or settings.boundary != "word" or title.first < at:
        return False
    return other_side(scene, at, title) is not None


def bind_agent(scene: Scene, at: int, agent: Title, focus: int | None) -> Iterator[tuple[int, int | None]]:
    """Yield (newer, older) where only the agent is free: "was changed and replaced by", the first verb has the rest."""
    other = other_side(scene, at, agent)
    older = other.cluster if other is not None else focus
    if older is not None and agent.cluster not in (-1, older):
        yield agent.cluster, older


def newer_of(scene: Scene, at: int, choices: list[Choice], older: list[Title], agent: Title | None) -> int | None:
    """Return the newer agreement: the agent, what stands on the other side of the trigger, or another choice."""
    if agent is not None and agent not in older:
        return agent.cluster
    newer = antecedent(scene, at, older[0]) or other_side(scene, at, older[0])
    if newer is None:
        taken = {-1, *(title.cluster for title in older)}
        newer = next((c.title for c in choices if c.title.cluster not in taken), None)
    return newer.cluster if newer is not None else None


def needs_agent(scene: Scene, at: int) -> bool:
    """Tell whether the newer agreement of a past participle must be marked: "the pact, replaced in 2019" has none."""
    settings = scene.pack.settings
    is_marking = settings.order == "svo" and settings.boundary == "word" and settings.title == "after"
    return is_marking and {(e["voice"], e["agreement"]) for e in scene.items[at].triggers} == {("participle", "before")}


def agent_behind(scene: Scene, at: int) -> Title | None:
    """Return the marked agent that a participle shares with the next one ("completed, and not replaced, by")."""
    for title in scene.titles:
        if title.first > at and has_agent_marker(scene, at, title):
            between = scene.items[at + 1 : title.first]
            links = {"and", "by", "the", "a", "new"}
            is_near = all(item.is_mark or item.triggers or item.modality or item.roles & links for item in between)
            return title if is_near else None
    return None


def olders(scene: Scene, at: int, oldest: Title) -> list[Title]:
    """Return the older agreements that the best choice stands for: its list, or all that a heading announces."""
    if oldest.cluster < 0:  # "replaces three treaties: A, B and C"
        return [title for title in scene.titles if title.first > oldest.last]
    is_part = any(e["event"] == "supplement" and e["voice"] == "participle" for e in scene.items[at].triggers)
    group = group_of(scene, oldest)
    return group if is_list(scene, group) and not is_part else [oldest]


def is_topic_older(scene: Scene, at: int) -> bool:
    """Tell whether the sentence's topic is what the passive verb at `at` says was replaced (旧協定は…に代替された)."""
    settings = scene.pack.settings
    return has_voice(scene, at, "passive") and settings.order == "sov" and settings.boundary != "word"


def has_topic(scene: Scene, title: Title) -> bool:
    """Tell whether a topic's particle stands behind a title."""
    after = scene.items[title.last + 1] if title.last + 1 < len(scene.items) else None
    return after is not None and "topic" in after.roles


def is_pronoun_form(entry: Entry) -> bool:
    """Tell whether a form holds its object ("lo sustituye", "le remplace"): both agreements stand before it."""
    if entry["voice"] != "passive" or entry["agreement"] != "before":
        return False
    return entry["agent"] in ("before", "either") or entry.form.text.endswith(ARABIC_OBJECTS)


def bind_pronoun(scene: Scene, at: int, focus: int | None) -> Iterator[tuple[int, int | None]]:
    """Yield (newer, older): the subject, and the agreement last spoken of, which the pronoun stands for."""
    numbers = [title.cluster for title in scene.titles if title.last < at and title.cluster >= 0]
    subject = subject_behind(scene, at)
    if subject is not None and (numbers or focus is not None):
        older = (numbers[0] if opens_with_relative(scene) else numbers[-1]) if numbers else focus
        yield from [(subject, older)] if older != subject else []
        return
    older = numbers[-1] if len(numbers) > 1 else focus
    if numbers and older is not None and numbers[0] != older:
        yield numbers[0], older


def is_newer(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a pronoun between an agreement and the active verb behind it stands for what it replaces."""
    between = scene.items[title.last + 1 : at]
    return title.last < at and has_voice(scene, at, "active") and any("pronoun" in item.roles for item in between)


def has_object_article(scene: Scene, title: Title) -> bool:
    """Tell whether an article that is never a subject's stands before a mention (German "den", wherever it stands)."""
    return scene.pack.settings.adverbs == "either" and "object" in article_roles(scene, title)


def has_subject_article(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether an article that is no object's stands before a mention beside an active verb (German "der")."""
    is_active = scene.pack.settings.adverbs == "either" and has_voice(scene, at, "active")
    return is_active and "subject" in article_roles(scene, title)


def has_agent_marker(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether an agent marker stands before a mention ("by the new treaty").

    A word that also means "of" (von) is one where the verb at `at` is passive.
    """
    if is_by_case(scene, title) and has_voice(scene, at, "passive"):
        return True
    if title.first > at and is_of_other_verb(scene, at, title):
        return False
    index = title.first - 1
    while index > 0 and stands_with_noun(scene.items[index]) and title.first - index < AGENT_WORDS:
        index -= 1
    if index < 0:
        return False
    item = scene.items[index]
    if title.last < at and passive_word(scene, at) == index:
        return True  # bị hiệp định mới thay thế
    if item.triggers and item.text.rpartition(" ")[2] in role_forms(scene.pack.settings.code, "by"):
        return True
    passives = [entry for entry in scene.items[at].triggers if entry["voice"] == "passive"]
    if any(entry.form.first == item.text for entry in passives):
        return True  # 为《…》所取代
    return "by" in item.roles and (bool(passives) or "of" not in item.roles)


def stands_with_noun(item: Item) -> bool:
    """Tell whether an item may stand between an agent's marker and its noun: an article, an adjective, a quote."""
    is_article = bool(item.roles & {"the", "a", "new", "this"})
    return is_article or item.text in OPENING or (item.is_plain and item.text.islower())


def is_by_case(scene: Scene, title: Title) -> bool:
    """Tell whether its case alone makes an agreement the agent (Russian instrumental, no preposition before it)."""
    before = scene.items[title.first - 1].roles if title.first else frozenset()
    return "by" in scene.items[title.head].roles and "with" not in before


def other_side(scene: Scene, at: int, title: Title) -> Title | None:
    """Return the nearest agreement on the other side of the trigger than `title`."""
    side = side_of(at, title.first, title.last)
    apart = [t for t in scene.titles if t.cluster not in (-1, title.cluster) and not covers(t, at)]
    others = [t for t in apart if side_of(at, t.first, t.last) != side]
    others = [t for t in others if not is_earlier_object(scene, at, t)] or others
    return min(others, key=lambda t: scene.distance(at, t.last if t.last < at else t.first), default=None)


def is_earlier_object(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether an agreement is the object of a verb that "and" joins to the one at `at`: they share a subject."""
    if scene.pack.settings.order != "svo" or title.last >= at or "and" not in scene.items[at - 1].roles:
        return False
    verbs = [i for i in scene.triggers if i < title.first and has_voice(scene, i, "active")]
    return bool(verbs) and not any(verbs[-1] < other.first < title.first for other in scene.titles)


def end_by_treaty(
    scene: Scene, at: int, entry: Entry, found: list[tuple[int, int | None]], focus: int | None
) -> tuple[Event, list[tuple[int, int | None]]]:
    """Return the event of a trigger and its agreements: what one treaty ends, it replaces.

    A later treaty that terminates an earlier one supersedes it (Vienna Convention, article 59); the older must be
    named beside the verb and the newer be its subject, nearer than any state or person.
    """
    event = Event(entry["event"])
    if event is not Event.TERMINATION or entry["voice"] != "active":
        return event, found
    objects = {number for number, _ in found}
    subject = subject_title(scene, at, objects)
    newer = subject.cluster if subject is not None else focus
    if newer is None or newer in objects or (subject is None and not ends_list(scene, at)):
        return event, found
    return Event.REPLACEMENT, [(newer, number) for number, _ in found]


def ends_list(scene: Scene, at: int) -> bool:
    """Tell whether a verb without a subject opens the sentence and ends what a general word announces.

    ("Revoked a dozen older instruments, among them ...", as languages without subject pronouns say of a treaty.)
    """
    is_list_announced = any(title.cluster < 0 and title.first > at for title in scene.titles)
    return is_list_announced and not any(item.states or item.is_plain for item in scene.items[:at])


def subject_title(scene: Scene, at: int, objects: set[int]) -> Title | None:
    """Return the agreement that stands where the trigger's subject does, None if a state or person may be it."""
    titles = [t for t in scene.titles if t.last < at and t.cluster not in {*objects, -1}]
    if not titles:
        return None
    nearest = titles[-1]
    actors = [i for i, item in enumerate(scene.items[:at]) if item.states and not scene.in_title(i)]
    actors += [person.first for person in scene.people if person.first < at]
    return nearest if not actors and scene.distance(at, nearest.last) <= SUBJECT_REACH else None

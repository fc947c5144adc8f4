"""From the triggers of a sentence to findings: an event, its agreements, its status and attributes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.actors import is_to_be_replaced
from kg.extract.acts import OWN_ACTS, PAIRED, REPEATED
from kg.extract.adverbs import find_place
from kg.extract.agents import acts_privately, find_states
from kg.extract.along import first_alone, told_along
from kg.extract.amenders import find_amender, find_amendments
from kg.extract.amending import is_called_off, is_changed_only
from kg.extract.annexes import find_annexes
from kg.extract.arguments import Choice, is_wrong_agent, rank_titles
from kg.extract.bodies import states_of_body
from kg.extract.cancelled import cancelled_act
from kg.extract.contrast import find_contrast
from kg.extract.distribute import common_date, find_shares, repeated_dates
from kg.extract.effects import act_in_effect, is_doubted, takes_effect_of
from kg.extract.ellipsis import has_subject_pronoun
from kg.extract.headings import after_titles
from kg.extract.objects import leaves_in_state, leaves_organisation, pronoun_title
from kg.extract.pairs import end_by_treaty, find_pairs
from kg.extract.passives import has_marked_object
from kg.extract.people import PersonMention
from kg.extract.places import Gazetteer
from kg.extract.pointers import left_out
from kg.extract.readings import reading_cost
from kg.extract.rivals import is_of_rival, object_bonus, rival_cost
from kg.extract.scene import Scene, group_of, is_list
from kg.extract.signers import find_law, find_persons, find_signing, signs_law
from kg.extract.speakers import find_source
from kg.extract.status import opens_force, read_status
from kg.extract.times import HYPOTHETICAL
from kg.extract.title import Title
from kg.extract.undone import holds_act, is_count, is_refused, is_taken_back, stands_for_noun
from kg.extract.unique import add_new
from kg.extract.when import find_date, is_day_of_decision
from kg.extract.zones import Zone
from kg.languages import Entry
from kg.model import Event, Status

DISTRIBUTED = OWN_ACTS - {Event.TERMINATION}
PRONOUN_COST = 6.0
ANY_REACH = 5


@dataclass(slots=True)
class Finding:
    """What one trigger says, in terms of the document's clusters (by number)."""

    event: Event
    agreement: int
    status: str
    scene: Scene
    entry: Entry
    at: int
    replaced: int | None = None
    by: int | None = None  # the agreement that changes this one
    states: list[str] = field(default_factory=list)
    persons: list[PersonMention] = field(default_factory=list)
    date: str | None = None
    place: str | None = None
    source: str | None = None


def find_findings(scene: Scene, gazetteer: Gazetteer, focus: int | None, events: frozenset[Event]) -> Iterator[Finding]:
    """Yield the findings of a sentence in the order of its triggers.

    `focus` is the cluster that an elided agreement stands for, None if there is none yet; `events` are those
    that the document elsewhere says of it: their triggers need no agreement beside them.
    """
    yield from parts_of(scene)
    triggers = [at for at in scene.triggers if takes_effect_of(scene, at) is None and not is_doubted(scene, at)]
    topic: int | None = None
    for at in triggers:
        others = [other for other in triggers if other != at and not only_adds(scene, other)]
        for entry in readings(scene, at):
            found = shared(scene, at, entry, topic) or list(bind(scene, at, entry, focus, events))
            found = found or goes_on(scene, at, entry, topic)
            if not found:
                continue
            topic = found[0][0]
            status = read_status(scene, at, entry)
            if status == HYPOTHETICAL or acts_privately(scene, at, entry) or opens_force(scene, at, entry, status):
                break
            event, found = end_by_treaty(scene, at, entry, found, focus)
            for pair in found:
                finding = Finding(event, pair[0], status, scene, entry, at, replaced=pair[1])
                describe(finding, others, gazetteer)
                yield from share_out(finding)
                if (contrast := find_contrast(scene, at, entry, status)) is not None:
                    yield replace(finding, agreement=contrast[0], status=contrast[1])
            break


def parts_of(scene: Scene) -> Iterator[Finding]:
    """Yield what the noun of an agreement itself says: that it belongs to another one, or changes it."""
    for entry, part, main in find_annexes(scene):
        yield Finding(Event.SUPPLEMENT, part.cluster, Status.DONE, scene, entry, part.head, replaced=main.cluster)
    for entry, part, main in find_amendments(scene):
        yield Finding(Event.AMENDMENT, main.cluster, Status.DONE, scene, entry, part.head, by=part.cluster)


def readings(scene: Scene, at: int) -> list[Entry]:
    """Return the readings of the trigger at `at`, the best first; none where it only approves another act."""
    entries = scene.items[at].triggers
    if any(undoes(entry) for entry in entries) and is_changed_only(scene, at):
        return []
    entries = tuple(entry for entry in entries if not has_marked_object(scene, at, entry))
    return sorted(entries, key=lambda entry: reading_cost(scene, at, entry))


def undoes(entry: Entry) -> bool:
    """Tell whether a trigger may have an act on an agreement as its object: "approved", "suspended the withdrawal"."""
    is_end = entry["event"] in (Event.SUSPENSION, Event.TERMINATION)
    return entry["event"] == Event.RATIFICATION or (is_end and entry["voice"] == "active")


def shared(scene: Scene, at: int, entry: Entry, topic: int | None) -> list[tuple[int, int | None]]:
    """Return the agreement of the passive verb before, for a participle that "and" joins to it.

    ("The protocol to the convention was signed in 2011 and ratified in 2016.")
    """
    earlier = [other for other in scene.triggers if other < at]
    if topic is None or not earlier or entry["voice"] != "participle" or Event(entry["event"]) in PAIRED:
        return []
    is_joined = "and" in scene.items[at - 1].roles and scene.pack.settings.title == "after"
    is_passive = all(e["voice"] == "passive" for e in scene.items[earlier[-1]].triggers)
    between = any(earlier[-1] < title.first < at for title in scene.titles)
    return [(topic, None)] if is_joined and is_passive and not between else []


def only_adds(scene: Scene, at: int) -> bool:
    """Tell whether the trigger at `at` only says what a part belongs to: it has no date or place of its own."""
    return all(e["event"] == Event.SUPPLEMENT and e["voice"] == "participle" for e in scene.items[at].triggers)


def goes_on(scene: Scene, at: int, entry: Entry, topic: int | None) -> list[tuple[int, int | None]]:
    """Return the agreement of the trigger before, for one that goes on with it ("signed ..., in force since")."""
    if topic is None or entry["need"] == "near" or Event(entry["event"]) in PAIRED or rival_cost(scene, at, entry) < 12:
        return []
    return [(topic, None)] if not rank_titles(scene, at, entry) else []


def share_out(finding: Finding) -> Iterator[Finding]:
    """Yield the finding, or one for each state and date where the sentence distributes them."""
    shares = find_shares(finding.scene, finding.at) if finding.event in DISTRIBUTED else []
    if not shares:
        yield from told_again(finding)
    for share in shares:
        status = share.status or finding.status
        yield replace(finding, states=share.states, date=share.date, persons=share.persons, status=status)


def describe(finding: Finding, others: Sequence[int], gazetteer: Gazetteer) -> None:
    """Give a finding its attributes; `others` are the items of the sentence's other triggers."""
    scene, at, entry = finding.scene, finding.at, finding.entry
    signings, others = others, [other for other in others if not signs_law(scene, other, at)]
    if scene.zone is not Zone.CAPTION or entry["voice"] != "noun":  # "two days before the signing"
        finding.date = find_date(scene, at, others, date_status(finding))
    if (effect := act_in_effect(scene, at)) is not None:
        finding.date = find_date(scene, effect, others) or finding.date  # the day on which the withdrawal took effect
    if finding.event in PAIRED:
        finding.source = find_source(scene, at)
        return
    if finding.event is Event.AMENDMENT:
        finding.by = find_amender(scene, at, entry, finding.agreement)
    finding.states = list(find_states(scene, at, entry)) or states_of_body(scene, at, entry)
    finding.source = find_source(scene, at, finding.states)
    if finding.event in (Event.SIGNATURE, Event.INITIALLING) and finding.states:
        add_new(finding.states, partners_in(finding))
    if finding.event in (Event.SIGNATURE, Event.INITIALLING, Event.RATIFICATION):
        finding.persons = list(find_persons(scene, at, entry))
    elif finding.event in OWN_ACTS and may_be_of_law(scene, entry):
        add_law(finding, signings)
    finding.place = find_place(scene, at, gazetteer, others)


def add_law(finding: Finding, signings: Sequence[int]) -> None:
    """Give a finding the signers and the day of the law or decree that its sentence says does it."""
    law = find_law(finding.scene, finding.at, signings)
    if law is not None:
        finding.persons = list(find_persons(finding.scene, law, find_signing(finding.scene, law) or finding.entry))
        finding.date = find_date(finding.scene, law, []) or finding.date


def date_status(finding: Finding) -> str:
    """Return the status that tells how to read a day without a year: a decision to leave has its own, past day."""
    is_decided = finding.entry["voice"] == "noun" and finding.event in OWN_ACTS
    return Status.DONE if is_decided or is_day_of_decision(finding.scene, finding.at) else finding.status


def may_be_of_law(scene: Scene, entry: Entry) -> bool:
    """Tell whether a trigger may be what a law does: a verbal noun, any form in CJK (条約から脱退する大統領令)."""
    return entry["voice"] == "noun" or scene.pack.settings.boundary != "word" or scene.pack.settings.code == "vi"


def partners_in(finding: Finding) -> Iterator[str]:
    """Yield the parties that the title behind the verb names with "with" ("sign a peace agreement with Israel")."""
    for title in finding.scene.titles:
        words = finding.scene.items[title.first : title.last + 1]
        if title.cluster == finding.agreement and any("with" in item.roles for item in words):
            yield from title.states


def told_again(finding: Finding) -> Iterator[Finding]:
    """Yield the finding, or one for each date of a list where the act may happen again."""
    dates = repeated_dates(finding.scene, finding.at, finding.date) if finding.date else []
    if dates and finding.event in REPEATED:
        yield from (replace(finding, date=date) for date in dates)
    elif len(set(dates)) > 1 and len(dates[0]) > len("2013"):
        yield replace(finding, date=common_date(dates))
    else:
        yield finding


def bind(
    scene: Scene, at: int, entry: Entry, focus: int | None, events: frozenset[Event]
) -> Iterator[tuple[int, int | None]]:
    """Yield (agreement, replaced) cluster numbers for a trigger; `replaced` is None for plain events."""
    choices = choices_of(scene, at, entry)
    if is_called_off(scene, at) or cancelled_act(scene, at) is not None:
        return
    if (
        is_taken_back(scene, at, entry)
        or stands_for_noun(scene, at, entry)
        or is_attribute(scene, at, entry)
        or is_refused(scene, at, entry)
        or holds_act(scene, at, entry)
        or is_wrong_agent(scene, at, entry)
        or is_count(scene, at, entry)
    ):
        return
    leaves = leaves_organisation(scene, at, entry) or leaves_in_state(scene, at, entry)
    if leaves or is_of_any(scene, at, choices):
        return
    if choices and is_of_rival(scene, at, choices[0].title, entry):
        return
    if choices and rival_cost(scene, at, entry) <= choices[0].cost + object_bonus(scene, at, entry, choices[0].title):
        return
    event = Event(entry["event"])
    if event in PAIRED:
        yield from find_pairs(scene, at, entry, choices, focus)
        return
    if choices:
        title = first_alone(scene, [choice.title for choice in choices])
        titles = meant_by(scene, title, entry) + told_along(scene, at, entry, title)
        numbers = dict.fromkeys(number for title in titles for number in (title.cluster, title.fellow))
        yield from ((number, None) for number in numbers if number >= 0)
        return
    pointed = pronoun_title(scene, at, entry)
    focus = pointed if pointed is not None else focus
    yield from ((number, None) for number in left_out(scene, at, entry, focus, events))


def is_of_any(scene: Scene, at: int, choices: Sequence[Choice]) -> bool:
    """Tell whether a verb speaks of no known agreement ("only by another treaty ratified", "signing any pact")."""
    if scene.pack.settings.order != "svo":
        return False
    unknown = [title for title in scene.titles if title.is_any]
    if any(title.last == at - 1 for title in unknown):
        return True
    objects = [title.first for title in unknown if at < title.first <= at + ANY_REACH and not choices]
    return bool(objects) and not any(item.triggers or item.is_mark for item in scene.items[at + 1 : objects[0]])


def meant_by(scene: Scene, title: Title, entry: Entry) -> list[Title]:
    """Return the titles that a trigger with the best choice `title` takes: its list, all that a heading announces.

    A participle behind a list in which each has its own date belongs to the last alone.
    """
    if title.cluster < 0:
        return after_titles(scene, title)
    group = group_of(scene, title)
    if entry["voice"] == "participle":
        group = [other for other in group if other is title or other.year is None or other.year == title.year]
    return group if is_list(scene, group) else [title]


def choices_of(scene: Scene, at: int, entry: Entry) -> list[Choice]:
    """Return the agreements that a trigger may take: none that only announces a list, none beyond a pronoun."""
    ranked = rank_titles(scene, at, entry)
    is_list = bool(ranked) and ranked[0].title.cluster < 0 and entry["voice"] == "active"
    choices = ranked if is_list else [c for c in ranked if c.title.cluster >= 0]
    choices = [c for c in choices if not is_to_be_replaced(scene, at, entry, c.title)]
    if choices and choices[0].cost > PRONOUN_COST and has_subject_pronoun(scene, at, entry):
        return []
    return choices


def is_attribute(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a verb form stands between an article and a noun: "a revised agreement" tells of no revision."""
    settings = scene.pack.settings
    if entry["voice"] not in ("active", "passive") or settings.order != "svo" or settings.title != "before":
        return False
    before = scene.items[at - 1] if at else None
    is_inside = any(title.first == at + 1 for title in scene.titles)
    is_article = before is not None and bool(before.roles & {"the", "a"})
    return is_inside and is_article

"""When: the date that belongs to a trigger."""

from collections.abc import Sequence

from kg.extract.adverbs import ALONE, adverb_cost, is_of_speech
from kg.extract.scene import Scene
from kg.languages import role_forms
from kg.model import Event

DATE_LIMIT = 16.0
PAPER_WORDS = 9
CELEBRATION = 5  # items between an act and the word for its anniversary
LASTING = frozenset([Event.EXTENSION, Event.SUSPENSION])
DECISION_REACH = 4


def find_date(scene: Scene, at: int, others: Sequence[int], status: str = "done") -> str | None:
    """Return the ISO date that belongs to the trigger at `at` rather than to one of the `others`.

    A day without a year is the next one for a plan ("will vote on Friday"), the last one otherwise.
    """
    best: tuple[float, str | None] = (DATE_LIMIT if others else ALONE * DATE_LIMIT, None)
    for index in scene.dates:
        date = scene.items[index].date
        if date is None or scene.in_title(index):
            continue
        if is_title_date(scene, at, index) or is_term(scene, at, index) or is_day_of_speech(scene, index):
            continue
        if (
            is_of_speech(scene, at, index)
            or is_aside(scene, index)
            or is_enclosed(scene, at, index)
            or is_before_until(scene, at, index)
        ):
            continue
        cost = adverb_cost(scene, at, index)
        rivals = [other for other in others if adverb_cost(scene, other, index) < cost]
        if any(
            not has_nearer_date(scene, other, index) and not are_joined(scene, at, other, index) for other in rivals
        ):
            continue
        if cost < best[0]:
            is_ahead = status == "planned" and not is_told_that_day(scene)
            best = (cost, (is_ahead and date.later) or date.iso)
    return best[1]


def is_near_anniversary(scene: Scene, at: int) -> bool:
    """Tell whether a word for an anniversary stands beside the trigger at `at`."""
    near = scene.items[max(0, at - CELEBRATION) : at + CELEBRATION + 1]
    return any("anniversary" in item.roles for item in near)


def is_day_of_decision(scene: Scene, at: int) -> bool:
    """Tell whether a day stands beside a verb of deciding before the trigger ("vowed on Monday to ratify")."""
    days = [index for index in scene.dates if index < at and not scene.in_title(index)]
    if not days:
        return False
    words = role_forms(scene.pack.settings.code, "decides")
    if scene.pack.settings.order == "sov":
        return any(scene.items[i].text.startswith(words) for i in range(at + 1, min(at + 4, len(scene.items))))
    for index in days:
        near = range(max(0, index - DECISION_REACH), min(index + DECISION_REACH, at) + 1)
        verbs = [i for i in near if "announced" in scene.items[i].roles or decides(scene, i, words)]
        spans = (scene.items[min(i, index) + 1 : max(i, index)] for i in verbs)
        if any(all(item.roles or item.date for item in span) for span in spans):
            return True
    return False


def decides(scene: Scene, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether an item is a verb of deciding, or begins with one (决定退出)."""
    item = scene.items[index]
    is_verb = bool(item.triggers or item.modality) and item.text.lower().startswith(words)
    return is_verb or "decides" in item.roles


def are_joined(scene: Scene, at: int, other: int, index: int) -> bool:
    """Tell whether "and" alone joins two verbs behind a date: they share it ("On Friday, A signed and ratified")."""
    low, high = sorted((at, other))
    is_pair = high - low == 2 and scene.items[low + 1].roles == {"and"}
    return scene.pack.settings.order != "sov" and is_pair and index < low


def is_aside(scene: Scene, index: int) -> bool:
    """Tell whether a date in brackets is that of the thing before it, no act ("after the attack (22 April)")."""
    settings = scene.pack.settings  # where adjectives follow, a plain word may end a town's name or a day's
    if (
        index < 2
        or scene.items[index - 1].text not in "(（"
        or (settings.boundary, settings.title) != ("word", "before")
    ):
        return False
    named = scene.items[index - 2]
    return named.is_plain and not named.is_capital and not scene.in_title(index - 2)


def is_enclosed(scene: Scene, at: int, index: int) -> bool:
    """Tell whether commas close the phrase a date stands in before the verb ("X, set up in 1971, superseded Y")."""
    if index > at or scene.pack.settings.order != "svo" or scene.pack.settings.boundary != "word":
        return False
    opening = [i for i in range(index) if scene.items[i].text == ","]
    closing = [i for i in range(index + 1, at) if scene.items[i].text == ","]
    return bool(opening and closing) and index - opening[-1] > 2 and any(t.last < opening[-1] for t in scene.titles)


def is_before_until(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "before" leads on from a date to the trigger at `at` ("ratified in May before taking effect")."""
    return index < at and at > 0 and scene.pack.settings.order == "svo" and "until" in scene.items[at - 1].roles


def is_told_that_day(scene: Scene) -> bool:
    """Tell whether a plan is told with the day of its announcement, as CJK news does (8日、離脱を表明した)."""
    roles = {role for item in scene.items for role in item.roles}
    return scene.pack.settings.boundary != "word" and bool(roles & {"says", "announced"})


def has_nearer_date(scene: Scene, at: int, index: int) -> bool:
    """Tell whether another date than the one at `index` belongs to the trigger at `at`: it takes one only."""
    if at not in scene.nearest:
        dates = [i for i in scene.dates if not scene.in_title(i)]
        scene.nearest[at] = min(adverb_cost(scene, at, date) for date in dates)
    return scene.nearest[at] < adverb_cost(scene, at, index)


def is_title_date(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a date behind an agreement is the agreement's: what a trigger replaces has a date of its own."""
    if is_inside_attribute(scene, at, index) or is_date_of_paper(scene, at, index):
        return True
    if not any(entry["event"] in ("replacement", "supplement", "amendment") for entry in scene.items[at].triggers):
        return is_date_of_title(scene, at, index)
    if is_tied_to_title(scene, index):
        return True
    if scene.pack.settings.order == "sov" and (date := scene.items[index].date) is not None and date.precision == "day":
        return False
    if any(item.roles & {"in", "on"} and "of" not in item.roles for item in scene.items[max(0, index - 1) : index]):
        return False  # "replaced the old treaty in 2003"
    places = [i for i, item in enumerate(scene.items[:index]) if i > at and item.roles >= {"in", "on"}]
    behind = any(at < t.last < index and not any(t.last < i for i in places) for t in scene.titles)
    return behind or any(index < title.first < at for title in scene.titles)


def is_tied_to_title(scene: Scene, index: int) -> bool:
    """Tell whether "of" or "from" alone ties a date to the agreement before it ("das Protokoll vom 3. Mai 2011")."""
    return index > 1 and bool(scene.items[index - 1].roles & {"from", "of"}) and scene.in_title(index - 2)


def is_date_of_paper(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a word that dates papers alone (Russian "от") ties a date to the agreement before it."""
    if index < 1 or not scene.items[index - 1].roles >= {"from", "on"}:
        return False
    if any(entry["event"] in ("signature", "initialling") for entry in scene.items[at].triggers):
        return False
    for before in range(index - 2, max(-1, index - 2 - PAPER_WORDS), -1):
        item = scene.items[before]
        if scene.in_title(before):
            return True
        if item.triggers or item.lookalikes or item.modality or item.text in ",;" or "but" in item.roles:
            return False
    return False


def is_inside_attribute(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a Chinese date describes the agreement behind it (退出2015年达成的协议, 2010年的《协议》)."""
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo":
        return False
    title = next((title for title in scene.titles if title.first > index), None)
    first = title.first - (scene.items[title.first - 1].text in "《〈「") if title is not None and title.first else 0
    if first < 1 or at > first - 1 or "of" not in scene.items[first - 1].roles:
        return False
    between = scene.items[index + 1 : first - 1]
    return not any(item.is_mark or item.triggers for item in between) and (at < index or not between)


def is_date_of_title(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "of" ties a date to the agreement that another act than its signing takes ("ended the pact of")."""
    is_signing = any(entry["event"] in ("signature", "initialling") for entry in scene.items[at].triggers)
    if index > 1 and scene.items[index - 1].text in "(（" and not is_signing and scene.in_title(index - 2):
        return True  # "the Simla Agreement (1972)"
    if not is_signing and is_tied_to_title(scene, index) and "of" in scene.items[index - 1].roles:
        return True  # "hat das Abkommen vom 11. August 1965 gekündigt"
    before = scene.items[index - 1].roles if index else frozenset()
    is_of = ("of" in before and not before & {"on", "in"}) or before >= {"from", "on"}  # соглашение от 1993 года
    return (
        is_of
        and not is_signing
        and any(
            at < title.last < index <= title.last + 3 + quoted_words(scene, title.last + 1, index)
            for title in scene.titles
        )
    )


def quoted_words(scene: Scene, first: int, end: int) -> int:
    """Return how many items from `first` up to `end` stand in quotation marks that open there, the marks included."""
    if not first < end or scene.items[first].text not in "«“„":
        return 0
    close = next((i for i in range(first, end) if scene.items[i].text in "»”"), first)
    return close - first


def is_day_of_speech(scene: Scene, index: int) -> bool:
    """Tell whether a date stands directly before a verb of saying, where adverbs do (3일 밝혔다, 1日宣布,)."""
    settings = scene.pack.settings
    after = scene.items[index + 1 : index + 3]
    if settings.boundary == "word" or not after or "says" not in after[0].roles:
        return False
    return settings.order == "sov" or (len(after) == 2 and after[1].text in ",,：:“「")


def is_term(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a date is the new end of what is extended ("extended until 2026"), not the day of the act."""
    if any(entry["event"] == Event.ENTRY_INTO_FORCE for entry in scene.items[at].triggers):
        before = scene.items[max(0, index - 2) : index]  # "in force until 2027"; French "au" alone tells the first day
        return any("to" in item.roles and (len(item.text) > len("au") or "until" in item.roles) for item in before)
    lasting = any(entry["event"] in LASTING for entry in scene.items[at].triggers)
    after = scene.items[index + 1].roles if index + 1 < len(scene.items) else frozenset()
    if lasting and scene.pack.settings.order == "sov" and "to" in after and "on" not in after:
        return True  # 2020年まで
    return lasting and any("to" in item.roles for item in scene.items[max(0, index - 2) : index])

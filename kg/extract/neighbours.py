"""What the sentence around a mention tells: its other name, what it replaces, its articles."""

from kg.extract.acts import PAIRED
from kg.extract.arguments import rank_titles
from kg.extract.likeness import LOOSE, are_kinds_alike
from kg.extract.scene import Scene, group_of, is_list
from kg.extract.title import Title
from kg.model import Event, Status

CLAUSE = 3.0
LISTED = 2  # mentions beside one another that may be of one agreement


def name_ahead(scene: Scene, title: Title) -> Title:
    """Return the name that a mention without one is given at once ("a ten-year accord called the Treaty on ...")."""
    at = scene.titles.index(title) + 1
    after = scene.titles[at] if at < len(scene.titles) else None
    if title.is_named or after is None or not after.is_named:
        return title
    between = scene.items[title.last + 1 : after.first]
    return after if len(between) <= 7 and any("nickname" in item.roles for item in between) else title


def is_apposition(scene: Scene, before: Title, title: Title) -> bool:
    """Tell whether a mention only describes the one before ("the Oslo Convention, the treaty on cluster bombs,")."""
    between = scene.items[before.last + 1 : title.first]
    behind = scene.items[title.last + 1 : title.last + 2]
    if len(between) != 2 or between[0].text != "," or not between[1].roles & {"the", "a"}:
        return False
    if len(group_of(scene, title)) > LISTED or not (title.kind in LOOSE or are_kinds_alike(before.kind, title.kind)):
        return False  # "a treaty on the border, a memorandum on water and ..."
    ends = not behind or (behind[0].is_mark and behind[0].text not in "(-")
    described = all(not item.is_capital for item in scene.items[title.first : title.last + 1])
    return ends and described and not (before.year and title.year and before.year != title.year)


def is_named_by_quote(scene: Scene, before: Title, title: Title) -> bool:
    """Tell whether a quoted name stands directly behind a noun for it (貿易協定「…」), where scripts have no spaces."""
    if scene.pack.settings.boundary == "word" or not title.is_quoted or before.is_quoted:
        return False
    between = scene.items[before.last + 1 : title.first]
    is_direct = len(between) == 1 and between[0].start == scene.items[before.last].end
    return is_direct and are_kinds_alike(before.kind, title.kind) and not (before.year and title.year)


def ends_here(scene: Scene, title: Title) -> bool:
    """Tell whether the sentence says that an agreement expires: "the new treaty" told of later is another."""
    for at in scene.triggers:
        entry = scene.items[at].triggers[0]
        if entry["event"] != Event.EXPIRY or entry["status"] == Status.DENIED:
            continue
        ranked = rank_titles(scene, at, entry)
        if ranked and ranked[0].title is title:
            return True
    return False


def opponent_of(scene: Scene, title: Title) -> Title | None:
    """Return the agreement before `title` that replaces it or that it replaces: a verb between or behind both."""
    at = scene.titles.index(title)
    before = scene.titles[at - 1] if at else None
    group = group_of(scene, title)
    if before is None or (before in group and is_list(scene, group)):
        return None
    order = scene.pack.settings.order
    start = 0 if order == "vso" or opens_with_verb(scene, before) else before.last + 1
    events = PAIRED if order != "sov" else (Event.REPLACEMENT,)
    for index, item in enumerate(scene.items[start:], start):
        if index > title.last and scene.distance(index, title.last) > CLAUSE:
            return None
        if any(e["event"] in events for e in item.triggers) and not scene.in_title(index):
            has_object = scene.pack.settings.order == "svo" and any(t.first > index for t in scene.titles)
            return None if index > title.last and has_object else before  # "X is the treaty that replaced Y"
    return None


def follows_replacement(scene: Scene, title: Title) -> bool:
    """Tell whether a mention is what something told of before replaces: "It replaced the 1961 treaty"."""
    settings = scene.pack.settings
    if (settings.order, settings.boundary) != ("svo", "word") or scene.titles[0] is not title:
        return False
    if title.is_back or not (title.year or title.is_named):
        return False  # "nor does it replace this document"
    at = title.first - 1
    while at > 0 and scene.items[at].roles & {*DETERMINERS, "pronoun"} and not scene.items[at].triggers:
        at -= 1  # "ersetzt er das Abkommen"
    if any(item.roles & {"first", "second"} for item in scene.items[:at]):
        return False  # "the second replaces the treaty of 1989"
    return any(e["event"] == Event.REPLACEMENT and e["voice"] == "active" for e in scene.items[at].triggers)


def opens_with_verb(scene: Scene, title: Title) -> bool:
    """Tell whether the subject `title` follows its verb: only its article stands between (German inversion)."""
    index = title.first - 1
    while index > 0 and scene.items[index].roles & {"the", "new", "old"}:
        index -= 1
    is_free = scene.pack.settings.adverbs == "either" and scene.pack.settings.order == "svo"
    return is_free and index >= 0 and any(entry["voice"] == "active" for entry in scene.items[index].triggers)


DETERMINERS = frozenset(["any", "the", "a", "this", "new", "old"])


def is_adjective(scene: Scene, index: int, step: int) -> bool:
    """Tell whether an unknown word stands between an indefinite article and a mention ("ein ähnliches Abkommen")."""
    if step > 0 or index < 1 or scene.pack.settings.order != "svo" or scene.pack.settings.boundary != "word":
        return False
    return scene.items[index].is_plain and scene.items[index].text.islower() and "a" in scene.items[index - 1].roles


def roles_around(scene: Scene, title: Title) -> frozenset[str]:
    """Return the roles of the articles, demonstratives and adjectives directly around a mention."""
    found: set[str] = set()
    for step, index in ((-1, title.first - 1), (1, title.last + 1)):
        index += step * title.is_quoted  # over the quotation mark: 'this "Charter of X"'
        index += step * is_adjective(scene, index, step)
        for _ in range(3):
            if not 0 <= index < len(scene.items) or not scene.items[index].roles & DETERMINERS:
                break
            opens_clause = step > 0 and bool(scene.items[index].roles & {"that", "which"})  # "an accord that A signed"
            found |= scene.items[index].roles & DETERMINERS - ({"this"} if opens_clause else set())
            index += step
        if step < 0 and 0 <= index and "along" in scene.items[index].roles:
            found.add("along")
    for item in scene.items[title.first : title.last + 1]:
        found |= item.roles & {"new", "old", "this"}
    return frozenset(found)


def is_unknown(scene: Scene, title: Title, roles: frozenset[str]) -> bool:
    """Tell whether "a" makes a noun that only refers back one that was not spoken of ("a sister instrument")."""
    before = scene.items[max(0, title.first - 2) : title.first]
    is_agent = any("by" in item.roles for item in before)
    is_new = "a" in roles or (len(before) == 2 and before[1].is_plain and "a" in before[0].roles)
    return title.is_back and is_new and not title.is_named and not is_agent

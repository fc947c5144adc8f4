"""States that are no actors but the place of something: a capital or country behind "in", no parliament."""

from kg.extract.scene import Scene

TOWN_REACH = 5


def leads_to_town(scene: Scene, index: int) -> bool:
    """Tell whether a state only says where the town or hall behind it lies (首都ビリニュスで, プラハ城で)."""
    is_land = any(entry["type"] in ("name", "organisation", "capital") for entry in scene.items[index].states)
    if scene.pack.settings.order != "sov" or not is_land:
        return False
    for item in scene.items[index + 1 : index + 5]:
        if item.roles == {"in"}:
            return True
        is_seat = any(entry["type"] == "capital" for entry in item.states)
        if item.is_mark or item.triggers or not (item.is_plain or is_seat or item.roles <= {"of", "by"}):
            return False
    return False


def is_land_of_town(scene: Scene, index: int) -> bool:
    """Tell whether a state tells where a town is: "in Asunción, Paraguay,"."""
    if index < 3 or scene.items[index - 1].text not in ",،" or scene.items[index - 2].date is not None:
        return False
    if any(entry["type"] == "capital" for entry in scene.items[index].states) and opens_clause(scene, index):
        return False  # "after the attack in X, New Delhi suspended"
    return "in" in scene.items[index - 3].roles


def is_by_town_word(scene: Scene, index: int) -> bool:
    """Tell whether a state tells where a town is ("in the Chinese city of X", "tại thủ đô Lima của Peru")."""
    items, words = scene.items, scene.pack.settings.towns
    if not words:
        return False
    near = range(max(0, index - TOWN_REACH), min(index + 2, len(items)))
    for at in near:
        if items[at].text.lower() in words and not any(item.is_mark for item in items[min(at, index) : max(at, index)]):
            return any(item.roles == {"in"} or item.roles >= {"in", "on"} for item in items[max(0, at - 4) : at])
    return False


def is_place(scene: Scene, index: int) -> bool:
    """Tell whether a state's word is the place of something: a capital or country behind "in", no parliament."""
    item = scene.items[index]
    if any(entry["type"] == "institution" for entry in item.states):
        return False
    before = scene.items[index - 1] if index else None
    settings = scene.pack.settings
    if before is not None and "the" in before.roles and "in" not in before.roles and index > 1:
        before = scene.items[index - 2] if settings.title == "after" else before  # "en el Vaticano"
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    if is_land_of_town(scene, index) or is_by_town_word(scene, index):
        return True
    is_behind = settings.order == "sov" or settings.boundary == "word"
    if is_behind and after is not None and after.roles == {"in"} and after.start == item.end:
        return True
    if settings.boundary in ("none", "left"):
        return leads_to_town(scene, index) or (before is not None and before.roles == {"in"})
    return settings.order != "sov" and before is not None and "in" in before.roles


def opens_clause(scene: Scene, index: int) -> bool:
    """Tell whether a verb or its auxiliary stands directly behind a name: it is the subject."""
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    is_word = after is not None and not after.is_mark and not after.is_capital and not after.roles
    return scene.pack.settings.order == "svo" and is_word

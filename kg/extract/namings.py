"""What a mention calls its agreement."""

from kg.extract.scene import Scene
from kg.extract.title import Title


def names_of(scene: Scene, title: Title, text: str) -> list[str]:
    """Return the names in a mention: the title as written, then those in its brackets."""
    end = scene.items[title.last].end
    if title.aliases:
        before = title.aliases[0][0] - 1
        while before > title.first and (scene.items[before].is_mark or "the" in scene.items[before].roles):
            before -= 1
        end = scene.items[before].end
    names = [title.name or text[title.start : end]]
    for first, last in title.aliases:
        inner = scene.items[first : last + 1]
        if any(item.noun for item in inner):
            words = text[inner[0].start : inner[-1].end]
            names.extend(part.strip() for part in words.split("/") if part.strip())
        else:
            names.extend(item.text for item in inner if item.is_acronym or len(inner) == 1)
    return names

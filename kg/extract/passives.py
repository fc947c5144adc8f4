"""Verbs that a word of their own makes passive, their agent between (Vietnamese "được Quốc hội phê chuẩn")."""

from kg.extract.scene import COMMAS, Scene

REACH = 16


def is_undergone(scene: Scene, at: int) -> bool:
    """Tell whether the verb at `at` is passive by a word before it and an agreement stands before that word."""
    index = passive_word(scene, at)
    return index is not None and any(title.last < index for title in scene.titles)


def passive_word(scene: Scene, at: int) -> int | None:
    """Return the word that makes the verb at `at` passive: only its agent, dates and adverbs stand between."""
    for index in range(at - 1, max(-1, at - REACH), -1):
        item = scene.items[index]
        if "passive" in item.roles:
            return index
        if scene.in_title(index):
            first = next(title.first for title in scene.titles if title.first <= index <= title.last)
            return first - 1 if first and "passive" in scene.items[first - 1].roles else None
        if item.triggers or item.roles & {"but", "which", "that", "says"}:
            return None
        if item.is_mark and item.text not in COMMAS and item.text not in "().-":
            return None
    return None

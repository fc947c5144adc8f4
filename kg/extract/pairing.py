"""Two agreements under one noun: "both documents", "the two accords"."""

from collections.abc import Sequence

from kg.extract.clusters import Cluster
from kg.extract.scene import Scene
from kg.extract.title import Title

FELLOW_REACH = 3


def both_of(scene: Scene, title: Title, clusters: Sequence[Cluster]) -> list[int]:
    """Return the two agreements that "both documents" speak of, the last first; none for any other mention.

    They were spoken of shortly before; of more than two, those that their texts call as the mention does.
    """
    before = scene.items[max(0, title.first - 2) : title.first + 1]
    if title.is_named or not any("both" in item.roles for item in before):
        return []
    founded = [c for c in clusters if any(t.is_named or t.rank == "head" for t in c.titles)]
    recent = [c for c in founded if c.last_sentence >= title.sentence - FELLOW_REACH]
    called = [c for c in recent if c.kind is title.kind]
    chosen = called if len(called) == 2 else recent
    last = sorted(chosen, key=lambda c: (c.last_sentence, c.number))[-2:]
    return [cluster.number for cluster in reversed(last)] if len(last) == 2 else []

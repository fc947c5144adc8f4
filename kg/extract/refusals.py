"""Who has not done what another has, in so many words: "A has ratified the treaty, but B has not"."""

from collections.abc import Iterator, Sequence

from kg.extract.acts import SHARED
from kg.extract.bind import Finding
from kg.extract.scene import Scene
from kg.model import Event, Status

REFUSED = SHARED | {Event.SIGNATURE}
CLAUSE = 9  # the most items of a clause that says no more than "but B has not yet done so"


def refusals(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a denied act for the state of a clause that only denies what the one before it tells."""
    if not found or scene.pack.settings.order == "sov":
        return
    last = max(found, key=lambda finding: finding.at)
    if last.event not in REFUSED or last.status != Status.DONE or not last.states or last.at != scene.triggers[-1]:
        return
    turns = [i for i in range(last.at + 1, len(scene.items)) if "contrary" in scene.items[i].roles]
    turn = turns[0] if len(turns) == 1 else None
    if turn is None or any(title.first > turn for title in scene.titles):
        return
    codes, denial = told_behind(scene, turn)
    others = [code for code in codes if code not in last.states]
    if denial is not None and len(others) == len(codes) == 1:
        yield Finding(last.event, last.agreement, Status.DENIED, scene, last.entry, denial, states=others)


def is_denial(scene: Scene, index: int) -> bool:
    """Tell whether an item denies what is left out."""
    return any(entry["status"] == Status.DENIED for entry in scene.items[index].modality)


def told_behind(scene: Scene, turn: int) -> tuple[list[str], int | None]:
    """Return the states of a clause from its word for "but" on, and where it denies; nothing of a longer clause."""
    end = next((i for i in range(turn + 1, len(scene.items)) if scene.items[i].is_mark), len(scene.items))
    first = turn - 1 if scene.items[turn - 1].states else turn  # "B aber noch nicht"
    clause = range(first, end)
    if len(clause) > CLAUSE or any(scene.items[i].noun or scene.items[i].date for i in clause):
        return [], None
    codes = [code for i in clause for entry in scene.items[i].states[:1] for code in entry["code"].split()]
    denials = [i for i in clause if is_denial(scene, i)]
    return codes, denials[-1] if denials else None

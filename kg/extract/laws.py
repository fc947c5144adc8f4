"""Who signs the law after a parliament's vote: that, too, ratifies ("the Senate approved it, and X signed the law")."""

from collections.abc import Iterator, Sequence

from kg.extract.bind import Finding, describe
from kg.extract.places import Gazetteer
from kg.extract.scene import Scene
from kg.extract.signers import find_signing
from kg.extract.status import read_status
from kg.extract.times import HYPOTHETICAL
from kg.model import Event, Status

LAW_REACH = 5.0
SENTENCES = 1
CONTENT = frozenset(["about", "of", "for"])


def find_law_signings(scene: Scene, told: Sequence[Finding], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Yield a ratification for each law that a person signs right after one that `told` tells of.

    It is of the same agreement, and of the same state unless the signer's own is known.
    """
    near = [f for f in told if 0 <= scene.number - f.scene.number <= SENTENCES and f.event is Event.RATIFICATION]
    taken = {finding.at for finding in told if finding.scene is scene}
    for at in scene.triggers if near else ():
        entry = find_signing(scene, at)
        before = [f for f in near if f.status == Status.DONE and (f.scene is not scene or f.at < at)]
        if entry is None or at in taken or not before or not signs_law(scene, at):
            continue
        like = before[-1]
        status = read_status(scene, at, entry)
        finding = Finding(Event.RATIFICATION, like.agreement, status, scene, entry, at)
        describe(finding, [other for other in scene.triggers if other != at], gazetteer)
        own = [person.state for person in finding.persons if person.state is not None]
        finding.states = own or (list(like.states) if len(like.states) == 1 else [])
        if finding.persons and finding.states and status != HYPOTHETICAL:
            yield finding


def signs_law(scene: Scene, at: int) -> bool:
    """Tell whether the law itself, none on something else, stands beside the verb at `at`."""
    laws = [i for i, item in enumerate(scene.items) if "law" in item.roles and not scene.in_title(i)]
    return any(scene.distance(at, law) <= LAW_REACH and not has_content(scene, law) for law in laws)


def has_content(scene: Scene, law: int) -> bool:
    """Tell whether a law's own subject stands behind it ("the law on pensions"), no date and no ratification."""
    behind = scene.items[law + 1 : law + 3]
    if len(behind) < 2 or not behind[0].roles & CONTENT or behind[1].date is not None:
        return False
    return not any(entry["event"] == Event.RATIFICATION for entry in behind[1].triggers)

"""The curator's ledger: decisions on identity that beat the score, in a plain tab-separated file.

A decision names agreements by their documents' own (anchors such as `3fa9c21b8d0e77aa/A1`: the head of the document's
sha256 and the local id), so it means the same whatever else is loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.errors import InputError, Place
from kg.resolve.entities import Member

HEADER = ("verdict", "left", "right", "date", "note")
HEAD = 16  # hex digits of a document's sha256 in an anchor


class Verdict(StrEnum):
    """What a curator decided about two sides."""

    SAME = "same"
    NOT_SAME = "not-same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """All anchors of `left` and `right` are one agreement, or no anchor of the one is any of the other."""

    verdict: Verdict
    left: tuple[str, ...]
    right: tuple[str, ...]
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions in the order they were made; on the same two anchors the last one counts."""

    decisions: tuple[Decision, ...] = ()

    def verdicts(self) -> dict[tuple[str, str], Verdict]:
        """Return the verdict on each pair of anchors, the pair sorted."""
        found: dict[tuple[str, str], Verdict] = {}
        for decision in self.decisions:
            for one in decision.left:
                for other in decision.right:
                    if one != other:
                        found[min(one, other), max(one, other)] = decision.verdict
        return found


def make_anchor(member: Member) -> str:
    """Return the anchor of a document's agreement."""
    return f"{member[0][:HEAD]}/{member[1]}"


def read_ledger(path: Path) -> Ledger:
    """Return the ledger in `path`, empty if there is no file. Raises InputError with the line of a fault."""
    if not path.is_file():
        return Ledger()
    lines = path.read_text("utf-8").splitlines()
    if lines and tuple(lines[0].split("\t")) != HEADER:
        raise InputError.at(Place(path=path, line=1), f"the header of a ledger is: {' '.join(HEADER)}")
    return Ledger(tuple(_parse_line(path, number, line) for number, line in enumerate(lines[1:], 2) if line.strip()))


def _parse_line(path: Path, number: int, line: str) -> Decision:
    cells = line.split("\t")
    if len(cells) != len(HEADER):
        raise InputError.at(Place(path=path, line=number), f"{len(cells)} columns, not {len(HEADER)}")
    if cells[0] not in set(Verdict):
        raise InputError.at(Place(path=path, line=number, field="verdict"), f"unknown verdict {cells[0]!r}")
    left, right = tuple(cells[1].split()), tuple(cells[2].split())
    if not left or not right:
        raise InputError.at(Place(path=path, line=number), "a decision needs anchors on both sides")
    return Decision(verdict=Verdict(cells[0]), left=left, right=right, date=cells[3], note=cells[4])


def write_ledger(path: Path, decisions: Iterable[Decision]) -> None:
    """Write the decisions to `path`, beside and renamed, so that a crash leaves the old file."""
    rows = [HEADER, *(_row(decision) for decision in decisions)]
    beside = path.with_name(f"{path.name}.new")
    beside.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    beside.replace(path)


def _row(decision: Decision) -> tuple[str, ...]:
    note = " ".join(decision.note.split())
    return str(decision.verdict), " ".join(decision.left), " ".join(decision.right), decision.date, note

"""The measured scores of the languages: scores.tsv, written by `make goldens` from the gold corpus."""

import csv
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_name("scores.tsv")
COLUMNS = ("code", "records", "precision", "recall", "f1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How well a language is read: on how many gold articles, and the figures there (0 to 1)."""

    code: str
    records: int
    precision: float
    recall: float
    f1: float


def read_scores(path: Path = PATH) -> dict[str, Measured]:
    """Return the measured scores by the code of the language."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _parse(row) for row in csv.DictReader(file, delimiter="\t")}


def write_scores(scores: list[Measured], path: Path = PATH) -> None:
    """Write the scores, one language a line, sorted by code."""
    rows = [COLUMNS, *([str(getattr(one, column)) for column in COLUMNS] for one in sorted(scores, key=_code))]
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def _code(score: Measured) -> str:
    return score.code


def _parse(row: dict[str, str]) -> Measured:
    return Measured(
        code=row["code"],
        records=int(row["records"]),
        precision=float(row["precision"]),
        recall=float(row["recall"]),
        f1=float(row["f1"]),
    )

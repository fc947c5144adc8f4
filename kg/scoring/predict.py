"""Predictions for gold records: extraction run over their texts; their answers are not looked at."""

from collections.abc import Iterable, Iterator
from typing import cast

from kg.errors import InputError
from kg.extract.batch import read_batch
from kg.extract.record import to_record
from kg.model import Document
from kg.scoring.records import Record


def predict(gold: Iterable[Record], jobs: int = 1) -> Iterator[tuple[str, Record] | InputError]:
    """Yield what extraction says of each record by its id, or the error of a record that it refuses."""
    for outcome in read_batch([_make_document(record) for record in gold], jobs):
        if isinstance(outcome, InputError):
            yield outcome
        else:
            record = to_record(outcome)
            yield record["id"], cast("Record", record)


def _make_document(record: Record) -> Document:
    return Document(
        text=record["text"], name=record["id"], language=record.get("lang"), published=record.get("published")
    )

"""Many documents: one after the other, or in a pool of processes; the order of the output is that of the input."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from kg.errors import InputError
from kg.extract.reader import read_document
from kg.model import Document, Extraction

Outcome = Extraction | InputError
# How many documents each process may have waiting: enough to keep it busy, few enough to bound memory.
_AHEAD = 16


def read_batch(documents: Iterable[Document | InputError], jobs: int = 1) -> Iterator[Outcome]:
    """Yield the extraction of each document, or the error that stands in its place, in the order of the input.

    With `jobs` above 1 that many processes work; the outcome is the same. Input is read as it is needed.
    """
    if jobs <= 1:
        for document in documents:
            yield _read(document)
        return
    # spawn: a forked child of a process with threads may deadlock (Python 3.12 warns of it).
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from _read_ahead(documents, pool, jobs * _AHEAD)


def _read_ahead(documents: Iterable[Document | InputError], pool: ProcessPoolExecutor, ahead: int) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome]] = deque()
    for document in documents:
        waiting.append(pool.submit(_read, document))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _read(document: Document | InputError) -> Outcome:
    if isinstance(document, InputError):
        return document
    try:
        return read_document(document)
    except InputError as error:
        return type(error)(f"{document.name or document.id}: {error}")

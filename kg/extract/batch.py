"""Many documents: one after the other, or in a pool of processes; the order of the output is that of the input."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from kg.errors import InputError
from kg.extract.reader import read_document
from kg.model import Document, Extraction

T = TypeVar("T")
# How many documents each process may have waiting: enough to keep it busy, few enough to bound memory.
_AHEAD = 300


def read_batch(documents: Iterable[Document | InputError], jobs: int = 1) -> Iterator[Extraction | InputError]:
    """Yield the extraction of each document, or the error that stands in its place, in the order of the input.

    With `jobs` above 1 that many processes work; the outcome is the same. Input is read as it is needed.
    """
    return map_batch(documents, _itself, jobs)


def map_batch(
    documents: Iterable[Document | InputError], work: Callable[[Extraction], T], jobs: int = 1
) -> Iterator[T | InputError]:
    """Yield what `work` makes of each document's extraction, in the same process; see `read_batch`.

    With `jobs` above 1 `work` and what it returns are pickled.
    """
    do = partial(_read, work)
    if jobs <= 1:
        yield from map(do, documents)
        return
    # spawn: a forked child of a process with threads may deadlock (Python 3.12 warns of it).
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from _read_ahead(documents, do, pool, jobs * _AHEAD)


def _read_ahead(
    documents: Iterable[Document | InputError],
    do: Callable[[Document | InputError], T],
    pool: ProcessPoolExecutor,
    ahead: int,
) -> Iterator[T]:
    waiting: deque[Future[T]] = deque()
    for document in documents:
        waiting.append(pool.submit(do, document))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _read(work: Callable[[Extraction], T], document: Document | InputError) -> T | InputError:
    if isinstance(document, InputError):
        return document
    try:
        return work(read_document(document))
    except InputError as error:
        return type(error)(f"{document.name or document.id}: {error}")


def _itself(extraction: Extraction) -> Extraction:
    return extraction

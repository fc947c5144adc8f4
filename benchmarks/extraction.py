"""Speed of extraction on one core, beside spaCy: `python -m benchmarks.extraction`.

spaCy only tokenizes (a blank pipeline) and looks up the same lexicon (PhraseMatcher): the least that a
pipeline built on it would do. It is measured where it is installed (`pip install spacy`), on the languages
that it tokenizes without a further download; kg is measured on those too.
"""

import resource
import time
from collections.abc import Callable
from typing import Any

from benchmarks.corpus import count_bytes, make_mix
from kg.extract.reader import read_document
from kg.languages import load_pack, supported_languages
from kg.model import Document

STORIES = 40
ROUNDS = 3

Read = Callable[[Document], Any]


def main() -> None:
    """Measure and print megabytes a second."""
    languages = supported_languages()
    started = time.perf_counter()
    for document in make_mix(languages, len(languages) * 4, seed=0):
        read_document(document)
    print(f"{len(languages)} packs loaded and warm in {time.perf_counter() - started:.1f} s")
    print(f"kg: {measure(read_document, languages):.2f} MB/s, {len(languages)} languages, one core")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    compare(languages)


def compare(languages: tuple[str, ...]) -> None:
    """Measure spaCy and kg on the languages that spaCy reads."""
    readers = {code: reader for code in languages if (reader := make_spacy(code))}
    if not readers:
        print("spaCy is not installed")
        return
    known = tuple(readers)
    theirs = measure(lambda document: readers[document.language or ""](document), known)
    ours = measure(read_document, known)
    print(f"on {' '.join(known)}: spaCy {theirs:.2f} MB/s, kg {ours:.2f} MB/s, {ours / theirs:.1f} times")


def measure(read: Read, languages: tuple[str, ...]) -> float:
    """Return megabytes a second of CPU time, the best of some rounds; each round has other articles."""
    speeds = []
    for seed in range(1, ROUNDS + 1):
        documents = make_mix(languages, STORIES, seed)
        started = time.process_time()
        for document in documents:
            read(document)
        speeds.append(count_bytes(documents) / (time.process_time() - started) / 1e6)
    return max(speeds)


def make_spacy(code: str) -> Read | None:
    """Return spaCy's reader of a language, None where it is not installed or cannot tokenize the language."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher

        nlp = spacy.blank(code)
    except (ImportError, OSError):
        return None
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("FORM", list(nlp.tokenizer.pipe({entry.form.text for entry in load_pack(code).entries})))
    return lambda document: matcher(nlp(document.text))


if __name__ == "__main__":
    main()

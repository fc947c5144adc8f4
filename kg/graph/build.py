"""The whole graph of a set of documents: from extractions and their resolution to lines of N-Quads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.claims import Statement, find_statements, group_statements, identify_claims
from kg.graph.document_graph import document_lines
from kg.graph.owned import own_agreement, own_leader, own_state, with_continuators
from kg.model.claim import Extraction
from kg.resolve.entities import Resolution


def build_lines(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[str]:
    """Yield all lines: each document's graph, the derived one, the index of names."""
    known = sorted({one.document.id: one for one in extractions}.values(), key=lambda one: one.document.id)
    for extraction in known:
        yield from document_lines(extraction, identify_claims(extraction))
    yield from derive_lines(known, resolution)


def derive_lines(extractions: Sequence[Extraction], resolution: Resolution) -> Iterator[str]:
    """Yield the lines of the derived graph and of the index of names."""
    statements = list(find_statements(extractions, resolution))
    concerned, naming = group_statements(statements), _by_leader(statements)
    owned = [own_agreement(agreement, concerned.get(agreement.id, ())) for agreement in resolution.agreements]
    owned += [own_leader(leader, naming[leader.id]) for leader in resolution.leaders]
    for one in owned:
        yield from one.lines
    for code in sorted(with_continuators(code for one in owned for code in one.states)):
        yield from own_state(code)


def _by_leader(statements: Iterable[Statement]) -> defaultdict[str, list[str]]:
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        for leader in statement.claim.leaders:
            naming[leader].append(statement.id)
    return naming

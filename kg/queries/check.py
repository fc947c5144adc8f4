"""Checking query files: every parameter is used and none is projected, every query has a Cypher twin."""

import re
from collections.abc import Iterator

from kg.queries.canned import CannedQuery, find_twin
from kg.stores.binding import find_variables

PROJECTION = re.compile(r"\bSELECT\s+(?:DISTINCT\s+)?(?P<names>[^{]*?)\s*WHERE\b", re.IGNORECASE)


def check_query(query: CannedQuery) -> Iterator[str]:
    """Yield what is wrong with a query, in words; nothing for a good one."""
    projected = {name for match in PROJECTION.finditer(query.text) for name in find_variables(match["names"])}
    used = find_variables(query.text)
    for parameter in query.parameters:
        if parameter.name not in used:
            yield f"{query.path}: the parameter {parameter.name} is not used"
        if parameter.name in projected:
            yield f"{query.path}: the parameter {parameter.name} is a column too"
    twin = find_twin(query)
    if twin is None:
        yield f"{query.path}: no Cypher twin beside it"
        return
    if (twin.title, twin.answers, twin.parameters) != (query.title, query.answers, query.parameters):
        yield f"{twin.path}: its header differs from that of {query.path.name}"
    for parameter in twin.parameters:
        if f"${parameter.name}" not in twin.text:
            yield f"{twin.path}: the parameter {parameter.name} is not used"

"""Running query files with bound parameters."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.vocabulary import BASE, XSD
from kg.queries.answers import Answer, make_answer
from kg.queries.canned import CannedQuery, Parameter, ParameterType
from kg.queries.order import select_in_order
from kg.resources import find_packaged
from kg.stores.base import Store, Term

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
ENTITIES = frozenset({ParameterType.AGREEMENT, ParameterType.LEADER, ParameterType.STATE, ParameterType.DOCUMENT})
Namer = Callable[[ParameterType, str], str]  # from a type and a name to the id of a thing


def run_query(store: Store, query: CannedQuery, values: Mapping[str, str], name: Namer) -> Answer:
    """Return the answer to a canned query; `name` finds the entity that a value names.

    Raises QueryError for a missing, unknown or ill-formed parameter.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for given in values:
        if given not in known:
            raise QueryError(f"query {query.name!r} has no parameter {given!r}; it takes: {', '.join(known) or 'none'}")
    for parameter in query.parameters:
        if parameter.name not in values:
            raise QueryError(f"query {query.name!r} needs -p {parameter.name}=..., such as {parameter.example}")
    bound = {key: bind_value(known[key], value, name) for key, value in values.items()}
    return make_answer(select_in_order(lambda text: store.select(text, bound), query.text))


def bind_value(parameter: Parameter, value: str, name: Namer) -> Term:
    """Return a parameter's value as a term of its type."""
    if parameter.type in ENTITIES:
        return NamedNode(BASE + name(parameter.type, value))
    if parameter.type is ParameterType.DATE:
        if not DAY.fullmatch(value):
            raise QueryError(f"{parameter.name}={value}: a date is written YYYY-MM-DD")
        return Literal(value, datatype=NamedNode(f"{XSD}date"))
    if parameter.type is ParameterType.NUMBER:
        if not value.lstrip("-").isdigit():
            raise QueryError(f"{parameter.name}={value}: not a whole number")
        return Literal(int(value))
    return Literal(value)


def ask_internal(store: Store, query: str, **values: Term) -> Answer:
    """Return the answer to one of kg's own small queries, `internal/QUERY.rq`."""
    return make_answer(store.select(_read_internal(query), values))


@cache
def _read_internal(query: str) -> str:
    return (find_packaged("kg.queries", "internal") / f"{query}.rq").read_text("utf-8")

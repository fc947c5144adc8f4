"""The JSON-LD context (`ontology/context.jsonld`): short names for IRIs, and the types of their values."""

import json
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from kg.resources import find_resource

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

Term: TypeAlias = "str | dict[str, str]"
_XSD = "http://www.w3.org/2001/XMLSchema#"


@cache
def read_context() -> dict[str, Term]:
    """Return the terms and prefixes of the context file."""
    text = find_resource("ontology/context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Term] = json.loads(text)["@context"]
    return context

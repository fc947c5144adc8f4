"""The JSON-LD context (`ontology/context.jsonld`): short names for IRIs, and the types of their values."""

import json
from functools import cache
from typing import TypeAlias

from kg.resources import find_data

Term: TypeAlias = "str | dict[str, str]"


@cache
def read_context() -> dict[str, Term]:
    """Return the terms and prefixes of the context file."""
    text = (find_data("ontology") / "context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Term] = json.loads(text)["@context"]
    return context

"""Answers in the W3C's result formats: SPARQL 1.1 JSON, XML, CSV and TSV."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.stores.base import Cell, Table

_XMLNS = "http://www.w3.org/2005/sparql-results#"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def to_csv(table: Table) -> str:
    """Return the table as CSV: plain values, no types."""
    return rows_to_csv(table.columns, table.texts())


def rows_to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows of plain values as CSV, an empty cell for None (RFC 4180)."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()


def to_tsv(table: Table) -> str:
    """Return the table as TSV: terms as Turtle writes them."""
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join("" if cell is None else str(cell) for cell in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines)


def to_json(table: Table) -> str:
    """Return the table as SPARQL 1.1 Query Results JSON."""
    if table.is_boolean:
        return json.dumps({"head": {}, "boolean": _truth(table)}) + "\n"
    bindings = [
        {name: _json_term(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None}
        for row in table.rows
    ]
    answer = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False) + "\n"


def to_xml(table: Table) -> str:
    """Return the table as SPARQL Query Results XML."""
    return "".join(f"{line}\n" for line in _xml_lines(table))


FORMATS: dict[str, Callable[[Table], str]] = {
    "csv": to_csv,
    "tsv": to_tsv,
    "sparql-json": to_json,
    "sparql-xml": to_xml,
}


def _xml_lines(table: Table) -> Iterator[str]:
    yield '<?xml version="1.0"?>'
    yield f'<sparql xmlns="{_XMLNS}">'
    if table.is_boolean:
        yield f"<head/>\n<boolean>{str(_truth(table)).lower()}</boolean>"
    else:
        yield "<head>" + "".join(f"<variable name={quoteattr(name)}/>" for name in table.columns) + "</head>"
        yield "<results>"
        for row in table.rows:
            cells = zip(table.columns, row, strict=True)
            bound = (f"<binding name={quoteattr(name)}>{_xml_term(cell)}</binding>" for name, cell in cells if cell)
            yield f"<result>{''.join(bound)}</result>"
        yield "</results>"
    yield "</sparql>"


def _json_term(cell: Cell) -> dict[str, object]:
    if isinstance(cell, Literal):
        term: dict[str, object] = {"type": "literal", "value": cell.value}
        if cell.language:
            term["xml:lang"] = cell.language
        elif cell.datatype.value != _STRING:
            term["datatype"] = cell.datatype.value
        return term
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    kind = "uri" if isinstance(cell, NamedNode) else "bnode"
    return {"type": kind, "value": cell.value if cell is not None else ""}


def _xml_term(cell: Cell) -> str:
    if isinstance(cell, NamedNode):
        return f"<uri>{escape(cell.value)}</uri>"
    if isinstance(cell, BlankNode):
        return f"<bnode>{escape(cell.value)}</bnode>"
    if isinstance(cell, Literal):
        attribute = ""
        if cell.language:
            attribute = f" xml:lang={quoteattr(cell.language)}"
        elif cell.datatype.value not in (_STRING, _LANGUAGE):
            attribute = f" datatype={quoteattr(cell.datatype.value)}"
        return f"<literal{attribute}>{escape(cell.value)}</literal>"
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts.items()) + "</triple>"
    return ""


def _truth(table: Table) -> bool:
    ((cell,),) = table.rows
    return isinstance(cell, Literal) and cell.value == "true"

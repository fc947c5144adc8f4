"""Metadata of a web page: Open Graph, JSON-LD (schema.org), the HTML head; nothing is guessed from the text."""

import json
from collections.abc import Iterator
from typing import cast

from resiliparse.parse.html import DocumentNode, HTMLTree

from kg.documents.metadata import Metadata, parse_day, parse_language

# In each row the first selector that gives something wins: the page's most deliberate word first.
_TITLE = ("meta[property='og:title']", "meta[name='twitter:title']", "h1", "title")
_OUTLET = ("meta[property='og:site_name']", "meta[name='application-name']")
_URL = ("link[rel='canonical']", "meta[property='og:url']")
_PUBLISHED = (
    "meta[property='article:published_time']",
    "meta[itemprop='datePublished']",
    "meta[name='pubdate']",
    "meta[name='publishdate']",
    "meta[name='dc.date.issued']",
    "meta[name='DC.date.issued']",
    "time[itemprop='datePublished']",
    "article time[datetime]",
)


def read_page_metadata(page: HTMLTree) -> Metadata:
    """Return what the page declares of itself; what it does not declare is absent."""
    root = page.document
    if root is None:
        return Metadata()
    linked = _read_linked_data(root)
    known = Metadata(
        title=_find(root, _TITLE) or linked.get("headline", ""),
        outlet=_find(root, _OUTLET) or linked.get("publisher", ""),
        url=_find(root, _URL),
        language=parse_language(_find_language(root) or linked.get("inLanguage", "")),
        published=parse_day(linked.get("datePublished", "")) or _find_day(root),
    )
    return cast("Metadata", {key: value for key, value in known.items() if value})


def _find(root: DocumentNode, selectors: tuple[str, ...]) -> str:
    return next((value for selector in selectors if (value := _value(root, selector))), "")


def _find_day(root: DocumentNode) -> str:
    days = (parse_day(_value(root, selector)) for selector in _PUBLISHED)
    return next((day for day in days if day), "")


def _value(root: DocumentNode, selector: str) -> str:
    """Return what the first matching element says: its content, link, time or text."""
    node = root.query_selector(selector)
    if node is None:
        return ""
    said = next((node.getattr(name) for name in ("content", "href", "datetime") if node.hasattr(name)), node.text)
    return " ".join((said or "").split())


def _find_language(root: DocumentNode) -> str:
    element = root.query_selector("html")
    return (element.getattr("lang") or "") if element is not None and element.hasattr("lang") else ""


def _read_linked_data(root: DocumentNode) -> dict[str, str]:
    """Return the fields of the first schema.org article in the page's JSON-LD; broken JSON-LD says nothing."""
    for script in root.query_selector_all("script[type='application/ld+json']"):
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _walk(value):
            if "datePublished" in item:
                return dict(_flatten(item))
    return {}


def _walk(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects of JSON-LD's top level, of arrays and of `@graph`."""
    if isinstance(value, list):
        for item in value:
            yield from _walk(item)
    if isinstance(value, dict):
        yield value
        yield from _walk(value.get("@graph"))


def _flatten(item: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        name = value.get("name") if isinstance(value, dict) else value
        if isinstance(name, str):
            yield key, name

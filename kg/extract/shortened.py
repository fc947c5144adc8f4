"""Mentions that leave out the noun told before: "replaces that of 1974" (el de 1974, celui de 1974, den von 1974)."""

from collections.abc import Iterator, Sequence

from kg.extract.grow import grow_right
from kg.extract.items import Item
from kg.extract.links import leaves_out_noun
from kg.extract.people import join_words
from kg.extract.title import Title, make_title
from kg.languages import Settings
from kg.model import Event


def shortened_titles(items: Sequence[Item], titles: Sequence[Title], settings: Settings) -> Iterator[Title]:
    """Yield a title for each article with "of" and a year behind an agreement whose noun it stands for."""
    if settings.boundary != "word":
        return
    yield from alone_titles(items, titles, settings)
    if settings.order != "svo":
        return
    for index in range(1, len(items) - 2):
        before = [title for title in titles if title.last < index and title.noun is not None and not title.is_back]
        if not before or before[-1].last == index - 1 or any(t.first <= index <= t.last for t in titles):
            continue
        if is_replaced(items, index + 1, is_verb_last=False):
            continue
        if follows_title(items, index, before[-1]):
            yield make_fellow(items, index, before[-1], settings)
        elif stands_for_noun(items, index) or (is_older(items, index) and has_verb(items, before[-1].last, index)):
            yield make_shortened(items, index, before[-1])


def alone_titles(items: Sequence[Item], titles: Sequence[Title], settings: Settings) -> Iterator[Title]:
    """Yield a title for each "old" without a noun that a verb of replacement takes ("replaces the existing one")."""
    nouns = [title for title in titles if title.rank == "head" or title.is_named]
    for index, item in enumerate(items):
        if not nouns or "old" not in item.roles or any(t.first <= index <= t.last for t in titles):
            continue
        if is_replaced(items, index, is_verb_last=settings.order == "sov"):
            near = min(nouns, key=lambda title: abs(title.first - index))
            title = make_title(items, index, index, index, is_quoted=False)
            title.noun, title.is_back = near.noun, False
            words = [items[near.head].text, item.text]
            title.name = " ".join(words if settings.title == "after" else reversed(words))
            title.start, title.end = item.start, item.end
            yield title


def is_replaced(items: Sequence[Item], index: int, *, is_verb_last: bool) -> bool:
    """Tell whether "old" at `index` stands for a noun and a verb of replacement beside it takes it.

    An article stands before it, or the verb itself where there are none (Russian "заменит действующее").
    """
    if index < 1 or index >= len(items) or "old" not in items[index].roles or items[index].noun is not None:
        return False
    is_one = index + 1 < len(items) and "one" in items[index + 1].roles
    behind = items[index + 1 + is_one] if index + 1 + is_one < len(items) else None
    if behind is not None and not behind.is_mark and (behind.is_plain or behind.modifier or behind.noun):
        return False
    if is_verb_last and behind is not None and replaces(behind):
        return True  # "eskisinin yerini alan"
    if not items[index - 1].roles & {"the", "to", "object"} and "the" not in items[index].roles:
        return replaces(items[index - 1])
    verbs = [behind] if behind is not None else []
    return any(replaces(item) for item in [*verbs, items[max(0, index - 2)], items[index - 1]])


def replaces(item: Item) -> bool:
    """Tell whether an item is a verb of replacement."""
    return any(entry["event"] == Event.REPLACEMENT and entry["voice"] != "noun" for entry in item.triggers)


def follows_title(items: Sequence[Item], index: int, before: Title) -> bool:
    """Tell whether "and the one on" goes on behind an agreement's name ("el acuerdo de pesca y el de minería")."""
    inside = items[before.first : before.last + 1]
    is_next = before.last == index - 2 and "and" in items[index - 1].roles and leaves_out_noun(items, index)
    return is_next and not inside[-1].states and not any("between" in item.roles for item in inside)


def make_fellow(items: Sequence[Item], index: int, before: Title, settings: Settings) -> Title:
    """Return the title that begins at the article `index` and has the noun of the one before."""
    last = max(grow_right(items, index, settings), index + 2)
    title = make_title(items, index, last, index, is_quoted=False)
    title.noun, title.is_back, title.name = before.noun, False, join_words(items, index, last)
    title.start, title.end = items[index].start, items[last].end
    return title


def is_older(items: Sequence[Item], index: int) -> bool:
    """Tell whether an article and "previous" stand for a noun: a mark or "of" follows ("el anterior, de 1986")."""
    article, old, after = items[index : index + 3]
    is_article = bool(article.roles & {"the", "to"}) and not article.triggers
    return is_article and "old" in old.roles and old.noun is None and (after.is_mark or "of" in after.roles)


def has_verb(items: Sequence[Item], start: int, end: int) -> bool:
    """Tell whether a verb stands between: what it does to the older agreement, the newer one does, or somebody."""
    return any(e["voice"] in ("active", "passive") for item in items[start + 1 : end] for e in item.triggers)


def make_shortened(items: Sequence[Item], index: int, before: Title) -> Title:
    """Return the title of the link and the year behind the article at `index`, with the noun of the one before."""
    last = index + 2 if stands_for_noun(items, index) else index + 1
    title = make_title(items, index + 1, last, index + 1, is_quoted=False)
    title.noun, title.is_back = before.noun, False
    title.name = f"{items[before.head].text} {join_words(items, index + 1, last)}"
    title.start, title.end = items[index + 1].start, items[last].end
    return title


def stands_for_noun(items: Sequence[Item], index: int) -> bool:
    """Tell whether an article (Spanish "al" is one with "to"), "of" and a year follow one another at `index`."""
    article, link, year = items[index : index + 3]
    is_compared = bool(items[index - 1].roles & {"that", "which"})  # "mejor que el de 2010"
    is_article = bool(article.roles & {"the", "to"}) and not article.states and article.noun is None
    is_year = year.is_year or (year.date is not None and year.date.precision == "year")
    return is_article and not is_compared and "of" in link.roles and is_year and year.text[-1].isdigit()

"""States by code: names, periods of former states, continuators. A continuator is not a successor."""

from dataclasses import dataclass
from functools import cache

from kg.resolve.tables import read_data

PERMANENT_FIVE = frozenset({"CN", "FR", "GB", "RU", "SUHH", "US"})
ISO_LENGTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerState:
    """A state that is no more: first and last day, the continuator of its legal person (None: none)."""

    code: str
    name: str
    first: str
    last: str
    continuator: str | None
    successors: tuple[str, ...]


@cache
def former_states() -> dict[str, FormerState]:
    """Return the former states by code."""
    return {
        row["code"]: FormerState(
            code=row["code"],
            name=row["name"],
            first=row["from"],
            last=row["until"],
            continuator=row["continuator"] or None,
            successors=tuple(row["successors"].split()),
        )
        for row in read_data("states")
    }


@cache
def continue_state(code: str) -> str:
    """Return the state that continues `code` as a legal person: RU for SUHH, `code` itself where none does."""
    former = former_states().get(code)
    return code if former is None or former.continuator is None else former.continuator


@cache
def predecessors(code: str) -> tuple[str, ...]:
    """Return the former states that `code` continues, sorted: SUHH for RU."""
    return tuple(sorted(old.code for old in former_states().values() if old.continuator == code))


@cache
def rank_state(code: str) -> tuple[int, str]:
    """Return the key by which ids name parties: permanent members of the Security Council, states, organisations."""
    if code in PERMANENT_FIVE:
        return 0, code
    is_state = len(code) == ISO_LENGTH or code in former_states()
    return (1 if is_state and code != "EU" else 2), code


@cache
def name_state(code: str) -> str:
    """Return the English name of a state; an organisation's is its acronym."""
    former = former_states().get(code)
    if former is not None:
        return former.name
    if len(code) != ISO_LENGTH:
        return code
    from babel import Locale

    return str(Locale.parse("en").territories.get(code, code))

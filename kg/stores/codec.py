"""What the archive and the identity index keep, as JSON in bytes and back; msgspec does it in microseconds."""

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from kg.graph.claims import Account
from kg.model.claim import Extraction
from kg.resolve.entities import Agreement, Item, Leader
from kg.resolve.profiles import Profile

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A leader as one document names it, and the ids of the claims that do."""

    leader: Leader
    claims: tuple[str, ...]


class Codec(Generic[T]):
    """Turns values of one type into bytes and back; equal values give equal bytes."""

    def __init__(self, kind: type[T]) -> None:
        self.encode = msgspec.json.Encoder(order="deterministic").encode
        self._decoder = msgspec.json.Decoder(kind)

    def decode(self, data: bytes) -> T:
        """Return the value that `encode` was given."""
        return self._decoder.decode(data)


EXTRACTION = Codec(Extraction)
ACCOUNT = Codec(Account)
ITEM = Codec(Item)
PROFILE = Codec(Profile)
AGREEMENT = Codec(Agreement)
NAMING = Codec(Naming)

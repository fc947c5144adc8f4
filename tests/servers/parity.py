"""The graph on which every canned query is run on every engine."""

from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Status
from kg.stores.embedded import EmbeddedStore, memory_store
from tests.gold_extractions import read_gold
from tests.paths import GOLD

CHOSEN = ("/rf-kndr", "/ruir", "/dca-", "/dovse", "/919-", "/nk-ru")


def filled_store() -> EmbeddedStore:
    """A store of gold answers in eight languages, and of two articles that contradict each other."""
    gold = [one for one in read_gold(GOLD / "dev") if any(part in (one.document.name or "") for part in CHOSEN)]
    store = memory_store()
    store.load([*gold, dispute(Status.DONE, "replaces"), dispute(Status.DENIED, "does not replace")])
    return store


def dispute(status: Status, verb: str) -> Extraction:
    """An article that says whether the treaty of 2030 replaces the one of 2010."""
    text = f"The Treaty of Friendship of 2030 {verb} the Treaty of Trade of 2010, Атлантида says."
    new = LocalAgreement(
        id="A1", names=("Treaty of Friendship of 2030",), kind=Kind.TREATY, year=2030, parties=("FR", "DE")
    )
    old = LocalAgreement(id="A2", names=("Treaty of Trade of 2010",), kind=Kind.TREATY, year=2010, parties=("FR", "DE"))
    claim = Claim(
        event=Event.REPLACEMENT,
        agreement="A1",
        replaced="A2",
        status=status,
        evidence=Evidence(start=0, end=len(text), quote=text),
        rule="test",
        date="2030-02",
        source="Атлантида",
    )
    document = Document(text=text, name=f"dispute-{status}", language="en")
    return Extraction(document=document, language="en", agreements=(new, old), claims=(claim,))

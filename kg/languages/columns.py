"""The columns of each table of a pack, and the values that closed columns may hold."""

from kg.model.terms import Event, Kind, Status

KINDS = frozenset(Kind)
EVENTS = frozenset(Event)
STATUSES = frozenset(Status)
SIDES = frozenset({"", "before", "after", "either"})

RANKS = frozenset(
    "head_of_state head_of_government minister deputy parliament diplomat military official speaker title other".split()
)
ROLES = frozenset(
    "a by with between and including of about for in on to from the this new old which that but oblique respectively "
    "says according according_after announced caption related exclude exclude_before rather nickname first second "
    "pronoun "
    "watches duo object topic subject passive not_title bare visit genitive until body both pair legal perfect any "
    "law one means result decides anniversary contrary along once ahead".split()
)

LOOKUPS = frozenset(
    "what-replaced replaced-what replaced-either who-signed when-signed ratified in-force between parties timeline "
    "sources conflicts lineage agreements".split()
)

COLUMNS: dict[str, dict[str, frozenset[str] | None]] = {
    "nouns": {"form": None, "kind": KINDS, "class": frozenset({"head", "weak", "back"})},
    "modifiers": {"form": None, "subject": None},
    "triggers": {
        "form": None,
        "event": EVENTS,
        "voice": frozenset({"active", "passive", "intransitive", "noun", "participle"}),
        "agreement": SIDES,
        "agent": SIDES | {"by", "none"},
        "status": STATUSES | {"", "reported"},
        "need": frozenset({"", "name", "near"}),
    },
    "modality": {
        "form": None,
        "status": STATUSES | {"hypothetical", "reported"},
        "side": frozenset({"before", "after", "both"}),
    },
    "markers": {"form": None, "role": ROLES},
    "offices": {"form": None, "rank": RANKS},
    "states": {
        "form": None,
        "code": None,
        "type": frozenset({"name", "demonym", "capital", "metonym", "institution", "organisation"}),
    },
    "lookalikes": {
        "form": None,
        "class": frozenset({"signed", "effective", "replaced", "ended", "joined", "name", "agent", "private"}),
    },
    "calendar": {"form": None, "meaning": None},
    "abbreviations": {"form": None},
    "inflections": {"ending": None, "base": None, "class": frozenset({"person", "place", "genitive", "any"})},
    "surnames": {"form": None},
    "fold": {"from": None, "to": None},
    "questions": {"form": None, "lookup": LOOKUPS},
    "cases": {"sentence": None, "facts": None},
}

REQUIRED = ("nouns", "modifiers", "triggers", "modality", "markers", "offices", "states", "cases")

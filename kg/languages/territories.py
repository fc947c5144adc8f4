"""Names of states by language, from CLDR through Babel."""

import re

# CLDR has every territory of ISO 3166-1; these are no states and their names hit common words or towns.
NO_STATES = frozenset("AC AQ BV CP DG EA EU EZ HM IC IO QO TA TF UM UN XA XB ZZ AS SJ GS".split())
LOCALES = {"zh": ("zh", "zh_Hant"), "pt": ("pt", "pt_PT"), "es": ("es", "es_MX"), "id": ("id", "ms")}


def state_names(code: str) -> list[tuple[str, str]]:
    """Return (name, ISO 3166-1 alpha-2 code) pairs in the language `code`, sorted, of three letters or more.

    Han names of two characters are kept. Babel drops CLDR's short variants: packs add those.
    """
    from babel import Locale  # late: only extraction needs it

    found = {
        (name, territory)
        for locale in LOCALES.get(code, (code,))
        for territory, name in Locale.parse(locale).territories.items()
        if re.fullmatch("[A-Z]{2}", territory) and territory not in NO_STATES
    }
    return sorted((name, territory) for name, territory in found if len(name) > 2 or ord(name[0]) > 0x2E80)

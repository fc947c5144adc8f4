"""The codes of organisations: each its own, for a code that is a country's too would make the two one."""

import pycountry

from kg.languages import Table, load_pack, supported_languages


def test_no_organisation_has_the_code_of_a_country() -> None:
    entries = [entry for code in supported_languages() for entry in load_pack(code).entries]
    codes = {e["code"] for e in entries if e.table is Table.STATES and e["type"] == "organisation"}
    countries = {country.alpha_2 for country in pycountry.countries}
    assert codes
    assert codes.isdisjoint(countries)

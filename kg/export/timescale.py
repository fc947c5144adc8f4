"""The time axis of the lineage picture: years to pixels, stretched where boxes would meet."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

PIXELS_A_YEAR = 14.0
LONGEST_GAP = 260.0  # pixels between two dates with nothing between them
SAME_YEAR = 4.0  # a year alone stands beside the days of that year
SHORTEST_GAP = 46.0  # room for a year's figures


class TimeScale:
    """A monotone map from years to pixels, linear between the dates it was made for."""

    def __init__(self, dates: Iterable[float], needs: Mapping[tuple[float, float], float]) -> None:
        """Make the scale; `needs` gives the pixels that two dates (earlier, later) must lie apart."""
        self._dates = sorted(set(dates))
        self._places: list[float] = []
        for index, when in enumerate(self._dates):
            place = 0.0
            if index:
                gap = (when - self._dates[index - 1]) * PIXELS_A_YEAR
                least = SAME_YEAR if int(when) == int(self._dates[index - 1]) else SHORTEST_GAP
                place = self._places[-1] + min(max(gap, least), LONGEST_GAP)
            for (early, late), pixels in needs.items():
                if late == when and early < late:
                    place = max(place, self._places[bisect_left(self._dates, early)] + pixels)
            self._places.append(place)

    @property
    def end(self) -> float:
        """The pixel of the last date, 0.0 if there is none."""
        return self._places[-1] if self._places else 0.0

    def place(self, when: float) -> float:
        """Return the pixel of one of the dates the scale was made for."""
        return self._places[bisect_left(self._dates, when)]

    def ticks(self, apart: float) -> list[tuple[float, int]]:
        """Return (pixel, year) for the years of the dates, at least `apart` pixels from each other."""
        found: list[tuple[float, int]] = []
        for when, place in zip(self._dates, self._places, strict=True):
            if (not found or place - found[-1][0] >= apart) and (not found or int(when) != found[-1][1]):
                found.append((place, int(when)))
        return found

"""Dates of a text: each as an ISO day, month or year, as precise as the text and its day of publication allow."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kg.extract.calendar import Calendar, Role
from kg.extract.dateforms import find_forms
from kg.extract.dateparts import LAST_YEAR, Form

Precision = Literal["day", "month", "year", "none"]
DAYS = 7  # of a week
_SOON = timedelta(days=62)  # how far ahead of publication a date without a year may lie
_TERM = 10  # years after publication that a year of two digits may be
_BESIDE = 8  # characters from a full date to a weekday that is the same day
_LONG_AGO = 3  # years before publication from which on a text tells of the past
_STOPS = re.compile(r"[.!?。！？؟।\n]")
_BREAK = re.compile(r"\n")
_LIST_GAP = re.compile(r"[,،、]?\s*(?:[^\W\d_]{1,4}\s*){0,3}")  # between the members of a list of dates
_COUNT = re.compile(r"(?<!\d)\d{1,3} ?\Z")  # "12 năm sau" is a span of time, not next year


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date from `start` to `end` (code points). `iso` is None where nothing fixes the year.

    `attributive` years stand directly before a noun: "the 2000 treaty", 1961年条约. `relative` dates name no day,
    month or year of their own and rest on another date (yesterday, Friday, the same year). `later` is the other
    reading of a date without a year, and of a weekday: the next such day after publication. It is for plans ("will be
    signed on Friday"), and None where `iso` is not before the day of publication. `adverbial` ones tell when and are in
    no name: "at the end of 2019".
    """

    start: int
    end: int
    iso: str | None
    precision: Precision
    attributive: bool = False
    relative: bool = False
    later: str | None = None
    adverbial: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year; its parts are known from the left."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """Return the ISO form, None for a day that no calendar has (31 June)."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return None if self.as_day() is None else f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def as_day(self) -> date | None:
        """Return the day, None if it is not known or does not exist."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def shift(self, unit: str, steps: int) -> "Moment | None":
        """Return the moment `steps` years, months or days on, as precise as `unit`; None if the unit is not known."""
        if unit == "year":
            return Moment(self.year + steps)
        if unit == "month" and self.month is not None:
            months = self.year * 12 + self.month - 1 + steps
            return Moment(months // 12, months % 12 + 1)
        day = self.as_day()
        return _from_day(day + timedelta(days=steps)) if unit == "day" and day else None


def parse_moment(iso: str | None) -> Moment | None:
    """Read an ISO day, month or year; None for anything else."""
    parts = iso.split("T")[0].split("-") if iso else []
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts) or int(parts[0]) < 1:
        return None
    moment = Moment(*(int(part) for part in parts))
    return moment if moment.iso() and (moment.month is None or 1 <= moment.month <= 12) else None


def find_dates(text: str, calendar: Calendar, published: str | None) -> list[DateMention]:
    """Return the dates in `text`, in order, none overlapping another; `published` is an ISO day, month or year."""
    return date_forms(text, find_forms(text, calendar), published)


def date_forms(text: str, forms: Iterable[Form], published: str | None) -> list[DateMention]:
    """Return the dates that `forms`, those of `text` in order, are for a reader of that day."""
    resolver = _Resolver(text, parse_moment(published))
    found = [resolver.resolve(form) for form in _share_years(text, list(forms))]
    return [when for when in found if not (when.relative and _COUNT.search(text, max(0, when.start - 4), when.start))]


def _share_years(text: str, forms: list[Form]) -> list[Form]:
    """Return the forms, with the year of the last one in a list for those before it ("in May and June 2013")."""
    for index in range(len(forms) - 2, -1, -1):
        form, after = forms[index : index + 2]
        is_open = form.year is None and form.shift is None and form.same is None and form.turn is None
        if not (is_open and form.month and after.month and after.year) or after.swapped:
            continue
        if _LIST_GAP.fullmatch(text, form.end, after.start):
            is_later = (form.month, form.day or 0) > (after.month, after.day or 31)  # "in December and January 2014"
            forms[index] = replace(form, year=after.year - is_later)
    return forms


class _Resolver:
    """Gives each form its moment, from the day of publication and from the dates before it."""

    def __init__(self, text: str, published: Moment | None) -> None:
        self.text = text
        self.published = published
        self.told: Moment | None = None  # the last date told
        self.told_end = 0
        self.is_name = False  # that date is of a name ("the 1963 treaty"), not of what is told

    def resolve(self, form: Form) -> DateMention:
        moment = self._find_moment(form)
        iso = moment.iso() if moment and 1 <= moment.year <= LAST_YEAR else None
        relative = form.year is None and form.month is None and form.day is None
        aside = (form.titled or form.attributive) and self._is_told_within(form, _BREAK)
        if iso and moment and not aside:
            self.told, self.told_end = moment, form.end
            self.is_name = form.titled or form.attributive
        precision: Precision = "none"
        if iso:
            precision = "day" if len(iso) > 7 else "month" if len(iso) > 4 else "year"
        later = self._find_later(form, iso)
        adverbial = form.is_part or form.season is not None
        return DateMention(form.start, form.end, iso, precision, form.attributive, relative, later, adverbial)

    def _find_later(self, form: Form, iso: str | None) -> str | None:
        published = self.published.iso() if self.published else None
        open_year = form.year is None and form.shift is None and form.same is None and form.turn is None
        if not open_year or iso is None or published is None or iso >= published[: len(iso)]:
            return None
        moment = self._find_moment(replace(form, turn=Role.NEXT))
        return moment.iso() if moment else None

    def _find_moment(self, form: Form) -> Moment | None:
        if form.swapped and form.year is not None:
            return self._choose(form)
        if form.year is not None:
            year = self._in_century(form.year) if form.is_short else form.year
            return Moment(year, form.month, form.day if form.month else None)
        if form.same or form.shift:
            return self._from_steps(form)
        if form.vague and form.month is None:
            return None
        if form.month is not None:
            return self._without_year(form, form.month)
        if form.day is not None:
            return self._day_alone(form, form.day)
        return self._weekday(form, form.weekday) if form.weekday is not None else None

    def _in_century(self, year: int) -> int:
        """Return a year written with two digits (36年) in the century that is nearest to what was told before."""
        told = self.told.year if self.told else self.published.year if self.published else year
        last = (self.published.year if self.published else told) + _TERM
        near = [year % 100 + century for century in (1800, 1900, 2000) if century >= 1900 or told < 1900]
        return min((each for each in near if each <= last), key=lambda each: abs(each - told), default=year)

    def _choose(self, form: Form) -> Moment:
        """3/4/2024 in English: the reading at the time of publication; without one only the year is sure."""
        year, month, day = form.year or 0, form.month or 0, form.day
        other = Moment(year, *form.swapped) if form.swapped else Moment(year)
        now = self.published.as_day() if self.published else None
        readings = [moment for moment in (Moment(year, month, day), other) if now and _is_near(moment, now)]
        return readings[0] if len(readings) == 1 else Moment(year)

    def _from_steps(self, form: Form) -> Moment | None:
        unit, steps = form.same or form.shift or ("", 0)
        base = self.told if form.same else self.published or (self.told if unit == "year" and steps < -1 else None)
        moment = base.shift(unit, steps) if base else None
        if form.month is not None and unit != "year":
            return self._without_year(form, form.month)
        if moment is None or unit == "day":
            return moment
        month = form.month or moment.month
        return Moment(moment.year, month, form.day if month else None)

    def _without_year(self, form: Form, month: int) -> Moment | None:
        if form.turn is None and self.told and self._goes_on(form, month, self.told):
            if self.is_name and self.published:
                return None
            return Moment(self.told.year, month, form.day)
        return self._nearest(form, month, self.published) if self.published else None

    def _goes_on(self, form: Form, month: int, told: Moment) -> bool:
        """Whether the year told before carries over.

        It does where nothing else is known, where the line tells of older times, and where the sentence goes forward
        in a year that is not older.
        """
        if self.published is None:
            return True
        if told.year <= self.published.year - _LONG_AGO:
            return self._is_told_within(form, _BREAK if told.month else _STOPS)
        if told.year > self.published.year + 1:
            return False  # the term of a treaty, not the time of what is told
        forward = (month, form.day or 31) >= (told.month or 1, told.day or 1)
        return forward and self._is_told_within(form, _STOPS)

    def _nearest(self, form: Form, month: int, published: Moment) -> Moment:
        now = date(published.year, published.month or 12, published.day or 28)
        years = (published.year + 1, published.year, published.year - 1)
        moments = [Moment(year, month, form.day) for year in years]
        limit = {Role.NEXT: timedelta(days=366), Role.PAST: timedelta(0)}.get(form.turn or Role.MONTH, _SOON)
        fitting = [moment for moment in moments if _first_day(moment) <= now + limit]
        if form.turn is Role.PAST and form.day is None and fitting and fitting[0].iso() == self._this_month():
            return fitting[1]
        if form.turn is Role.NEXT:
            fitting = [moment for moment in fitting[::-1] if _first_day(moment) >= now] or fitting
        return fitting[0] if fitting else moments[-1]

    def _this_month(self) -> str | None:
        published = self.published
        return Moment(published.year, published.month).iso() if published else None

    def _day_alone(self, form: Form, day: int) -> Moment | None:
        told = self.told
        if told and told.month and form.turn is None and self._is_told_within(form, _STOPS):
            return Moment(told.year, told.month, day)
        if self.published is None or self.published.month is None:
            return None
        now = self.published.day or 31
        later = form.turn is Role.NEXT
        steps = (1 if day < now else 0) if later else (0 if day <= now else -1)
        moment = self.published.shift("month", steps)
        return Moment(moment.year, moment.month, day) if moment else None

    def _weekday(self, form: Form, weekday: int) -> Moment | None:
        told = self.told.as_day() if self.told and self._is_told_within(form, _BREAK) else None
        now = self.published.as_day() if self.published else None
        is_beside = form.start - self.told_end <= _BESIDE  # "on 10 December 2019: that Tuesday ..."
        is_recent = told is not None and (now is None or abs(now - told) <= _SOON)  # no day of a treaty long signed
        if told and (is_recent or is_beside) and told.isoweekday() == weekday and form.turn is None:
            return self.told
        if now is None:
            return None
        if weekday < 0:
            return _from_day(now - timedelta(days=now.isoweekday() + DAYS + weekday))
        behind = (now.isoweekday() - weekday) % DAYS
        if form.turn is Role.NEXT:
            return _from_day(now + timedelta(days=DAYS - behind))
        if form.turn is Role.PAST and behind == 0:
            behind = DAYS
        return _from_day(now - timedelta(days=behind))

    def _is_told_within(self, form: Form, stops: re.Pattern[str]) -> bool:
        """Whether a date was told and none of `stops` stands between it and `form`."""
        return self.told is not None and stops.search(self.text, self.told_end, form.start) is None


def _from_day(day: date) -> Moment:
    return Moment(day.year, day.month, day.day)


def _first_day(moment: Moment) -> date:
    return moment.as_day() or date(moment.year, moment.month or 1, 1)


def _is_near(moment: Moment, now: date) -> bool:
    day = moment.as_day()
    return day is not None and abs((day - now).days) <= 31

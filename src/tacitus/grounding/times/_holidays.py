"""Holidays whose date can be computed for any year.

Islamic dates follow the Umm al-Qura calendar (`hijridate`); where the month is declared by sighting they may differ
by a day. The Hebrew calendar is that of `pyluach`; the Persian one and Easter come from `convertdate`. National days
that differ from country to country ("Independence Day", "Election Day") are left out: the words do not tell the date.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from convertdate import holidays, persian
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

Days = tuple[date, date]
_TISHRI: Final = 7
_HIJRI_YEARS: Final = range(1343, 1501)  # the years of the Umm al-Qura tables, 1924 to 2077


def _fixed(month: int, day: int) -> Callable[[int], Days]:
    return lambda year: (date(year, month, day), date(year, month, day))


def _easter(offset: int, church: str = "western", length: int = 1) -> Callable[[int], Days]:
    def days(year: int) -> Days:
        start = date(*holidays.easter(year, church)) + timedelta(days=offset)
        return start, start + timedelta(days=length - 1)

    return days


def _nth_weekday(month: int, weekday: int, nth: int) -> Callable[[int], Days]:
    def days(year: int) -> Days:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        return day, day

    return days


def _hijri(month: int, day: int | None = None) -> Callable[[int], Days | None]:
    """One day of the Islamic year, or the whole month; the first that begins in the Gregorian year."""

    def days(year: int) -> Days | None:
        if not 1925 <= year <= 2076:
            return None
        islamic = Gregorian(year, 1, 1).to_hijri().year
        for candidate in (islamic, islamic + 1):
            if candidate not in _HIJRI_YEARS:
                continue
            start = Hijri(candidate, month, day or 1).to_gregorian()
            length = 1 if day else Hijri(candidate, month, 1).month_length()
            if start.year == year:
                first = date(start.year, start.month, start.day)
                return first, first + timedelta(days=length - 1)
        return None

    return days


def _hebrew(month: int, day: int, length: int = 1) -> Callable[[int], Days]:
    """`month` counts from Nisan; the feasts of autumn and winter fall in the Hebrew year that begins then."""

    def days(year: int) -> Days:
        start = HebrewDate(year + (3761 if month >= _TISHRI else 3760), month, day).to_pydate()
        return start, start + timedelta(days=length - 1)

    return days


def _purim(year: int) -> Days:
    """A month before Passover."""
    day = HebrewDate(year + 3760, 1, 15).to_pydate() - timedelta(days=30)
    return day, day


def _nowruz(year: int) -> Days:
    day = date(*persian.to_gregorian(year - 621, 1, 1))
    return day, day


HOLIDAYS: Final[dict[str, Callable[[int], Days | None]]] = {
    "new year's day": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine's day": _fixed(2, 14),
    "may day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "thanksgiving day": _nth_weekday(11, 3, 4),
    "thanksgiving": _nth_weekday(11, 3, 4),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "holy week": _easter(-7, length=7),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "orthodox easter": _easter(0, "orthodox"),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "islamic new year": _hijri(1, 1),
    "ashura": _hijri(1, 10),
    "muharram": _hijri(1),
    "arbaeen": _hijri(2, 20),
    "mawlid": _hijri(3, 12),
    "ramadan": _hijri(9),
    "eid al-fitr": _hijri(10, 1),
    "eid al-adha": _hijri(12, 10),
    "nowruz": _nowruz,
    "passover": _hebrew(1, 15, 8),
    "rosh hashanah": _hebrew(7, 1, 2),
    "yom kippur": _hebrew(7, 10),
    "sukkot": _hebrew(7, 15, 7),
    "simchat torah": _hebrew(7, 22),
    "hanukkah": _hebrew(9, 25, 8),
    "purim": _purim,
}

_SPELLINGS: Final = {
    "mawlid al-nabi": "mawlid",
    "ashoura": "ashura",
    **dict.fromkeys(("arba'een", "arbain"), "arbaeen"),
    **dict.fromkeys(("ramadhan", "ramazan"), "ramadan"),
    **{
        f"eid{before}{article}{behind}{name}": f"eid al-{name}"
        for name in ("fitr", "adha")
        for article in ("al", "ul", "el")
        for before in " -"
        for behind in " -"
    },
    **dict.fromkeys(("newroz", "norouz", "nowrouz", "noruz", "navroz", "nauroz"), "nowruz"),
    **dict.fromkeys(("hanukah", "chanukah"), "hanukkah"),
    "rosh hashana": "rosh hashanah",
}
NAMES: Final = tuple(dict.fromkeys((*HOLIDAYS, *_SPELLINGS)))
_PLAIN: Final = {name.replace("'", ""): name for name in NAMES}  # "new years eve", "valentines day"


@cache
def holiday(name: str, year: int) -> Days | None:
    """First and last day of the holiday in that year; None where the calendar's tables end."""
    known = _PLAIN[name.replace("'", "")]
    try:
        return HOLIDAYS[_SPELLINGS.get(known, known)](year)
    except (ValueError, OverflowError):  # what the calendar libraries raise beyond their tables
        return None

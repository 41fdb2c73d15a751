"""The words of time: what each counts as in a rule, and its value.

A class is a name that rules write in braces, `{month}`; its words carry the value that the rule reads.
"""

from collections.abc import Iterable
from typing import Final


def in_order(listed: str) -> tuple[str, ...]:
    """The words of a list, as they stand."""
    return tuple(listed.split())


def words(listed: str) -> frozenset[str]:
    """The words of a list, for asking whether a word is one of them."""
    return frozenset(listed.split())


def _counted(names: Iterable[str], first: int, by: int = 1) -> dict[str, int]:
    """Numbers for names in their order; a name may have several spellings, parted by blanks."""
    return {name: first + by * nth for nth, spellings in enumerate(names) for name in spellings.split()}


MONTHS: Final = _counted(
    (
        "january jan jan.",
        "february feb feb.",
        "march mar mar.",
        "april apr apr.",
        "may",
        "june jun jun.",
        "july jul jul.",
        "august aug aug.",
        "september sept sept. sep sep.",
        "october oct oct.",
        "november nov nov.",
        "december dec dec.",
    ),
    first=1,
)
WEEKDAYS: Final = _counted(
    (
        "monday mon. mondays",
        "tuesday tue. tues. tuesdays",
        "wednesday wed. wednesdays",
        "thursday thu. thur. thurs. thursdays",
        "friday fri. fridays",
        "saturday sat. saturdays",
        "sunday sun. sundays",
    ),
    first=0,
)

_DIGITS: Final = in_order("one two three four five six seven eight nine")
_TEENS: Final = in_order("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
TENS: Final = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS: Final = {
    **_counted((*_DIGITS, *_TEENS), first=1),
    **_counted(TENS, first=20, by=10),
    **{
        f"{ten}{gap}{digit}": 10 * tens + ones
        for tens, ten in enumerate(TENS, start=2)
        for ones, digit in enumerate(_DIGITS, start=1)
        for gap in "- "
    },
}
ORDINALS: Final = _counted(
    in_order(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    first=1,
)
ARTICLES: Final = {"a": 1, "an": 1}
COUPLE: Final = {"couple": 2, "pair": 2, "dozen": 12}
HALF: Final = {"half": 1}
HUNDREDS: Final = {"hundred": 100, "thousand": 1000}
VAGUE: Final = dict.fromkeys(words("several few some many recent numerous various countless"), 0)

# Units by the letters of `_calendar.step`.
_UNITS: Final = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "F",
    "weekend": "E",
    "month": "m",
    "quarter": "Q",
    "year": "Y",
    "decade": "T",
}
SINGULAR: Final = _UNITS | {"hr": "H", "century": "C", "millennium": "L"}
PLURAL: Final = {f"{name}s": letter for name, letter in _UNITS.items()} | {
    "hrs": "H",
    "centuries": "C",
    "millennia": "L",
}
# "A yearlong war".
LONGS: Final = {"daylong": "D", "weeklong": "W", "monthlong": "m", "yearlong": "Y", "decadelong": "T"}

PARTS: Final = {
    **dict.fromkeys(words("morning mornings dawn daybreak sunrise predawn"), "MO"),
    **dict.fromkeys(words("midday noon"), "T12:00"),
    **dict.fromkeys(words("afternoon afternoons"), "AF"),
    **dict.fromkeys(words("evening evenings dusk sunset nightfall"), "EV"),
    **dict.fromkeys(words("night nights"), "NI"),
    "midnight": "T24:00",
}
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
WORD_DECADES: Final = _counted(
    in_order("twenties thirties forties fifties sixties seventies eighties nineties"), first=20, by=10
)

# -1 the one before, 0 the one at hand, +1 the one after.
TURNS: Final = {
    **dict.fromkeys(words("last past previous preceding prior"), -1),
    **dict.fromkeys(words("this current present"), 0),
    **dict.fromkeys(words("next coming upcoming following subsequent"), 1),
}
# "Two days before", "a week later".
SIDES: Final = {
    **dict.fromkeys(words("before earlier prior previously"), -1),
    **dict.fromkeys(words("after later afterwards afterward"), 1),
}
EDGES: Final = {
    **dict.fromkeys(words("early earlier beginning start outset"), "START"),
    **dict.fromkeys(words("mid middle midway"), "MID"),
    **dict.fromkeys(words("late later end close ending"), "END"),
}
DEICTIC: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}
REFERENCES: Final = {
    **dict.fromkeys(words("now current currently nowadays"), "PRESENT_REF"),
    **dict.fromkeys(words("recently lately recent"), "PAST_REF"),
}
SETS: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}

AMPM: Final = {**dict.fromkeys(words("am a.m. a.m"), 0), **dict.fromkeys(words("pm p.m. p.m"), 12), "o'clock": 0}
ZONES: Final = dict.fromkeys(words("gmt utc est edt cst cdt pst pdt local time hours hrs"), 0)

# Words before an amount or a date, and the TIMEX3 mod they make.
APPROXIMATE: Final = {
    **dict.fromkeys(words("about around roughly approximately some"), "APPROX"),
    **dict.fromkeys(words("nearly almost under"), "LESS_THAN"),
    "over": "MORE_THAN",
}
APPROXIMATE_PAIRS: Final[dict[tuple[str, ...], str]] = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
}

# The other words that rules write out.
LITERALS: Final = (
    *in_order(
        "a about additional after ago an and another approximately around at before by calendar century current "
        "day days during each earlier early end entire every far first fiscal foreseeable from full future half "
        "hour hours immediate in its just last late later latest latter long mid moment month more most near "
        "night nineteen now of on or other part past period present quarter recent right same so some that the "
        "their these this through throughout till time to until very wee week weekend whole year"
    ),
    *",.()[]",
)

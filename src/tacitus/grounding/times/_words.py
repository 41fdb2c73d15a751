"""The words of time: what each counts as in a rule, and its value.

A class is a name that rules write in braces, `{month}`; its words carry the value that the rule reads.
"""

from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
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
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon. mondays",
            "tuesday tue. tues. tuesdays",
            "wednesday wed. wednesdays",
            "thursday thu. thur. thurs. thursdays",
            "friday fri. fridays",
            "saturday sat. saturdays",
            "sunday sun. sundays",
        )
    )
    for name in names.split()
}

_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = {
    name: 10 * number
    for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_COMPOUND: Final = {
    f"{ten}{gap}{one}": tens + number
    for ten, tens in _TENS.items()
    for number, one in enumerate(_ONES[:9], start=1)
    for gap in ("-", " ")
}
CARDINALS: Final = {name: number for number, name in enumerate(_ONES, start=1)} | _TENS | _COMPOUND

ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}

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
    "century": "C",
    "millennium": "L",
}
SINGULAR: Final = _UNITS | {"hr": "H"}
PLURAL: Final = {f"{name}s": letter for name, letter in _UNITS.items() if name not in {"century", "millennium"}} | {
    "centuries": "C",
    "millennia": "L",
    "hrs": "H",
}

# How many a vague amount counts as when a date must be set: the annotation guide's "days" is three days back.
VAGUE: Final = {"several": 3, "few": 3, "some": 3, "many": 3, "recent": 3, "numerous": 3, "various": 3, "countless": 3}
HUNDREDS: Final = {"hundred": 100, "thousand": 1000}

PARTS: Final = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "predawn": "MO",
    "midday": "T12:00",
    "noon": "T12:00",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "nights": "NI",
    "midnight": "T24:00",
}

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# Turns of direction: -1 the one before, 0 the one at hand, +1 the one after.
TURNS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
}

EDGES: Final = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "outset": "START",
    "mid": "MID",
    "middle": "MID",
    "midway": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
    "ending": "END",
}

REFERENCES: Final = {
    "now": "PRESENT_REF",
    "current": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "recent": "PAST_REF",
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

WORD_DECADES: Final = {
    name: 10 * number
    for number, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

COUPLE: Final = {"couple": 2, "pair": 2, "dozen": 12}
HALF: Final = {"half": 1}
ARTICLES: Final = {"a": 1, "an": 1}

# "Two days before", "a week later".
SIDES: Final = {"before": -1, "earlier": -1, "prior": -1, "previously": -1, "after": 1, "later": 1, "afterwards": 1, "afterward": 1}

# "A yearlong war".
LONGS: Final = {"daylong": "D", "weeklong": "W", "monthlong": "m", "yearlong": "Y", "decadelong": "T"}

DEICTIC: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}
AMPM: Final = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
ZONES: Final = dict.fromkeys(("gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt", "local", "time", "hours", "hrs"), 0)

# The other words that rules write out.
LITERALS: Final = (
    *(
        "a about additional or after ago an and another approximately around at before by calendar century "
        "current day during each earlier early entire every far first fiscal foreseeable from full future "
        "half hour hours immediate in its just last late later latest latter long mid moment month more most "
        "near night nineteen now of on or other part past period present quarter recent right same so some "
        "that the their these this through throughout till time to until very wee week weekend whole year "
    ).split(),
    *",.()[]",
)

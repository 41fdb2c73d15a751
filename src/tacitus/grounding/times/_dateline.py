"""The publication date that a text tells itself, in its dateline."""

import re
from datetime import date
from typing import Final

from tacitus.grounding.times._calendar import day_of
from tacitus.grounding.times._words import MONTHS

_HEAD: Final = 400  # characters; datelines stand behind the title at most
_MONTH: Final = "|".join(sorted((name.rstrip(".") for name in MONTHS), key=len, reverse=True))
_PLACE: Final = r"(?<!\w)[A-Z][A-Z .'-]+(?:\([A-Z ]+\))?,\s+"
_END: Final = r"\s*(?:\(|\[|--|—|–|-)"
# "SAN SALVADOR, 10 JAN 90 (ACAN-EFE) --": a place, a date with its year, an agency or a dash.
_DAY_FIRST: Final = re.compile(
    rf"{_PLACE}(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}}|\d\d){_END}", re.IGNORECASE | re.ASCII
)
_MONTH_FIRST: Final = re.compile(
    rf"{_PLACE}(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}){_END}", re.IGNORECASE | re.ASCII
)


def _full_year(digits: str) -> int:
    return int(digits) + (0 if len(digits) == 4 else 1900 if int(digits) > 40 else 2000)


def dateline(text: str) -> date | None:
    """The date of the dateline at the head of a text, None where there is none with day, month and year."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.search(text, 0, _HEAD)
        day = found and day_of(_full_year(found["year"]), MONTHS[found["month"].lower()], int(found["day"]))
        if day:
            return day
    return None

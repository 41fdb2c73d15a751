"""The publication date that a text tells itself, in its dateline."""

import re
from datetime import date
from typing import Final

from tacitus.grounding.times._words import MONTHS

_HEAD: Final = 400  # characters; datelines stand behind the title at most
_MONTH: Final = "|".join(sorted((name.rstrip(".") for name in MONTHS), key=len, reverse=True))
# "SAN SALVADOR, 10 JAN 90 (ACAN-EFE) --": a place in capitals, a date with its year, an agency or a dash.
_DAY_FIRST: Final = re.compile(
    rf"(?<!\w)[A-Z][A-Z .'-]+(?:\([A-Z ]+\))?,\s+(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}}|\d\d)\s*(?:\(|\[|--|—|–|-)",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<!\w)[A-Z][A-Z .'-]+,\s+(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})\s*(?:\(|\[|--|—|–|-)",
    re.IGNORECASE,
)


def dateline(text: str) -> date | None:
    """The date of the dateline at the head of a text, None where there is none with day, month and year."""
    head = text[:_HEAD]
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.search(head)
        if found:
            year = int(found["year"])
            try:
                return date(year if year > 99 else 1900 + year if year > 40 else 2000 + year, MONTHS[found["month"].lower()], int(found["day"]))
            except ValueError:
                continue
    return None

"""Best, low and high of what the reports count, in the manner of UCDP: claims are chosen among, never averaged.

docs/claims.md states the rule and why.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from tacitus.model import Claim, EventKey, Figure, Party, Quantity

# Tolls move while bodies are found and the wounded die. Only the last days' figures are weighed for `best`.
SETTLING_DAYS = 2
RULE = (
    f"of the figures published within {SETTLING_DAYS} days of the last one, that of the most direct source; "
    "of these the latest; of one day's the one most reports give, then the lower"
)

# Those who count the dead and wounded themselves.
_COUNTS_ITSELF = re.compile(
    r"\b(hospitals?|doctors?|medics?|medical|nurses?|surgeons?|morgue|mortuary|coroners?|health|ambulances?|paramedics?|"
    r"rescue|rescuers|civil defen[cs]e|emergency|firefighters?|red cross|red crescent|msf|médecins sans frontières)\b",
    re.IGNORECASE,
)


class Directness(IntEnum):
    """How near a source stands to what it counts."""

    PARTY = 0  # one side of the event itself
    OTHER = 1  # the report's own voice, police and other officials, witnesses
    COUNTS = 2  # hospitals, rescuers and others who count


def figure(claims: Sequence[Claim], parties: Sequence[Party]) -> Figure | None:
    """What the claims of one field come to; None where there are none.

    Args:
        claims: With quantities as values; claims that the event did not happen are not for this.
        parties: The actors of the incident, whose own word on its harm is the least direct.
    """
    counted = [(claim, claim.value) for claim in claims if isinstance(claim.value, Quantity)]
    if not counted:
        return None
    best, quantity = _best(counted, {party.name.casefold() for party in parties})
    lows = [value.low for _, value in counted]
    least = None if None in lows else min(low for low in lows if low is not None)
    return Figure(best=quantity.stated, low=least, high=_high(counted), rule=RULE, basis=best.key)


def _directness(claim: Claim, names: set[str]) -> Directness:
    """How near the source of a claim stands to what it counts; `names` are those of the incident's actors."""
    words = [span.text for span in claim.attribution]
    if any(_COUNTS_ITSELF.search(text) for text in words):
        return Directness.COUNTS
    is_party = bool(words) and all(any(_is_told(name, text) for name in names) for text in words)
    return Directness.PARTY if is_party else Directness.OTHER


def _is_told(name: str, text: str) -> bool:
    """Whether a word begins with the name: "Iranian officials" speak for Iran, "a woman" does not for Oman."""
    return re.search(rf"(?<!\w){re.escape(name)}", text.casefold()) is not None


Counted = tuple[Claim, Quantity]


def _best(counted: Sequence[Counted], names: set[str]) -> Counted:
    settled = _settled(counted)
    told = Counter(value.stated for _, value in settled)

    def rank(pair: Counted) -> tuple[int, int, int, int, EventKey]:
        claim, value = pair
        stated = value.stated
        return (
            -_directness(claim, names),
            -(claim.published or date.min).toordinal(),
            -told[stated],
            stated,
            claim.key,
        )

    return min(settled, key=rank)


def _settled(counted: Sequence[Counted]) -> Sequence[Counted]:
    last = max((claim.published for claim, _ in counted if claim.published), default=None)
    if last is None:
        return counted
    return [
        (claim, value) for claim, value in counted if claim.published and (last - claim.published).days <= SETTLING_DAYS
    ]


def _high(counted: Sequence[Counted]) -> int | None:
    """The highest number that any claim gives; open only if that very claim leaves it open."""
    highest = max((value.high if value.high is not None else value.stated) for _, value in counted)
    is_open = any(value.high is None and value.stated == highest for _, value in counted)
    return None if is_open else highest

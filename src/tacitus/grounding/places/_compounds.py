"""The places in words put together by hyphens: "Egypt-US", "Gori-based"."""

from collections.abc import Iterator, Sequence

from tacitus.grounding.places._clues import POSSESSIVE
from tacitus.grounding.places._context import COMMON, SHORT_COUNTRIES, SHORTEST, Text, trimmed
from tacitus.grounding.places._meant import FREE, fame
from tacitus.grounding.places._names import is_abbreviation, key, short_key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._words import is_plain
from tacitus.model import Span

# Behind these a town is meant, if it has people enough.
_BASED = frozenset(["area", "based", "born", "bound", "controlled", "held"])


def compounded(told: Text, found: Sequence[Span], seen: frozenset[str]) -> Iterator[Span]:
    """The places in words put together by hyphens: "Egypt-US", "Gori-based"."""
    taken = [(span.start, span.end) for span in found]
    for word in told.words:
        if "-" not in word.text or any(start < word.end and word.start < end for start, end in taken):
            continue
        start, parts = word.start, word.text.split("-")
        for part in parts:
            name = key(POSSESSIVE.sub("", part))
            if part[:1].isupper() and (
                name in seen or _is_state(told, parts, part) or _is_famous(told, name, parts, part)
            ):
                yield trimmed(told.text, start, start + len(part))
            start += len(part) + 1


def _is_state(told: Text, parts: Sequence[str], part: str) -> bool:
    """Whether a part is a state's abbreviation behind a party's: "D-N.Y."."""
    behind = part is not parts[0] and parts[0].isupper()
    return behind and is_abbreviation(part) and bool(told.gazetteer.find(short_key(key(part))))


def _is_famous(told: Text, name: str, parts: Sequence[str], part: str) -> bool:
    """Whether a part needs no more witness. "US-24" is a road."""
    if name in demonyms():
        return told.nationalities
    if len(name) < SHORTEST or name in COMMON or is_plain(name):
        return part in SHORT_COUNTRIES and not parts[-1].isdigit()
    strong, people = fame(name, told.clues, told.gazetteer)
    return strong or (parts[-1] in _BASED and people >= FREE)

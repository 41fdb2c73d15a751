"""Which words rules can tell apart, and the one character that stands for each in a text's code."""

from typing import Final

from tacitus.grounding.times import _words
from tacitus.grounding.times._words import words

# The classes that rules name in braces, and the value each word carries.
CLASSES: Final[dict[str, dict[str, int] | dict[str, str]]] = {
    "month": _words.MONTHS,
    "weekday": _words.WEEKDAYS,
    "article": _words.ARTICLES,
    "cardinal": _words.CARDINALS,
    "ordinal": _words.ORDINALS,
    "singular": _words.SINGULAR,
    "plural": _words.PLURAL,
    "vague": _words.VAGUE,
    "hundreds": _words.HUNDREDS,
    "part": _words.PARTS,
    "season": _words.SEASONS,
    "couple": _words.COUPLE,
    "half": _words.HALF,
    "side": _words.SIDES,
    "long": _words.LONGS,
    "turn": _words.TURNS,
    "edge": _words.EDGES,
    "reference": _words.REFERENCES,
    "set": _words.SETS,
    "worddecade": _words.WORD_DECADES,
    "deictic": _words.DEICTIC,
    "ampm": _words.AMPM,
    "zone": _words.ZONES,
}
# What a bare number can be, and the kinds of token that are no words; in a pattern, "#" is left out.
NUMBERS: Final = ("#day", "#year", "#hhmm", "#number", "#two")
KINDS: Final = words(
    "isodate slashdate dotdate daymonth nineeleven clock decade fraction shortyear nth holiday genitive dash"
)
# Classes made of others, of kinds and of marks.
UNIONS: Final[dict[str, tuple[str, ...]]] = {
    "day": ("#day", "#nth"),
    "year": ("#year", "#shortyear"),
    "number": ("#day", "#number", "#two", "#year", "cardinal"),
    "unit": ("singular", "plural"),
    "whole": ("singular",),
    "nth": ("#nth", "ordinal"),
    "half": ("half", "#fraction"),
    "hour": ("#day", "#two", "cardinal"),
    "two": ("#two", "#day"),
    "hhmm": ("#hhmm", "#year"),
    "bracket": ("(", ")", "[", "]"),
}

OTHER: Final = "\ue000"  # every word that no rule knows
_KNOWN: Final = dict.fromkeys(
    (
        *(word for words in CLASSES.values() for word in words),
        *_words.LITERALS,
        *NUMBERS,
        *(f"#{kind}" for kind in sorted(KINDS)),
    )
)
CODES: Final = {name: chr(ord(OTHER) + index) for index, name in enumerate(_KNOWN, start=1)}


def characters(name: str) -> str:
    """The characters of all words of a class, or of the kind of token that has this name."""
    if name not in UNIONS and name not in CLASSES:
        return CODES[f"#{name}"]
    members = UNIONS.get(name, (name,))
    return "".join(CODES[word] for member in members for word in (CLASSES.get(member) or (member,)))

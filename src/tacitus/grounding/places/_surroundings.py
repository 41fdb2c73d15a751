"""Reads beside a mention what holds it: "Paris, Texas", "the town of X in Y province", "the Syrian city of X"."""

import re

from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._rows import Feature

_AFTER = re.compile(
    r"\A(?:\s*,\s*(?:in\s+|the\s+)*|\s+(?:in|of)\s+(?:the\s+)?)((?:[^\W\d_][\w.'’-]*)(?:[ \n]+[^\W\d_][\w.'’-]*){0,3})"
)
_SORTS = ("city", "town", "village", "province", "capital", "district", "port", "region")
_BEFORE = re.compile(
    rf"([^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*)?)\s+(?:\w+(?:-\w+)?\s+){{0,2}}(?:{'|'.join(_SORTS)})\s+(?:of\s+)?\Z",
    re.IGNORECASE,
)
# "In Paris, US officials said" does not put Paris into the US: a holder closes its phrase.
_CLOSED = re.compile(
    r"\A(?:['’]s?)?\s*(?:[,.;:()\[\]—–-]|\Z|\n|(?:on|in|at|to|from|and|or|was|is|are|were|has|had|after|where|who|when|for|by|with|before|during|as|"
    r"that|which|this|late|early|last|since|near|said|told)\b)",
    re.IGNORECASE,
)
# "Mass." and shorter words with a point may be abbreviations.
LONGEST_SHORT = 5
WIDER = frozenset({Feature.COUNTRY, Feature.REGION, Feature.AREA, Feature.DISTRICT})


def holder_after(text: str, end: int, gazetteer: Gazetteer) -> str | None:
    """The country, region or district told right after a mention, by comma or "in"."""
    found = _AFTER.match(text[end : end + 70])
    if not found or not found[1][0].isupper():
        return None
    words = found[1].split()
    for size in range(len(words), 0, -1):
        stretch = _sentence_ended(" ".join(words[:size]).rstrip(",'’"))
        for name in (stretch, stretch.removesuffix("'s").removesuffix("’s")):
            if _ends(text[end + found.start(1) + len(stretch) :]) and any(
                gazetteer.index.feature[posting >> 1] in WIDER for posting in gazetteer.find_holder(key(name))
            ):
                return name
    return None


def _sentence_ended(stretch: str) -> str:
    """Without the point that ends a sentence ("in Syria."); "N.Y." and "Ill." keep theirs."""
    return stretch[:-1] if len(stretch) > LONGEST_SHORT and stretch.find(".") == len(stretch) - 1 else stretch


def _ends(rest: str) -> bool:
    return _CLOSED.match(rest[:20]) is not None


def holder_before(text: str, start: int, gazetteer: Gazetteer) -> str | None:
    """The country told right before a mention: "Iraq's city of", "the Syrian town of"."""
    before = text[max(0, start - 60) : start]
    # The pattern tries every beginning; most stretches do not end in one of its words.
    ends = before.lower().rstrip().removesuffix("of").rstrip().endswith(_SORTS)
    found = _BEFORE.search(before) if ends else None
    if not found:
        return None
    for word in (found[1], found[1].split()[-1], found[1].split()[0]):
        name = key(re.sub(r"['’]s?$", "", word))
        code = demonyms().get(name)
        country = gazetteer.country(code) if code else None
        if country:
            return country.name
        if any(gazetteer.index.feature[posting >> 1] == Feature.COUNTRY for posting in gazetteer.find(name)):
            return name
    return None

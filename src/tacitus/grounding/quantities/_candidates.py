"""Every place in a sentence that may state a number of people or events, before it is known what it counts."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tacitus.grounding.quantities._bounds import Bounds, may_be_qualified, qualified_at
from tacitus.grounding.quantities._nouns import ADJECTIVES, NounPhrase, Sort, is_plural, noun_phrase_at
from tacitus.grounding.quantities._record import Counted
from tacitus.grounding.quantities._tokens import Token
from tacitus.grounding.quantities._words import TABLES, Phrases

_MONTHS: Final = frozenset(TABLES["not_counts"]["months"])
_LABELS: Final = frozenset(TABLES["not_counts"]["labels"])
_UNITS: Final = frozenset(TABLES["not_counts"]["units"])
_NONE: Final = Phrases[str](TABLES["none"])
_ADVERBS: Final = ("twice", "thrice", "repeatedly")
_COMPARING: Final = ("the", "as", "a", "an", "that", "its", "their", ".")
_SPEECH: Final = frozenset(TABLES["stops"]["speech"])
_CURRENCY: Final = "$€£¥₹"
_NEGATIONS: Final = ("without", "not", "n't")
# How far "without" and "not" reach to "casualties": "without the patrol suffering any casualties".
_NEGATION_REACH: Final = 5
_OPENING: Final = frozenset({"a", "an", "no", *_NEGATIONS, *_NONE.first_words})


class Candidate(NamedTuple):
    """A number at tokens `first` to `end` (outside) with the noun phrase behind it; `single` is "a soldier"."""

    first: int
    end: int
    bounds: Bounds
    noun: NounPhrase
    single: bool = False
    state: Counted | None = None


def candidates_of(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """The candidates of a sentence, in order and without overlap."""
    i = 0
    while i < len(tokens):
        found = _candidate_at(tokens, i)
        if found:
            yield found
        i = found.end if found else i + 1


def _candidate_at(tokens: Sequence[Token], i: int) -> Candidate | None:
    word = tokens[i].lower
    if word not in _OPENING and not may_be_qualified(word):
        return None
    return _number_at(tokens, i) or _none_at(tokens, i) or _single_at(tokens, i)


def _number_at(tokens: Sequence[Token], i: int) -> Candidate | None:
    number = qualified_at(tokens, i)
    if not number or _measures_other(tokens, number.core, number.end) or _compares(tokens, number.core):
        return None
    if tokens[number.core].lower in _ADVERBS:
        follows = tokens[number.end].lower if number.end < len(tokens) else "a"
        noun = NounPhrase(number.end, number.end, Sort.EVENTS)
        return None if follows in _COMPARING else Candidate(i, number.end, number.bounds, noun)
    noun = noun_phrase_at(tokens, number.end, one=number.bounds.low == 1)
    return Candidate(i, number.end, number.bounds, noun, state=noun.state)


def _compares(tokens: Sequence[Token], core: int) -> bool:
    """As in "as many", "too few", "in another, ", "1 in 4", "many of them": no number of their own."""
    if [token.lower for token in tokens[max(0, core - 2) : core + 1]] == ["in", "another", ","]:
        return True
    if [token.lower for token in tokens[core : core + 3]] == ["many", "of", "them"]:
        return True
    if core > 1 and [token.lower for token in tokens[core - 2 : core]] in (["1", "in"], ["one", "in"]):
        return True
    return core > 0 and tokens[core].lower in ("many", "few") and tokens[core - 1].lower in ("as", "so", "too", "how")


def _measures_other(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Dates, years, money, percentages, labels: "12 May", "$250 million", "Article 51", "one of the bloodiest"."""
    before = tokens[first - 1].lower if first else ""
    behind = tokens[end].lower if end < len(tokens) else ""
    figure = tokens[first].text[0].isdigit()
    if (before and before in _CURRENCY) or behind == "%" or _glued(tokens, first, end) or behind in _UNITS:
        return True
    if _is_age(tokens, first, end):
        return True
    dotted = tokens[first - 2].lower if before == "." and first > 1 else before
    if figure and (_label(tokens, first) in _LABELS or dotted in _MONTHS or behind in _MONTHS):
        return True
    if figure and end == first + 1 and tokens[first].text.isdigit() and 1900 <= int(tokens[first].text) < 2100:
        return before in ("in", "since", "of", "until", "by", "from", "year", "and", ",", "to", "the") or behind in (
            ",",
            ")",
        )
    return tokens[first].lower == "one" and (
        before in ("was", "is", "were", "the", "this", "as", "every") or behind in ("another", "day")
    )


def _label(tokens: Sequence[Token], first: int) -> str:
    """The word before a figure, or before the list of figures that it ends: "aged 19, 22 and 35"."""
    while first > 1 and tokens[first - 1].lower in ("and", ",") and tokens[first - 2].text.isdigit():
        first -= 2
    return tokens[first - 1].lower if first else ""


def _glued(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a hyphen or stroke ties the number to its neighbour: "9/11", "M-72"."""
    left = first > 0 and tokens[first - 1].text in "-/" and tokens[first - 1].end == tokens[first].start
    right = end < len(tokens) and tokens[end].text in "-/" and tokens[end].start == tokens[end - 1].end
    return left or right


def _is_age(tokens: Sequence[Token], first: int, end: int) -> bool:
    """As in "Ana Ruiz, 32, was", "Haroon (30) and": a figure by itself between signs behind a word."""
    if (
        end != first + 1
        or first < 2
        or end >= len(tokens)
        or not tokens[first].text.isdigit()
        or len(tokens[first].text) > 2
    ):
        return False
    signs = (tokens[first - 1].text, tokens[end].text)
    return tokens[first - 2].text[0].isupper() and (signs == ("(", ")") or (signs[0] == "," and signs[1] in ",;)"))


def _single_at(tokens: Sequence[Token], i: int) -> Candidate | None:
    """As in "a soldier", "an 18-month-old baby"."""
    if tokens[i].lower not in ("a", "an"):
        return None
    noun = noun_phrase_at(tokens, i + 1, one=True)
    if noun.sort is not Sort.PEOPLE or noun.first != i + 1 or noun.state or _speaks(tokens, i, noun.end):
        return None
    return Candidate(i, noun.end, Bounds(1, 1), noun, single=True)


def _speaks(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the person is only the source: "a spokesman said", "said an imam.", "according to a doctor"."""
    cited = first > 1 and [token.lower for token in tokens[first - 2 : first]] == ["according", "to"]
    told = first > 0 and tokens[first - 1].lower in _SPEECH and end < len(tokens) and tokens[end].text == "."
    return cited or told or (end < len(tokens) and tokens[end].lower in _SPEECH)


def _none_at(tokens: Sequence[Token], i: int) -> Candidate | None:
    """As in "no casualties", "No soldiers", "without suffering any casualties"."""
    lower = tokens[i].lower
    named = _NONE.at(tokens, i)
    if named:
        return Candidate(i, named[1], Bounds(0, 0), NounPhrase(i, named[1], Sort.PEOPLE), state=Counted(named[0]))
    reach = 1 if lower == "no" else _NEGATION_REACH if lower in _NEGATIONS else 0
    for k in range(i + 1, min(i + 1 + reach, len(tokens))):
        noun = _harmed_at(tokens, k)
        plain = lower == "no" and (noun is None or noun.state or is_plural(tokens[noun.end - 1]))
        if noun and (plain or (noun.state and tokens[noun.end - 1].lower not in ADJECTIVES)):
            end = noun.end
            return Candidate(i, end, Bounds(0, 0), noun, state=noun.state)
    return None


def _harmed_at(tokens: Sequence[Token], i: int) -> NounPhrase | None:
    """The people at token `i` in singular or plural; two states joined are casualties: "deaths or injuries"."""
    found = [noun_phrase_at(tokens, i, one=one) for one in (False, True)]
    noun = next((noun for noun in found if noun.sort is Sort.PEOPLE and noun.first == i), None)
    if not noun or not noun.state or noun.end + 1 >= len(tokens) or tokens[noun.end].lower not in ("or", "nor", "and"):
        return noun
    other = noun_phrase_at(tokens, noun.end + 1, one=False)
    joined = other.state and other.state is not noun.state
    return noun._replace(end=other.end, state=Counted.CASUALTIES) if joined else noun

"""The noun phrase that a number counts: "US soldiers" in "24 US soldiers near Erbil"."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from tacitus.grounding.quantities._numerals import numeral_at
from tacitus.grounding.quantities._record import Counted, Group
from tacitus.grounding.quantities._tokens import Token
from tacitus.grounding.quantities._words import TABLES, inflected, nouns

_STOPS: Final = frozenset(TABLES["stops"]["words"])
_UNITS: Final = frozenset(TABLES["not_counts"]["units"]) | {unit + "s" for unit in TABLES["not_counts"]["units"]}
ADJECTIVES: Final = frozenset(("dead", "wounded", "injured", "missing", "killed", "hurt"))
_VERBAL: Final = (
    ADJECTIVES
    | {
        form
        for verbs in TABLES["verbs"].values()
        for form in (*inflected(word for word in (*verbs["act"], *verbs["fate"]) if " " not in word), *verbs["forms"])
    }
    | frozenset(TABLES["suffering"]["verbs"])
)
_BEHIND: Final = frozenset(TABLES["pronouns"]["behind"])
_DETERMINERS: Final = frozenset({"the", "his", "her", "its", "their", "these", "those", "our", "all"})
_PREDICATING: Final = ("of", "them", "whom", "were", "are")
_LONGEST: Final = 7
_YEARS_OLD: Final = ["year", "old"]
_PERSON_ENDING: Final = re.compile(r"[a-z]{2,}(?:(?:er|or|ist|ian|ant|ee|an|i|[^a]ese)s?|m[ae]n)")
_NATIONAL_ENDING: Final = re.compile(r"[a-z]{2,}(?:ans?|is?|ese|[ea]rs?|ds?|ks?|bs?|ns?)")


class Sort(StrEnum):
    """What sort of thing a noun phrase names."""

    BARE = "bare"
    PEOPLE = "people"
    EVENTS = "events"
    THINGS = "things"
    UNITS = "units"
    UNKNOWN = "unknown"


class NounPhrase(NamedTuple):
    """Tokens `first` to `end` (outside); `whole` is the index of a number inside: "of the *nine* sailors"."""

    first: int
    end: int
    sort: Sort
    group: Group | None = None
    state: Counted | None = None
    standing: Counted | None = None
    whole: int | None = None


def _lexicon(number: str) -> dict[str, Sort]:
    people = dict.fromkeys(nouns(TABLES["people"], number=number), Sort.PEOPLE)
    states = dict.fromkeys(nouns(TABLES["states"], number=number), Sort.PEOPLE)
    events = dict.fromkeys(nouns(TABLES["events"], number=number), Sort.EVENTS)
    things = dict.fromkeys(nouns(TABLES["things"], number=number), Sort.THINGS)
    return {**states, **things, **events, **people}


def _of_both_numbers(table: dict[str, list[str]]) -> dict[str, str]:
    return {**nouns(table, number="plural"), **nouns(table, number="singular")}


_SINGULAR: Final = _lexicon("singular")
_PLURAL: Final = _lexicon("plural") | dict.fromkeys(ADJECTIVES, Sort.PEOPLE)
_GROUPS: Final = {noun: Group(key) for noun, key in _of_both_numbers(TABLES["people"]).items() if key != "people"}
_STATES: Final = {noun: Counted(key) for noun, key in _of_both_numbers(TABLES["states"]).items()}
_STANDING: Final = {noun: Counted(key) for noun, key in _of_both_numbers(TABLES["standing"]).items()}


def noun_phrase_at(tokens: Sequence[Token], i: int, *, one: bool) -> NounPhrase:
    """The noun phrase that begins at token `i`, just behind a number; `one` asks for a singular noun."""
    first, whole = _of_whom(tokens, i)
    of_whom = first > i and tokens[first - 1].lower not in _BEHIND
    lexicon = _SINGULAR if one and not of_whom else _PLURAL
    run = _run(tokens, first, lexicon)
    if not run:
        return NounPhrase(first, first, Sort.BARE, whole=whole)
    if tokens[run[0]].lower in _UNITS or tokens[run[-1]].lower in _UNITS:
        return NounPhrase(first, run[-1] + 1, Sort.UNITS)
    head, sort = _head(tokens, run, lexicon)
    words = [tokens[k].lower for k in reversed(run) if k <= head]
    partitive = first > i and tokens[first - 1].lower in _DETERMINERS
    state = _STATES.get(words[0])
    return NounPhrase(
        first,
        head + 1,
        sort,
        group=next((_GROUPS[word] for word in words if word in _GROUPS), None) if sort is Sort.PEOPLE else None,
        state=None if partitive else state,
        standing=state if partitive and state else _STANDING.get(words[0]),
        whole=whole,
    )


def _of_whom(tokens: Sequence[Token], i: int) -> tuple[int, int | None]:
    """Pass over "more", "of the", "out of his" and a number that tells the whole."""
    while i < len(tokens) and tokens[i].lower in _BEHIND:
        i += 1
    k = i + (i < len(tokens) and tokens[i].lower == "out")
    if k >= len(tokens) or tokens[k].lower != "of":
        return i, None
    k += 1
    while k < len(tokens) and tokens[k].lower in _DETERMINERS:
        k += 1
    number = numeral_at(tokens, k)
    return (number.end, k) if number else (k, None)


def _run(tokens: Sequence[Token], first: int, lexicon: dict[str, Sort]) -> list[int]:
    """Indices of the words from `first` on that can belong to one noun phrase."""
    run: list[int] = []
    i = first
    while i < min(len(tokens), first + _LONGEST):
        token = tokens[i]
        if token.text in "\"“”‘’'" and run == []:
            i += 1
            continue
        if token.text == "(" and i + 2 < len(tokens) and tokens[i + 2].text == ")" and run:
            i += 3
            continue
        if [token.lower for token in tokens[i + 1 : i + 3]] == _YEARS_OLD:
            i += 3
            continue
        if not (token.is_word or (token.text[0].isdigit() and "-" in token.text)) or _stops(tokens, i):
            break
        verbal = token.lower in _VERBAL or token.lower.endswith("ed")
        if verbal and token.lower not in lexicon and not _modifies(tokens, i, lexicon):
            break
        if verbal and run and lexicon.get(tokens[run[-1]].lower) is Sort.PEOPLE:
            break
        if run and token.lower in ADJECTIVES:
            break
        run.append(i)
        i += 1
    return run


def _stops(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word ends a noun phrase; "IS" before a word in lower case is a name."""
    named = tokens[i].text == "IS" and i + 1 < len(tokens) and tokens[i + 1].text.islower()
    return tokens[i].lower in _STOPS and not named


def _modifies(tokens: Sequence[Token], i: int, lexicon: dict[str, Sort]) -> bool:
    """Whether a participle stands before its noun: "kidnapped tourists", "captured government soldiers"."""
    for k in range(i + 1, min(i + 4, len(tokens))):
        if tokens[k].lower in _STOPS or not tokens[k].is_word or numeral_at(tokens, k):
            return False
        if tokens[k].lower in lexicon:
            return True
    return False


def _head(tokens: Sequence[Token], run: list[int], lexicon: dict[str, Sort]) -> tuple[int, Sort]:
    known = [k for k in run if tokens[k].lower in lexicon]
    if known and (lexicon is _PLURAL or known[-1] == run[-1]):
        return known[-1], lexicon[tokens[known[-1]].lower]
    return run[-1], _guess(tokens[run[-1]], plural=lexicon is _PLURAL)


def _guess(token: Token, *, plural: bool) -> Sort:
    """People by the ending of an unlisted noun: "bystanders", "two Germans", "a Frenchman"."""
    if plural and not token.lower.endswith(("s", "en", "i", "ese")):
        return Sort.UNKNOWN
    national = token.text[0].isupper() and not token.text.isupper() and _NATIONAL_ENDING.fullmatch(token.lower)
    return Sort.PEOPLE if national or _PERSON_ENDING.fullmatch(token.lower) else Sort.UNKNOWN


def predicated_group(tokens: Sequence[Token], i: int) -> Group | None:
    """Whom the words behind a number say they are: "five (of them) children", "37 of the dead were civilians"."""
    start = i
    while i < len(tokens) and tokens[i].lower in _PREDICATING:
        i += 1
    return noun_phrase_at(tokens, i, one=False).group if i > start else None


def is_plural(token: Token) -> bool:
    """Whether a noun looks like a plural; names do not count as such."""
    return (
        token.lower in _PLURAL
        or token.lower in ("more", "some")
        or (token.text.islower() and token.lower.endswith("s") and not token.lower.endswith("ss"))
    )

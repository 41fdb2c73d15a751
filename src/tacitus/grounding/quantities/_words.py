"""The vocabulary of `words.toml`, with regular forms derived, ready for look-up."""

import tomllib
from collections.abc import Iterable, KeysView, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, Generic, TypeVar

from tacitus.grounding.quantities._tokens import Token, tokens_of

TABLES: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
_IRREGULAR: Final[dict[str, str]] = TABLES["irregular_plurals"]
_DOUBLING: Final = frozenset(TABLES["doubling"])

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of one or more words with a value each; the longest that stands at a token wins."""

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in table.items():
            words = tuple(token.lower for token in tokens_of(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> KeysView[str]:
        """The words with which the phrases begin."""
        return self._by_first.keys()

    def at(self, tokens: Sequence[Token], i: int) -> tuple[Value, int] | None:
        """The value of the phrase that begins at token `i` and the index behind it."""
        for words, value in self._by_first.get(tokens[i].lower, ()) if i < len(tokens) else ():
            if tuple(token.lower for token in tokens[i : i + len(words)]) == words:
                return value, i + len(words)
        return None


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def past_forms(verb: str) -> tuple[str, str]:
    """Past tense and -ing form of a regular verb."""
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if verb in _DOUBLING:
        return verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied", verb + "ing"
    return verb + "ed", verb + "ing"


def inflected(verbs: Iterable[str]) -> set[str]:
    """Every form of the verbs."""
    return {form for verb in verbs for form in (verb, plural(verb), *past_forms(verb))}


def nouns(table: Mapping[str, Iterable[str]], *, number: str) -> dict[str, str]:
    """Noun → key of the table it stands in; `number` is "singular" or "plural"."""
    return {plural(noun) if number == "plural" else noun: key for key, entries in table.items() for noun in entries}

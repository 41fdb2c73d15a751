"""What the registry knows about the words of a phrase: names, states, roles, places, and the words left over."""

from collections.abc import Mapping
from dataclasses import dataclass

from tacitus.grounding.parties._entries import Entry, Role
from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._registry import Registry
from tacitus.grounding.parties._words import Word

# Abbreviations and short names that are also English words: in a text all in capitals they are read as the words.
ENGLISH = listed("english_words")
SHORT = 3
# "pro-Russian", "Iran-backed": the state is not the party's home.
BEFORE = frozenset({"pro", "anti", "non", "ex"})
AFTER = listed("bound_after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stretch of words and what it is; an item with nothing known is one left-over word."""

    words: tuple[Word, ...]
    entries: tuple[Entry, ...] = ()
    state: tuple[str, str] | None = None
    role: Role | None = None
    place: str | None = None
    aside: bool = False

    @property
    def text(self) -> str:
        """The words, one blank between them."""
        return " ".join([word.text for word in self.words])

    @property
    def key(self) -> str:
        """The words' keys."""
        return self.words[0].key if len(self.words) == 1 else " ".join([word.key for word in self.words])

    @property
    def unknown(self) -> bool:
        """Whether the registry says nothing of it."""
        return not (self.entries or self.state or self.role or self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The registry, the names that this report introduces ("Front (XYZ)"), and whether its capitals tell anything.

    `lengths` says how many words the introduced names have, by their first word.
    """

    registry: Registry
    cased: bool
    introduced: Mapping[str, tuple[Entry, ...]]
    lengths: Mapping[str, int]


def chart(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Item, ...]:
    """The words in order, the longest known stretches taken first from the left."""
    items: list[Item] = []
    at = 0
    while at < len(words):
        item = _longest(words, at, lexicon) or Item(words=words[at : at + 1])
        items.append(item)
        at += len(item.words)
    return tuple(items)


def _longest(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Item | None:
    """The longest stretch from a word on that something is known of."""
    first, forms = words[at].key, lexicon.registry.forms
    longest = lexicon.registry.lengths.get(first, 1)  # 1: plurals are no keys
    if lexicon.lengths:
        longest = max(longest, lexicon.lengths.get(first, 1))
    for n_words in range(min(longest, len(words) - at), 0, -1):
        key = first if n_words == 1 else " ".join([word.key for word in words[at : at + n_words]])
        if key not in forms and key not in lexicon.introduced:
            continue  # nearly all: one look into one set, before anything is asked of the words
        item = _look_up(key, words[at : at + n_words], lexicon)
        if item:
            return _set_aside(item, words, at) if item.state else item
    return None


def _look_up(key: str, stretch: tuple[Word, ...], lexicon: Lexicon) -> Item | None:
    registry = lexicon.registry
    named = _believable(key, stretch, cased=lexicon.cased)
    if (named or " " in key) and (entries := lexicon.introduced.get(key) or registry.names.get(key)):
        return Item(words=stretch, entries=entries)
    if named and (state := registry.words.get(key)):
        return Item(words=stretch, state=state)
    if role := registry.role_forms.get(key):
        return Item(words=stretch, role=role)
    if named and (place := registry.places.get(key)):
        return Item(words=stretch, place=place)
    return None


def _believable(key: str, stretch: tuple[Word, ...], *, cased: bool) -> bool:
    """Whether the words can be a name: names have capitals, and short abbreviations all of them."""
    if "." in stretch[0].text:
        return True
    if not cased:
        return key not in ENGLISH
    if len(key) <= SHORT:
        return any(letter.isupper() for letter in stretch[0].text[1:]) or not stretch[0].text[:1].isalpha()
    return any(word.capital for word in stretch)


def _set_aside(item: Item, words: tuple[Word, ...], at: int) -> Item:
    """Mark a state that is not the home of what follows it ("Iran-backed", "pro-Russian")."""
    end = at + len(item.words)
    before = words[at - 1].key if at else ""
    after = words[end] if end < len(words) else None
    bound = after is not None and after.joined in {"-", "–"} and after.key in AFTER
    prefixed = before in BEFORE and item.words[0].joined in {"-", "–", ""}
    return Item(words=item.words, state=item.state, aside=bound or prefixed)

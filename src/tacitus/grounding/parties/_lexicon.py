"""What a report itself says about its names: abbreviations it introduces, and whether its capitals mean anything."""

import re

from tacitus.grounding.parties._chart import Lexicon
from tacitus.grounding.parties._entries import Entry
from tacitus.grounding.parties._registry import Registry
from tacitus.grounding.parties._words import Word, key_of, words_of

BRACKETED = re.compile(r"[(\[]\s*([A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Za-z]+)?)\s*[)\]]")
SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "el", "del", "y", "a", "to", "on"})
# Shares of capitals among a text's letters between which they set names apart: headlines reach 0.3, wire reports of
# the 1980s have 1.0.
CASED = (0.005, 0.5)
MOST_WORDS = 10


def lexicon_of(text: str, registry: Registry) -> Lexicon:
    """The registry as seen from one report."""
    letters = [letter for letter in text if letter.isalpha()]
    share = sum(letter.isupper() for letter in letters) / len(letters) if letters else 0.0
    introduced = _introduced(text, registry)
    return Lexicon(
        registry=registry,
        cased=CASED[0] < share < CASED[1],
        introduced=introduced,
        lengths={key.partition(" ")[0]: key.count(" ") + 1 for key in introduced},
    )


def _introduced(text: str, registry: Registry) -> dict[str, tuple[Entry, ...]]:
    """Abbreviations in brackets after the words that they stand for, and what they name."""
    found: dict[str, tuple[Entry, ...]] = {}
    for match in BRACKETED.finditer(text):
        short = key_of(match[1])
        before = words_of(text[max(0, match.start() - 120) : match.start()])
        spelled = _spelled_out(short.replace(" ", ""), before)
        if not spelled or len(short) < 2 or " " in short:
            continue
        name = " ".join(word.text for word in spelled)
        known = registry.names.get(key_of(name))
        if known or short not in registry.names:
            entries = known or (Entry(name=name, country=None, sector=None),)
            found.setdefault(short, entries)
            found.setdefault(key_of(name), entries)
    return found


def _spelled_out(letters: str, before: tuple[Word, ...]) -> tuple[Word, ...]:
    """The last words whose initials are these letters, small words counted or not."""
    for n_words in range(2, min(MOST_WORDS, len(before)) + 1):
        stretch = before[-n_words:]
        initials = "".join(word.key[:1] for word in stretch)
        content = "".join(word.key[:1] for word in stretch if word.key not in SMALL)
        if letters in {initials, content} and stretch[0].key not in SMALL:
            return stretch
    return ()

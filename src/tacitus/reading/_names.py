"""Names of states, peoples and armed groups, which the reader is told as numbers.

What a report says happened must not hang on whether it is Israel or Hamas, Russia or Ukraine that is said to have done
it. So the network never sees which party a known name means: it sees one piece that says "the first party named
here", "the second" and so on, the same for all forms of a name. Who it is, is the business of grounding.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# Ids of the vocabulary's unused pieces that stand for the parties of a text in the order of their first naming; all
# from the last on share one.
FIRST_ID, N_IDS = 1, 16
# In a text mostly in capitals the short abbreviations of names cannot be told from words ("US", "IS", "AID").
SHORT = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Names:
    """The known forms of names by their first word, folded: (form, number of the party), longest first."""

    by_word: dict[str, tuple[tuple[str, int], ...]]

    @classmethod
    def of(cls, parties: Iterable[Iterable[str]]) -> Self:
        """From the forms of each party's name. Of parties that share a form, the first has it."""
        owner: dict[str, int] = {}
        for number, forms in enumerate(parties):
            for form in forms:
                owner.setdefault(form.replace("’", "'"), number)
        found: dict[str, list[tuple[str, int]]] = {}
        for form in sorted(owner, key=lambda form: (-len(form), form)):
            if first := _WORD.match(form):
                found.setdefault(first[0].lower(), []).append((form, owner[form]))
        return cls({word: tuple(forms) for word, forms in found.items()})

    @classmethod
    def load(cls, path: Path) -> Self:
        """From a file with a party a line, its forms separated by tabs."""
        return cls.of(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)

    def find(self, text: str) -> tuple[tuple[int, int, int], ...]:
        """Names in a text that do not overlap, as (start, end, number of the party)."""
        text = text.replace("’", "'").replace("\n", " ")
        in_capitals = _in_capitals(text)
        found, done = [], 0
        for word in _WORD.finditer(text):
            forms = self.by_word.get(word[0].lower(), ())
            if word.start() < done or not forms:
                continue
            for form, number in forms:
                end = word.start() + len(form)
                if _says(text[word.start() : end], form, in_capitals=in_capitals) and not text[end : end + 1].isalnum():
                    found.append((word.start(), end, number))
                    done = end
                    break
        return tuple(found)


def _says(words: str, form: str, *, in_capitals: bool) -> bool:
    if in_capitals and form.isupper() and len(form) <= SHORT:
        return False
    return words == form or (words.isupper() and words == form.upper())


def _in_capitals(text: str) -> bool:
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)

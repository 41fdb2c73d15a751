"""Words, figures and signs of a text with their offsets, sentence by sentence."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

# fmt: off
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ABBREVIATIONS: Final = frozenset((
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "gov", "sen", "rep", "st", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs",
))
# fmt: on
SMALL: Final[dict[str, int]] = {word: value for value, word in enumerate(_UNITS)}
TENS: Final[dict[str, int]] = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
SCALES: Final[dict[str, int]] = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000
}  # fmt: skip

_TOKEN: Final = re.compile(
    r"""
    \d{1,2}:\d{2}                                              # a time of day
  | \d+(?:st|nd|rd|th|d)\b                                     # an ordinal
  | \d+-[^\W\d_][\w-]*                                         # 32-year-old, 85-km
  | (?<!\d)\d{1,3}(?:(?:,\s?|\.|[ \u00a0\u2009\u202f])\d{3})+(?![\d,.]*\d)  # 1,400  1.400  1 400
  | \d+(?:\.\d+)?
  | (?:[^\W\d_]\.){2,}                                         # U.S.
  | [^\W\d_](?:\w|['’-](?=\w))*
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A table or a list without full stops is cut here: work on a sentence grows with more than its length.
_LONGEST: Final = 120
_CLOSING: Final = "\"'”’)]"


class Token(NamedTuple):
    """One word, figure or sign; `lower` is its text in lower case with plain apostrophes."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


def tokens_of(text: str) -> list[Token]:
    """All tokens of the text. Written-out numbers are split at their hyphens: "twenty-two" is three tokens."""
    found = []
    for match in _TOKEN.finditer(text):
        parts = re.split(r"(-)", match[0]) if "-" in match[0] else [match[0]]
        start = match.start()
        for part in parts if _is_written_number(parts) else (match[0],):
            found.append(Token(part, part.lower().replace("’", "'"), start, start + len(part)))
            start += len(part)
    return found


def _is_written_number(parts: list[str]) -> bool:
    words = [part.lower() for part in parts[::2]]
    return len(words) > 1 and all(word in SMALL or word in TENS or word in SCALES or word == "and" for word in words)


@lru_cache(maxsize=2)
def sentences_of(text: str) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each sentence, in order. A blank line ends one as a full stop does, and so do 120 tokens.

    Finding the numbers of a text and saying what they mean both begin here, hence the memory.
    """
    sentences: list[list[Token]] = [[]]
    for token in tokens_of(text):
        if len(sentences[-1]) >= _LONGEST or (sentences[-1] and _begins_sentence(sentences[-1], token, text)):
            sentences.append([])
        sentences[-1].append(token)
    return tuple(tuple(sentence) for sentence in sentences if sentence)


def _begins_sentence(before: list[Token], token: Token, text: str) -> bool:
    if text.count("\n", before[-1].end, token.start) > 1:
        return True
    marks = [part for part in before[-3:] if part.lower not in _CLOSING]
    if not marks or marks[-1].text not in (".", "!", "?") or token.text in _CLOSING or token.start == before[-1].end:
        return False
    ended = before[-2].lower if len(before) > 1 and before[-1] is marks[-1] else ""
    return not (token.text[0].islower() or ended in _ABBREVIATIONS or (len(ended) == 1 and ended.isalpha()))

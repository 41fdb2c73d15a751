"""Words of a text and the form in which names are compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word may hold dots between letters ("U.S."), apostrophes ("N'Djamena") and ampersands; hyphens part words, and
# numbers keep their commas.
WORD = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.\s?){2,}|[^\W_]+(?:['’`&][^\W_]+)*")
INITIALS = re.compile(r"(?<![^\W_])(?:[a-z]\.[ ]?){2,}")
POSSESSIVE = re.compile(r"['`] ?s(?![a-z0-9])|(?<=[a-z0-9])['`](?![a-z0-9])")
INSIDE = re.compile(r"(?<=[a-z0-9])['`&](?=[a-z0-9])")
NO_WORD = re.compile(r"[^a-z0-9\n]+")
APOSTROPHE_S = re.compile(r"['’`]s$|['’`]$", re.IGNORECASE)


class Word(NamedTuple):
    """A word of a text: where it stands, and its key for comparison.

    `joined` is the punctuation between it and the word before, stripped of blanks. `owner` says that it ends in 's.
    """

    text: str
    start: int
    end: int
    key: str
    joined: str
    owner: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or a digit."""
        return not self.text[:1].islower()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes and dots."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    return INSIDE.sub("", text.lower().replace(".", "").replace(" ", ""))


def words_of(text: str, *, start: int = 0) -> tuple[Word, ...]:
    """The words of a text in order; offsets are counted from `start`. Words of other scripts have an empty key."""
    found: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        if match[0] in {"s", "S"} and found and text[last : match.start()].strip() in {"'", "’", "`"}:
            found[-1] = found[-1]._replace(owner=True)  # "Attorney ' s" of texts cut into tokens
            last = match.end()
            continue
        plain = match[0].rstrip()
        bare = APOSTROPHE_S.sub("", plain)
        after = text[match.start() + len(plain) : match.start() + len(plain) + 2]
        owner = bare != plain or after[:1] in {"'", "’", "`"}
        where = start + match.start()
        gap = text[last : match.start()].strip()
        found.append(Word(plain, where, where + len(plain), fold(bare), gap, owner))
        last = match.start() + len(plain)
    return tuple(found)


def keys_of(names: list[str]) -> list[str]:
    """The forms under which names are looked up: folded words, one blank between them.

    Equal to the keys of `words_of`, joined; all names pass through each pattern at once, which is what makes loading
    the registry fast. A name holds no line break.
    """
    text = "\n".join(names)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    text = INITIALS.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", text.lower())
    text = POSSESSIVE.sub("", text)
    text = INSIDE.sub("", text)
    return [line.strip() for line in NO_WORD.sub(" ", text).split("\n")]


def key_of(name: str) -> str:
    """The form under which one name is looked up."""
    return keys_of([name.replace("\n", " ")])[0]

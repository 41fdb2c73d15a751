"""How a written name is made comparable: spelling folded away, and for transliterated names only the frame kept."""

import re
import unicodedata
from functools import lru_cache

from tacitus.grounding.places._lists import word_list

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
_QUOTES = re.compile(r"[’‘'`´ʻʼʿʾ′.]")
_OTHER = re.compile(r"[^a-z0-9]+")
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "sta": "santa"}
# The Arabic article in the spellings that news uses, before sun letters too, and the Kurdish and Persian links.
_ARTICLES = word_list("articles")
_LINKS = word_list("frame_links")
_SOUNDS = (
    ("sch", "s"),
    ("tch", "s"),
    ("dsch", "j"),
    ("dj", "j"),
    ("sh", "s"),
    ("ch", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("zh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("z", "s"),
    ("g", "k"),
    ("b", "p"),
    ("h", ""),
    ("y", ""),
)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The name as the index knows it: lower case, no diacritics, no points, one blank between words."""
    plain = name.lower()
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = _OTHER.sub(" ", _QUOTES.sub("", plain)).split()
    return " ".join([_WORDS.get(word, word) for word in words])


def is_abbreviation(name: str) -> bool:
    """Whether a name is short for one ("N.Y.", "TX").

    Such names are known only behind a comma, where "IN" is no preposition.
    """
    return name.endswith(".") or (name.isupper() and len(name) == 2)


def short_key(name_key: str) -> str:
    """The key under which an abbreviation is kept apart from full names."""
    return f"abbr {name_key}"


def without_article(name_key: str) -> str:
    """The key without a leading English or Arabic article."""
    words = name_key.split()
    while len(words) > 1 and (words[0] == "the" or words[0] in _ARTICLES):
        words = words[1:]
    return " ".join(words)


def skeleton(name_key: str) -> str:
    """The consonant frame that transliterations of one name share: "boukamal" and "al bukamal" are both "pkml".

    Empty where fewer than three consonants are left, which would name too many places at once.
    """
    words = [word for word in name_key.split() if word not in _ARTICLES and word not in _LINKS] or name_key.split()
    sounds = "".join(words)
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    first, rest = sounds[:1], re.sub(r"[aeiou]", "", sounds[1:])
    frame = re.sub(r"(.)\1+", r"\1", ("" if first in "aeiou" else first) + rest)
    initial = "a" if first in "aeiou" and first else ""
    return initial + frame if len(frame) >= 3 else ""

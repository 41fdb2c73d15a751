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
_SOUNDS = {
    "sch": "s",
    "tch": "s",
    "dsch": "j",
    "dj": "j",
    "sh": "s",
    "ch": "s",
    "kh": "k",
    "gh": "g",
    "dh": "d",
    "th": "t",
    "zh": "j",
    "ph": "f",
    "ck": "k",
}
_DIGRAPH = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_LETTER_SOUNDS = str.maketrans(
    {"q": "k", "c": "k", "w": "v", "x": "ks", "z": "s", "g": "k", "b": "p", "h": None, "y": None}
)
_VOWELS = str.maketrans("", "", "aeiou")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The name as the index knows it: lower case, no diacritics, no points, one blank between words."""
    plain = name.lower()
    if plain.isascii() and plain.isalpha():  # half of all names: worth a way of their own when a million are folded
        return _WORDS.get(plain, plain)
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = _OTHER.sub(" ", _QUOTES.sub("", plain)).split()
    return " ".join([_WORDS.get(word, word) for word in words])


def is_abbreviation(name: str) -> bool:
    """Whether a name is short for one ("N.Y.", "TX").

    Such names are known only behind a comma, where "IN" is no preposition.
    """
    return (name.endswith(".") and any(map(str.isupper, name))) or (name.isupper() and len(name) == 2)


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
    sounds = _DIGRAPH.sub(lambda found: _SOUNDS[found[0]], "".join(words)).translate(_LETTER_SOUNDS)
    frame = _DOUBLED.sub(r"\1", sounds.translate(_VOWELS))
    return ("a" if sounds[:1] in tuple("aeiou") else "") + frame if len(frame) >= 3 else ""

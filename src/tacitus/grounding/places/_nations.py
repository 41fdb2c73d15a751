"""Nationality words, and the countries whose place names reach English in more than one transliteration."""

from functools import lru_cache

from tacitus.grounding.places._layers import pieces, records
from tacitus.grounding.places._lists import DATA, word_list
from tacitus.grounding.places._names import key

TRANSLITERATED = word_list("transliterated")


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Nationality words as keys, to alpha-3."""
    return {
        key(word): record["iso3"]
        for _, record in records(DATA / "countries.csv")
        for word in pieces(record["demonyms"])
    }


@lru_cache(maxsize=1)
def area_demonyms() -> dict[str, str]:
    """The same for areas that are no state ("European"), to the area's name.

    Read only where a whole mention is such a word.
    """
    told = ((record["name"], record.get("demonyms", "")) for _, record in records(DATA / "areas.csv"))
    return {key(word): name for name, words in told for word in pieces(words)}


def nation_in(text: str) -> str | None:
    """The country of the first nationality word in a text."""
    words = key(text).split()
    pairs = [" ".join(words[start : start + size]) for start in range(len(words)) for size in (2, 1)]
    return next((demonyms()[pair] for pair in pairs if pair in demonyms()), None)

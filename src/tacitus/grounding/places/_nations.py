"""Nationality words, and the countries whose place names reach English in more than one transliteration."""

from functools import lru_cache

from tacitus.grounding.places._layers import DATA, pieces, records
from tacitus.grounding.places._names import key

TRANSLITERATED = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR BTN CHN DJI DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LBY LKA "
    "MAR MKD MMR MNG MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD THA TJK TKM TUN TUR TWN UKR UZB XKX YEM ESH".split()
)


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Nationality words as keys, to alpha-3."""
    return {key(word): record["iso3"] for _, record in records(DATA / "countries.csv") for word in pieces(record["demonyms"])}


def nation_in(text: str) -> str | None:
    """The country of the first nationality word in a text."""
    words = key(text).split()
    pairs = [" ".join(words[start : start + size]) for start in range(len(words)) for size in (2, 1)]
    return next((demonyms()[pair] for pair in pairs if pair in demonyms()), None)

"""Which language a text is in (py3langid), and whether that is certain enough to set it aside."""

from functools import cache
from typing import Any, Final

from tacitus.intake._origin import Found
from tacitus.intake._refused import Code, Refused

_READ: Final = 2_000
"""Characters looked at, from the middle of the text: heads are names and datelines."""

_MIN_LETTERS: Final = 120
"""Fewer are not judged. Set: a sentence of names and numbers can look like any language."""

_MIN_P: Final = 0.99
# fmt: off
_ENGLISH: Final = {
    "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "he",
    "his", "they", "were", "had", "has", "have", "said", "which", "be", "been", "are", "not", "but", "an", "who",
    "their", "this", "after", "its", "would", "will",
}
# fmt: on
_MIN_ENGLISH: Final = 0.2
"""Of the words. Set: in English news these are 0.3 to 0.5 of all words, in other languages under 0.1."""


def in_a_kept_language(found: Found, kept: frozenset[str]) -> None:
    """Refuse a report in another language, as its source says, or as is all but certain."""
    if not kept:
        return
    told = (found.language or "").replace("_", "-").partition("-")[0].strip().lower()
    language = told if len(told) == 2 else _seen(found.report.text, kept)
    if language and language not in kept:
        raise Refused(
            Code.OTHER_LANGUAGE, f"is in another language ({language}); only {', '.join(sorted(kept))} is read"
        )


def _seen(text: str, kept: frozenset[str]) -> str | None:
    start = max(0, (len(text) - _READ) // 2)
    part = text[start : start + _READ]
    if sum(map(str.isalpha, part)) < _MIN_LETTERS:
        return None
    # What is plainly English, as most is, need not wait for the identifier, which takes a second to load.
    words = part.lower().split()
    if "en" in kept and sum(word in _ENGLISH for word in words) >= _MIN_ENGLISH * len(words):
        return "en"
    language, p = _identifier().classify(part)
    return str(language) if language in kept or p >= _MIN_P else None


@cache
def _identifier() -> Any:
    from py3langid.langid import LanguageIdentifier  # noqa: PLC0415  loads numpy

    return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)

"""CEAF-REE: the role fillers of a document against its key (Du, Rush and Cardie, EACL 2021).

Within a role, predicted and gold entities are aligned one to one. An aligned pair is right when every phrase of the
predicted entity is among the phrases of the gold one, both without case, articles and punctuation.
"""

import re
import string
from collections.abc import Iterable, Sequence

from tacitus.analysis import aligned

Phrases = frozenset[str]
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def phrase(text: str) -> str:
    """The words of a phrase as the measure compares them."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def entity(texts: Iterable[str]) -> Phrases:
    """An entity as the set of phrases that name it."""
    return frozenset(phrase(text) for text in texts)


def role_sums(gold: Sequence[Phrases], predicted: Sequence[Phrases]) -> dict[str, float]:
    """Sums of one role of one document."""
    return {"hits": len(aligned(gold, predicted, _is_right)), "predicted": len(predicted), "gold": len(gold)}


def _is_right(gold: Phrases, predicted: Phrases) -> bool:
    return bool(predicted) and predicted <= gold

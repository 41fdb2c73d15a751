"""CAMEO sentences of ConfliBERT: the penta-class of an event, and who does it to whom (Multi-CoPED, AIES 2022).

The order of the classes is inferred from the examples; it is the usual one.
"""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, TaggedText, Terms
from training.corpora._tokens import joined, spans

TERMS = Terms(stated="none for the text; repository GPL-3", weights="unclear")
CAMEO_CLASSES = (
    "neutral_statement",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
)


def cameo_class(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Sentences, each of one class."""
    return tuple(
        LabelledText(id=row["id"], text=row["text"], labels=(CAMEO_CLASSES[row["label"]],))
        for row in rows(folder, f"class.{split}.jsonl")
    )


def cameo_ner(folder: Path, split: str) -> tuple[TaggedText, ...]:
    """Sentences with spans `source`, `target` and `reciprocal` (both sides of a mutual act)."""
    texts = []
    for row in rows(folder, f"ner.{split}.jsonl"):
        text, tokens = joined(row["tokens"])
        texts.append(TaggedText(id=row["id"], text=text, tokens=tokens, spans=spans(row["entities"], tokens)))
    return tuple(texts)

"""CrossNER, politics: entities in Wikipedia sentences (Liu et al., AAAI 2021)."""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import TaggedText, Terms
from training.corpora._tokens import joined, spans

TERMS = Terms(stated="repository MIT; text CC BY-SA (Wikipedia)", weights="yes, heeding share-alike of the text")


def crossner_politics(folder: Path, split: str) -> tuple[TaggedText, ...]:
    """Sentences with entities of nine types."""
    texts = []
    for row in rows(folder, f"{split}.jsonl"):
        text, tokens = joined(row["tokens"])
        texts.append(TaggedText(id=row["id"], text=text, tokens=tokens, spans=spans(row["entities"], tokens)))
    return tuple(texts)

"""InSight Crime: topics of organised crime in Latin American news, in ConfliBERT's selection.

The corpus does not name its seven columns, so the labels are numbered.
"""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none (text of InSight Crime)", weights="unclear")
INSIGHT_CRIME_LABELS = tuple(f"topic_{column}" for column in range(7))


def insight_crime(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Articles with the topics they treat, some with none."""
    return tuple(
        LabelledText(
            id=row["id"],
            text=row["text"],
            labels=tuple(label for label, holds in zip(INSIGHT_CRIME_LABELS, row["labels"], strict=True) if holds),
        )
        for row in rows(folder, f"{split}.jsonl")
    )

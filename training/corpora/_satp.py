"""SATP: types of attack in narratives of the South Asia Terrorism Portal, in ConfliBERT's selection."""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none (text of satp.org)", weights="unclear")
SATP_LABELS = ("armed_assault", "bombing_or_explosion", "kidnapping", "other")


def satp(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Narratives with at least one type of attack each."""
    return tuple(
        LabelledText(
            id=row["id"], text=row["text"], labels=tuple(label for label in SATP_LABELS if row["labels"][label])
        )
        for row in rows(folder, f"{split}.jsonl")
    )

"""CEHA: relevance and type of conflict events in the Horn of Africa (COLING 2025)."""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none; half of the texts are ACLED notes, under ACLED's terms", weights="unclear")


def ceha(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Descriptions labelled `relevant` and with the types of event that apply."""
    return tuple(
        LabelledText(
            id=row["id"],
            text=row["text"],
            labels=("relevant",) * (row["relevant"] == "Yes")
            + tuple(sorted(label for label, mark in row["types"].items() if mark == "X")),
        )
        for row in rows(folder, f"{split}.jsonl")
    )

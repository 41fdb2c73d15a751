"""India Police Events: what police did in news of March 2002 (Halterman et al., Findings of ACL 2021)."""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none (text of the Times of India)", weights="unclear")
INDIA_LABELS = ("KILL", "ARREST", "ANY_ACTION", "FAIL", "FORCE")


def india_police_events(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Sentences with the police actions they tell, mostly none."""
    return tuple(
        LabelledText(
            id=row["id"],
            text=row["text"],
            labels=tuple(label for label in INDIA_LABELS if row["labels"][label]),
            document=str(row["doc_id"]),
        )
        for row in rows(folder, f"sents.{split}.jsonl")
    )

"""NGEC: news stories that a language model wrote to headlines of PLOVER events (Halterman et al. 2023).

Nothing in them is true, and the label is what the headline asked for, not what a reader found.
"""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none here; the same files under MIT in NGEC-2025", weights="probably yes")
# The corpus' spelling of two PLOVER modes.
SPELLING = {"primative": "primitive", "sieze": "seize"}


def ngec_synthetic(folder: Path, split: str) -> tuple[LabelledText, ...]:
    """Stories labelled by PLOVER category and, where it has one, mode."""
    return tuple(
        LabelledText(id=row["id"], text=row["text"], labels=(row["event"], *_modes(row["mode"])))
        for row in rows(folder, f"{split}.jsonl")
    )


def _modes(mode: str | None) -> tuple[str, ...]:
    return () if mode is None else (SPELLING.get(mode.lower(), mode.lower()),)

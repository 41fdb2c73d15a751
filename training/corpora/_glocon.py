"""GLOCON Gold, the public sample: does a sentence of South African news tell of a protest?"""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import LabelledText, Terms

TERMS = Terms(stated="none (sample published by its authors)", weights="unclear")


def glocon(folder: Path, name: str) -> tuple[LabelledText, ...]:
    """The `sentences` or `documents`, which have no parts; those with the undocumented label 2 are left out."""
    return tuple(
        LabelledText(id=row["id"], text=row["text"], labels=("protest",) * row["label"], document=row["doc"])
        for row in rows(folder, f"{name}.jsonl")
        if row["label"] in (0, 1)
    )

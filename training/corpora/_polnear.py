"""PolNeAR: attributions in US political news of 2015 and 2016 (Newell, Margolin and Ruths, LREC 2018).

Beliefs, intentions and plans are marked as well as speech. Nested attributions are flattened.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import AttributedText, Attribution, Labelled, Terms

TERMS = Terms(stated="none (text of news publishers)", weights="unclear")


def polnear(folder: Path, split: str) -> tuple[AttributedText, ...]:
    """Articles with source, cue and content of each attribution."""
    return tuple(
        AttributedText(
            id=row["id"],
            text=row["text"],
            published=row["date"],
            attributions=tuple(
                Attribution(
                    source=_parts("source", attribution["source"]),
                    cue=_parts("cue", attribution["cue"]),
                    content=_parts("content", attribution["content"]),
                )
                for attribution in row["attributions"]
            ),
        )
        for row in rows(folder, f"{split}.jsonl")
    )


def _parts(label: str, parts: Iterable[Mapping[str, Any]]) -> tuple[Labelled, ...]:
    return tuple(Labelled(label=label, start=part["start"], end=part["end"]) for part in parts)

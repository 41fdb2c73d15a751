"""re3d: entities in sentences on Syria and Iraq (Defence Science and Technology Laboratory, 2017).

The split is ConfliBERT's and cuts through documents, so that its scores are optimistic.
"""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import TaggedText, Terms
from training.corpora._tokens import joined, spans

TERMS = Terms(
    stated="by source: public domain, OGL 3, CC BY (AU), CC BY-SA 3.0 (Wikipedia), CC BY-NC 3.0 (BBC Online)",
    weights="without the sentences of BBC Online and those of unknown source, which are marked non-commercial",
)
FREE = frozenset(
    {
        "Australian Department of Foreign Affairs",
        "CENTCOM",
        "Delegation of the European Union to Syria",
        "UK Government",
        "US State Department",
        "Wikipedia",
    }
)


def re3d(folder: Path, split: str) -> tuple[TaggedText, ...]:
    """Sentences with entities of ten types. A source not known to be free counts as non-commercial."""
    texts = []
    for row in rows(folder, f"{split}.jsonl"):
        text, tokens = joined(row["tokens"])
        texts.append(
            TaggedText(
                id=row["id"],
                text=text,
                tokens=tokens,
                spans=spans(row["entities"], tokens),
                document=row["doc_id"],
                origin=row["source"],
                non_commercial=row["source"] not in FREE,
            )
        )
    return tuple(texts)

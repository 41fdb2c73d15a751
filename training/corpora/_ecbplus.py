"""ECB+: which mentions, within and across news reports, tell of one event (Cybulska and Vossen, LREC 2014)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import ChainedText, Terms, Told
from training.corpora._tokens import Bounds, joined

TERMS = Terms(stated="annotation CC BY 3.0; texts not copyrighted, per its README", weights="yes, naming the authors")


def ecbplus(folder: Path, split: str) -> tuple[ChainedText, ...]:
    """Documents with the mentions of their selected sentences: outside these the annotation is incomplete.

    A chain of one document is told apart from the others' by the document's id; a mention without a chain is alone.
    """
    return tuple(_text(row) for row in rows(folder, f"{split}.jsonl"))


def _text(row: Mapping[str, Any]) -> ChainedText:
    text, tokens = joined(row["tokens"])
    selected = set(row["selected_sentences"])
    return ChainedText(
        id=row["id"],
        topic=str(row["topic"]),
        subtopic=row["subtopic"],
        text=text,
        sentences=tuple(_sentence(number, row["token_sentence"], tokens) for number in sorted(selected)),
        mentions=tuple(
            _told(mention, row["id"], tokens) for mention in row["mentions"] if mention["sentence"] in selected
        ),
    )


def _sentence(number: int, token_sentence: Sequence[int], tokens: Sequence[Bounds]) -> Bounds:
    inside = [bounds for bounds, sentence in zip(tokens, token_sentence, strict=True) if sentence == number]
    return inside[0][0], inside[-1][1]


def _told(mention: Mapping[str, Any], document: str, tokens: Sequence[Bounds]) -> Told:
    chain = mention.get("chain") or f"mention {mention['m_id']}"
    across_documents = mention.get("chain") and not chain.startswith("INTRA")
    return Told(
        start=tokens[min(mention["tokens"])][0],
        end=tokens[max(mention["tokens"])][1],
        type=mention["type"],
        chain=chain if across_documents else f"{document}: {chain}",
    )

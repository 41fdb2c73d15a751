"""It Happened, version 2: did it happen, as readers judged (White et al. 2016; Rudinger et al. 2018)."""

from pathlib import Path

from training.corpora._files import rows
from training.corpora._records import FactualText, Predicate, Terms
from training.corpora._tokens import found

TERMS = Terms(stated="CC BY-SA 4.0", weights="yes, heeding share-alike")


def uds_factuality(folder: Path, split: str) -> tuple[FactualText, ...]:
    """Sentences of the English Web Treebank with judged predicates."""
    texts = []
    for row in rows(folder, f"{split}.jsonl"):
        tokens = found(row["text"], row["tokens"])
        predicates = tuple(
            Predicate(
                start=tokens[predicate["token"] - 1][0],
                end=tokens[predicate["token"] - 1][1],
                happened=predicate["happened"],
                confidence=predicate["confidence"],
            )
            for predicate in row["predicates"]
        )
        texts.append(FactualText(id=row["id"], text=row["text"], tokens=tokens, predicates=predicates))
    return tuple(texts)

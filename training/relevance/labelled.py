"""Texts that do or do not tell of political violence or contention, and where they come from.

Texts without either are scarce in conflict corpora. So ordinary writing is taken from elsewhere, chosen by its subject
(sport, film, illness, reviews …). News that is labelled as no protest may tell of other contention, and is left out.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tacitus.model import Rejection
from training.standoff import load_reports, scan_annotations

PARTS = 10

# Topics of ECB+ on film, sport, obituaries of artists, software and the like, by their published numbers.
_ORDINARY_TOPICS = {"1", "2", "4", "5", "6", "7", "10", "13", "20", "23", "25", "27", "29", "30", "31"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One text with its label, the corpus it is of, and its part from 0 to 9, by the digest of its text."""

    corpus: str
    text: str
    relevant: bool

    @property
    def part(self) -> int:
        """Parts 0 and 1 are held out, part 2 chooses the threshold."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % PARTS


def labelled(reports: list[Path], corpora: Path, annotations: Path) -> Iterator[Labelled]:
    """All labelled texts."""
    texts = {doc_id: report for path in reports for doc_id, report in load_reports(path).items()}
    for annotation in scan_annotations(annotations, texts):
        if not isinstance(annotation, Rejection):
            yield Labelled(corpus="annotated", text=annotation.report.text, relevant=bool(annotation.events))
    yield from _of_conflict(corpora)
    yield from _ordinary(corpora)


def _of_conflict(corpora: Path) -> Iterator[Labelled]:
    for row in _rows(corpora / "muc4"):
        # MUC-4 calls military clashes irrelevant too, so that its irrelevant texts say nothing.
        if row["relevant"]:
            yield Labelled(corpus="muc4", text=row["text"], relevant=True)
    for row in _rows(corpora / "satp"):
        yield Labelled(corpus="satp", text=row["text"], relevant=True)
    for row in _rows(corpora / "ceha"):
        yield Labelled(corpus="ceha", text=row["text"], relevant=row["relevant"] == "Yes")
    for row in _rows(corpora / "india_police_events", "docs."):
        if any(row["labels_visible"].values()):
            yield Labelled(corpus="india", text=" ".join(filter(None, row["sentences"])), relevant=True)
    for row in _rows(corpora / "glocon_sample", "documents"):
        if row["label"] == 1:
            yield Labelled(corpus="glocon", text=row["text"], relevant=True)


def _ordinary(corpora: Path) -> Iterator[Labelled]:
    for row in _rows(corpora / "geoparsing", "geovirus"):
        yield Labelled(corpus="wikinews on illness", text=row["text"], relevant=False)
    for row in _rows(corpora / "ecbplus", "train", "dev"):
        if row["topic"] in _ORDINARY_TOPICS:
            yield Labelled(corpus="ecb+ on other subjects", text=" ".join(row["tokens"]), relevant=False)
    for text in _ewt(corpora / "ud"):
        yield Labelled(corpus="ewt reviews, answers, mail", text=text, relevant=False)


def _ewt(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("en_ewt-ud-*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            documents = lines.read().split("# newdoc id = ")[1:]
        for document in documents:
            if document.startswith(("reviews", "answers", "email")):
                yield "\n".join(line[9:] for line in document.splitlines() if line.startswith("# text = "))


def _rows(folder: Path, *begin: str) -> Iterator[dict]:
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.startswith(begin or ("",)):
            with path.open(encoding="utf-8") as lines:
                yield from map(json.loads, lines)

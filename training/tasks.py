"""What the public corpora teach: spans for tag heads, labels of whole texts for text heads.

Each corpus teaches only the heads that it labels. Texts whose stated licence is non-commercial are left out, since the
weights are shipped under a free licence.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tacitus.reading import Tokens, pieces, tokenize
from training import corpora
from training.corpora import Labelled, LabelledText
from training.examples import Ints, mark

Spans = Iterable[Labelled]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagExample:
    """A text and, per word piece and label, outside, begin or inside: int64 (n_tokens, n_labels)."""

    head: str
    tokens: Tokens
    tags: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class TextExample:
    """A text and which labels of its head hold: int64 (n_labels,). `one_of` where exactly one does."""

    head: str
    tokens: Tokens
    wanted: Ints
    one_of: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TagTask:
    """A tag head: its labels, and its texts with their spans."""

    labels: tuple[str, ...]
    read: Callable[[Path, str], Iterator[tuple[str, Spans]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTask:
    """A text head: its labels and its texts."""

    labels: tuple[str, ...]
    read: Callable[[Path, str], Iterable[LabelledText]]
    one_of: bool = False


def _tagged(
    reader: Callable[[Path, str], Iterable[Any]], folder: str
) -> Callable[[Path, str], Iterator[tuple[str, Spans]]]:
    def read(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
        for text in reader(data / folder, split):
            if not text.non_commercial:
                yield text.text, text.spans

    return read


def _muc4(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
    for report in corpora.muc4(data / "muc4", split):
        yield report.text, [mention for entity in report.entities for mention in entity.mentions]


def _polnear(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
    for article in corpora.polnear(data / "polnear", split):
        yield article.text, [part for told in article.attributions for part in (*told.source, *told.cue, *told.content)]


def _tempeval3(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
    for report in corpora.tempeval3(data / "tempeval3", split):
        times = [Labelled(label="timex", start=timex.start, end=timex.end) for timex in report.timexes]
        yield (
            report.text,
            times + [Labelled(label="event", start=event.start, end=event.end) for event in report.events],
        )


def _factuality(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
    """Predicates that readers judged to have happened, and those judged not to have."""
    for sentence in corpora.uds_factuality(data / "uds_factuality", split):
        yield (
            sentence.text,
            [
                Labelled(
                    label="happened" if predicate.happened > 0 else "not_happened",
                    start=predicate.start,
                    end=predicate.end,
                )
                for predicate in sentence.predicates
            ],
        )


def _toponyms(data: Path, split: str) -> Iterator[tuple[str, Spans]]:
    """All three corpora; they have no parts, so that every text whose number ends in 0 is kept as the dev part."""
    for name in ("lgl", "geowebnews", "geovirus"):
        for number, report in enumerate(corpora.geoparsing(data / "geoparsing", name)):
            if (number % 10 == 0) == (split == "dev"):
                yield (
                    report.text,
                    [
                        Labelled(label="toponym", start=place.start, end=place.end)
                        for place in report.toponyms
                        if place.lat
                    ],
                )


def _glocon(data: Path, split: str) -> Iterator[LabelledText]:
    """Sentences; the sample has no parts, so that every tenth is kept as the dev part."""
    for number, sentence in enumerate(corpora.glocon(data / "glocon_sample", "sentences")):
        if (number % 10 == 0) == (split == "dev"):
            yield sentence


RE3D = (
    "Organisation",
    "Location",
    "Person",
    "Temporal",
    "Quantity",
    "Weapon",
    "DocumentReference",
    "MilitaryPlatform",
    "Nationality",
    "Money",
)

TAG_TASKS = {
    "re3d": TagTask(labels=RE3D, read=_tagged(corpora.re3d, "re3d")),
    "cameo_ner": TagTask(labels=("source", "target", "reciprocal"), read=_tagged(corpora.cameo_ner, "cameo")),
    "muc4": TagTask(labels=tuple(corpora.MUC4_ROLES.values()), read=_muc4),
    "polnear": TagTask(labels=("source", "cue", "content"), read=_polnear),
    "tempeval3": TagTask(labels=("timex", "event"), read=_tempeval3),
    "factuality": TagTask(labels=("happened", "not_happened"), read=_factuality),
    "toponyms": TagTask(labels=("toponym",), read=_toponyms),
}
TEXT_TASKS = {
    "india_police_events": TextTask(
        labels=corpora.INDIA_LABELS,
        read=lambda data, split: corpora.india_police_events(data / "india_police_events", split),
    ),
    "satp": TextTask(labels=corpora.SATP_LABELS, read=lambda data, split: corpora.satp(data / "satp", split)),
    "insight_crime": TextTask(
        labels=corpora.INSIGHT_CRIME_LABELS,
        read=lambda data, split: corpora.insight_crime(data / "insight_crime", split),
    ),
    "cameo_class": TextTask(
        labels=corpora.CAMEO_CLASSES, read=lambda data, split: corpora.cameo_class(data / "cameo", split), one_of=True
    ),
    "glocon": TextTask(labels=("protest",), read=_glocon),
}


def tag_examples(head: str, data: Path, split: str, tokenizer: Any) -> Iterator[TagExample]:
    """The texts of one tag head. Spans of one label that overlap: the first is kept."""
    task = TAG_TASKS[head]
    for text, spans in task.read(data, split):
        tokens = tokenize(tokenizer, text)
        tags = np.zeros((len(tokens), len(task.labels)), dtype=np.int64)
        for span in spans:
            piece = pieces(tokens, span.start, span.end)
            if piece and span.label in task.labels:
                mark(tags[:, task.labels.index(span.label)], piece)
        if len(tokens):
            yield TagExample(head=head, tokens=tokens, tags=tags)


def text_examples(head: str, data: Path, split: str, tokenizer: Any) -> Iterator[TextExample]:
    """The texts of one text head."""
    task = TEXT_TASKS[head]
    for text in task.read(data, split):
        tokens = tokenize(tokenizer, text.text)
        wanted = np.array([label in text.labels for label in task.labels], dtype=np.int64)
        if len(tokens):
            yield TextExample(head=head, tokens=tokens, wanted=wanted, one_of=task.one_of)

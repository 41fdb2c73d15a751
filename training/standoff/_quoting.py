"""What a label may not do: carry a report's words out of the report."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tacitus.model import Event, Report
from training.standoff._record import Annotation

# A run this long is a quotation; shorter ones ("two soldiers were killed") are anybody's words.
N_QUOTED = 5


def quotes(label: str, text: str, n_words: int = N_QUOTED) -> bool:
    """Whether `label` shares a run of `n_words` words with `text`, case and punctuation aside."""
    words, source = _words(label), " ".join(["", *_words(text), ""])
    runs = (words[at : at + n_words] for at in range(len(words) - n_words + 1))
    return any(f" {' '.join(run)} " in source for run in runs)


def without_quoting_notes(annotation: Annotation) -> Annotation:
    """The annotation less the notes that quote its report."""
    events = tuple(
        replace(event, note=None) if _quoting(event, annotation.report) else event for event in annotation.events
    )
    return replace(annotation, events=events)


def quoting_notes(annotation: Annotation) -> Iterator[Event]:
    """The events whose note quotes the report."""
    return (event for event in annotation.events if _quoting(event, annotation.report))


def _quoting(event: Event, report: Report) -> bool:
    return bool(event.note) and quotes(event.note or "", report.text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())

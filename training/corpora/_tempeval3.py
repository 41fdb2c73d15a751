"""TempEval-3: times and events in newswire (UzZaman et al., SemEval 2013; TimeBank and AQUAINT)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import Terms, TimedEvent, TimedText, Timex

TERMS = Terms(
    stated="none in its repository; the text is the LDC's", weights="unclear; the text is not to be passed on"
)


def tempeval3(folder: Path, split: str) -> tuple[TimedText, ...]:
    """News texts with time expressions and events; expressions without words are left out."""
    return tuple(
        TimedText(
            id=row["id"],
            text=row["text"],
            created=row["dct"]["value"],
            timexes=tuple(
                Timex(start=timex["start"], end=timex["end"], type=timex["type"], value=timex["value"])
                for timex in row["timexes"]
                if timex["text"]
            ),
            events=tuple(_event(event) for event in row["events"]),
        )
        for row in rows(folder, f"{split}.jsonl")
    )


def _event(event: Mapping[str, Any]) -> TimedEvent:
    instance = event["instances"][0] if event["instances"] else {}
    return TimedEvent(
        start=event["start"],
        end=event["end"],
        event_class=event["class"],
        **{name: instance.get(name) for name in ("tense", "aspect", "polarity", "modality")},
    )

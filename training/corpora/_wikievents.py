"""WikiEvents: events of the KAIROS ontology with their arguments (Li, Ji and Han, NAACL 2021).

Only the development part has the original labels. The labels at hand of the training part come from a fork's
experiment file and miss two thirds of the triggers: that part lacks `events`, and is not read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import EventText, Labelled, Terms, TypedEvent
from training.corpora._tokens import Bounds, joined

TERMS = Terms(stated="repository MIT; none for the news text", weights="unclear")


def wikievents(folder: Path, split: str) -> tuple[EventText, ...]:
    """Documents with events; an argument is the informative mention of its entity."""
    return tuple(_text(row) for row in rows(folder, f"{split}.jsonl"))


def _text(row: Mapping[str, Any]) -> EventText:
    text, tokens = joined(row["tokens"])
    entities = {entity["id"]: entity for entity in row["entities"]}
    return EventText(
        id=row["id"],
        text=text,
        tokens=tokens,
        events=tuple(_event(event, entities, tokens) for event in row["events"]),
    )


def _event(event: Mapping[str, Any], entities: Mapping[str, Any], tokens: tuple[Bounds, ...]) -> TypedEvent:
    trigger = event["trigger"]
    return TypedEvent(
        type=event["type"],
        start=tokens[trigger["start"]][0],
        end=tokens[trigger["end"] - 1][1],
        arguments=tuple(
            _argument(argument["role"], entities[argument["entity_id"]], tokens) for argument in event["arguments"]
        ),
    )


def _argument(role: str, entity: Mapping[str, Any], tokens: tuple[Bounds, ...]) -> Labelled:
    return Labelled(label=role, start=tokens[entity["start"]][0], end=tokens[entity["end"] - 1][1])

"""WikiEvents: triggers of events, and their arguments in the roles that both ontologies have.

The corpus has an event for each trigger and types of its own, so a happening counts once for each of its triggers, and
triggers count whatever their type. The corpus also holds events that PLOVER does not: precision says more than recall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks._system import System
from tacitus.analysis import aligned
from tacitus.analysis.agreement import Estimate, Tally, estimates, found
from tacitus.model import Reading, Report, Role
from training.corpora import EventText, Labelled, wikievents

ROLES = {
    Role.ACTOR: (
        "Attacker",
        "Communicator",
        "Demonstrator",
        "Giver",
        "Impeder",
        "Injurer",
        "Investigator",
        "Jailer",
        "JudgeCourt",
        "Killer",
        "Participant",
        "Perpetrator",
        "Transporter",
    ),
    Role.RECIPIENT: ("Defendant", "Detainee", "Recipient", "Target", "Victim"),
    Role.PLACE: ("Place",),
    Role.WEAPON: ("ExplosiveDevice", "Instrument"),
}
OURS = {theirs: str(ours) for ours, roles in ROLES.items() for theirs in roles}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger with its event's arguments in the roles of `ROLES`."""

    start: int
    end: int
    arguments: tuple[Labelled, ...]


def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """F1 of triggers by overlap, and of arguments by overlap and role."""
    tallies = [
        Tally(
            document=document.id,
            sums=sums(annotated(document), read(system.reader.read(Report.of(document.text, doc_id=document.id)))),
        )
        for document in wikievents(folder, split)
    ]
    return estimates(tallies, {**found("triggers_"), **found("arguments_")})


def annotated(document: EventText) -> list[Trigger]:
    """The gold triggers."""
    return [
        Trigger(
            event.start,
            event.end,
            tuple(
                Labelled(label=OURS[argument.label], start=argument.start, end=argument.end)
                for argument in event.arguments
                if argument.label in OURS
            ),
        )
        for event in document.events
    ]


def read(reading: Reading) -> list[Trigger]:
    """The triggers that were read."""
    triggers = []
    for happening in reading.happenings:
        spans = [(argument.role, reading.mentions[argument.mention].span) for argument in happening.arguments]
        arguments = tuple(
            Labelled(label=str(role), start=span.start, end=span.end) for role, span in spans if role in ROLES
        )
        triggers += [Trigger(trigger.start, trigger.end, arguments) for trigger in happening.triggers]
    return triggers


def sums(gold: Sequence[Trigger], predicted: Sequence[Trigger]) -> dict[str, float]:
    """What one document adds."""
    pairs = [(a, b) for a, b, _ in aligned(gold, predicted, shared)]
    return {
        "triggers_hits": len(pairs),
        "triggers_gold": len(gold),
        "triggers_predicted": len(predicted),
        "arguments_hits": sum(len(aligned(a.arguments, b.arguments, same_argument)) for a, b in pairs),
        "arguments_gold": sum(len(trigger.arguments) for trigger in gold),
        "arguments_predicted": sum(len(trigger.arguments) for trigger in predicted),
    }


def shared(a: Trigger, b: Trigger) -> int:
    """How many characters two triggers share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def same_argument(a: Labelled, b: Labelled) -> bool:
    """Whether two arguments have one role and share a character."""
    return a.label == b.label and a.start < b.end and b.start < a.end

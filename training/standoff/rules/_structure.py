"""What is one event, and how events stand to one another."""

import re
from collections.abc import Iterator

from tacitus.model import Event, Party
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, matching, parties

_FIGHT = r"clash|\bfight|combat|battle|skirmish|shoot-?out|exchang\w+ (of )?(gun)?fire|encounter|confrontation"
_FIGHTERS = ("MIL", "COP", "REB", "UAF", "PRM", "CRM")


def mutual_act_with_recipient(annotation: Annotation) -> Iterator[Hit]:
    """Mutual acts: every party is an actor, no recipients; a promise, and one who is handed over, keep theirs."""
    for event in annotation.events:
        handed_over = event.category == "COOPERATE" and re.search(
            r"extradit|hand|turn|sent|return|deliver", event.trigger.text, re.IGNORECASE
        )
        mutual = event.category in ("CONSULT", "COOPERATE") and not handed_over
        agreement = event.category == "AGREE" and matching(r"agreement|accord|pact|deal\b|treaty", event)
        if event.recipients and (mutual or agreement):
            yield hit(event, f"{event.trigger.text!r}: {_names(event.recipients)}")


def fight_with_one_attacker(annotation: Annotation) -> Iterator[Hit]:
    """A clash in which both sides fight and neither is told as the attacker has both as actors and no recipients."""
    for event in annotation.events:
        sides = [party for party in event.recipients if party.sector in _FIGHTERS]
        words = re.search(_FIGHT, event.trigger.text, re.IGNORECASE)
        if event.category == "ASSAULT" and event.acled in ("Armed clash", None) and sides and words:
            yield hit(event, f"{event.trigger.text!r}: {_names(event.actors)} > {_names(event.recipients)}")


def one_trigger_twice(annotation: Annotation) -> Iterator[Hit]:
    """One event is told once; one trigger makes two events only over two places, times or victims."""
    for first, second in _pairs(annotation):
        if first.trigger == second.trigger and first.category == second.category and _same_frame(first, second):
            yield hit(second, f"as {first.id}: {first.trigger.text!r}")


def told_twice(annotation: Annotation) -> Iterator[Hit]:
    """The same event told again later in the report is the same event."""
    for first, second in _pairs(annotation):
        same_kind = (first.category, first.realis, first.mode) == (second.category, second.realis, second.mode)
        if (
            same_kind
            and first.trigger != second.trigger
            and _same_frame(first, second)
            and first.actors + first.recipients
        ):
            yield hit(second, f"as {first.id}: {first.trigger.text!r} {second.trigger.text!r}")


def total_beside_members(annotation: Annotation) -> Iterator[Hit]:
    """A total stands beside its members only if it has something that no member has; else it is a mention of each."""
    for event in annotation.events:
        members = [other for other in annotation.events if other is not event and _member(other, event)]
        places = {_where(member) for member in members}
        own = (
            event.killed or event.injured or (event.count.low or 0) > 2 or (event.place and _where(event) not in places)
        )
        if members and (event.count.low, event.count.high) != (1, 1) and not own:
            yield hit(event, f"{event.trigger.text!r} over {' '.join(member.id for member in members)}")


def _member(event: Event, total: Event) -> bool:
    same_kind = (event.category, event.realis, event.mode) == (total.category, total.realis, total.mode)
    return same_kind and bool(total.actors) and _names(event.actors) == _names(total.actors)


def answer_before_cause(annotation: Annotation) -> Iterator[Hit]:
    """`responds_to` holds what an event was done in answer to: earlier, and not in a circle."""
    events = {event.id: event for event in annotation.events}
    for event in annotation.events:
        for cause in (events[other] for other in event.responds_to):
            later = event.time and cause.time and cause.time.from_ > event.time.to
            if later or event.id in cause.responds_to or cause is event:
                yield hit(event, f"{event.trigger.text!r} answers {cause.id} {cause.trigger.text!r}")


def requested_act_beside_request(annotation: Annotation) -> Iterator[Hit]:
    """Requested, offered, promised or threatened acts are not second events, unless told in their own right."""
    verbal = [event for event in annotation.events if event.category in ("REQUEST", "AGREE", "THREATEN")]
    for event in annotation.events:
        if event.realis in ("planned", "hypothetical") and event not in verbal:
            for speech in verbal:
                if abs(event.trigger.start - speech.trigger.end) < 60:
                    yield hit(
                        event, f"{event.realis} {event.trigger.text!r} beside {speech.id} {speech.trigger.text!r}"
                    )


def _pairs(annotation: Annotation) -> Iterator[tuple[Event, Event]]:
    for at, first in enumerate(annotation.events):
        for second in annotation.events[at + 1 :]:
            yield first, second


def _same_frame(first: Event, second: Event) -> bool:
    return (_names(parties(first)), _where(first), _when(first)) == (
        _names(parties(second)),
        _where(second),
        _when(second),
    )


def _where(event: Event) -> str | None:
    return event.place.name if event.place else None


def _when(event: Event) -> tuple[object, object] | None:
    return (event.time.from_, event.time.to) if event.time else None


def _names(found: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in found)

"""What happened and what did not."""

import re
from collections.abc import Iterator

from tacitus.model import Realis
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, sentence

_TOLD = (Realis.OCCURRED, Realis.ALLEGED)
_DISRUPTED = "Disrupted weapons use"
_WAR = r"^(civil |guerrilla |total |dirty |drug )?(wars?|warfare|conflicts?|campaigns?|struggles?|insurgency)$"
_FOILED = r"\b(foil|thwart|averted|frustrated|failed (attempt|plot)|abortive|botched|plot)\w*"


def acled_of_what_did_not_happen(annotation: Annotation) -> Iterator[Hit]:
    """`acled` only for `occurred`, `alleged`; "Disrupted weapons use" also fits the attack that was prevented."""
    for event in annotation.events:
        if event.acled and event.realis not in _TOLD and event.acled != _DISRUPTED:
            yield hit(event, f"{event.realis} {event.acled}")


def acled_of_a_war(annotation: Annotation) -> Iterator[Hit]:
    """Wars and campaigns are events of their own, without `acled`."""
    for event in annotation.events:
        if event.category == "ASSAULT" and event.acled and re.search(_WAR, event.trigger.text, re.IGNORECASE):
            yield hit(event, event.trigger.text)


def foiled_plot(annotation: Annotation) -> Iterator[Hit]:
    """A foiled or failed plot: `planned`."""
    for event in annotation.events:
        near = sentence(annotation.report.text, event.trigger)
        found = re.search(_FOILED, near, re.IGNORECASE)
        if event.category == "ASSAULT" and event.realis is Realis.OCCURRED and found:
            yield hit(event, found[0])


def doubted(annotation: Annotation) -> Iterator[Hit]:
    """`alleged` where the report adds doubt ("allegedly", "could not be verified")."""
    cue = re.compile(
        r"\b(alleged\w*|purported\w*|unconfirmed|could not be (independently )?(verified|confirmed))\b", re.I
    )
    for event in annotation.events:
        text, start = annotation.report.text, event.trigger.start
        found = cue.search(text[max(0, start - 25) : start])
        if found and event.realis is Realis.OCCURRED and event.category in ("ASSAULT", "COERCE"):
            yield hit(event, found[0])


def future(annotation: Annotation) -> Iterator[Hit]:
    """`planned` (decided, ordered or announced for the future), `hypothetical` (might, could, if)."""
    cue = re.compile(
        r"\b(will|would|could|might|may|plans? to|intends? to|going to|if|should|threatened to)(\s+\w+){0,2}\s*$", re.I
    )
    for event in annotation.events:
        text, start = annotation.report.text, event.trigger.start
        found = cue.search(text[max(0, start - 30) : start])
        if found and event.realis is Realis.OCCURRED and event.category in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"):
            yield hit(event, found[0])


def negated(annotation: Annotation) -> Iterator[Hit]:
    """`denied` (said not to have happened)."""
    cue = re.compile(r"\b(denied|denies|denying|did not|didn't|never|no)(\s+\w+){0,2}\s*$", re.I)
    for event in annotation.events:
        text, start = annotation.report.text, event.trigger.start
        found = cue.search(text[max(0, start - 25) : start])
        if found and event.realis is not Realis.DENIED and event.category in ("ASSAULT", "COERCE", "PROTEST"):
            yield hit(event, found[0])

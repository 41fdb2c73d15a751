"""Where spans begin and end."""

import re
from collections.abc import Iterator

from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, parties, triggers

_ARTICLE = re.compile(r"(the|an?|this|that|these|those|his|her|its|their)\s", re.IGNORECASE)
_AUXILIARY = re.compile(r"(was|were|is|are|has|have|had|be|been|will|would|could|may|might)\s(?!not\b)", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(alleged|apparent|big|biggest|bloody|brutal|deadly|deadliest|first|fresh|heavy|horrific|latest|major|massive|new|"
    r"precision|recent|second|separate|series of|serious|several|third|two|three|four|violent|wave of)\s",
    re.IGNORECASE,
)
# Longer spans that name an event were all clauses (all batches read, 2026-11).
N_TRIGGER_WORDS = 5


def blank_or_stop_at_the_edge(annotation: Annotation) -> Iterator[Hit]:
    """A span is the words alone, without the blank or stop beside them."""
    for event in annotation.events:
        for span in triggers(event):
            if span.text != span.text.strip() or re.search(r"[.,;:!?]$", span.text):
                yield hit(event, f"{span.text!r}")
        for party in parties(event):
            if party.text and (party.text != party.text.strip() or re.search(r"[,;:!?]$", party.text)):
                yield hit(event, f"{party.text!r}")


def article_or_adjective(annotation: Annotation) -> Iterator[Hit]:
    """Triggers: no article, no adjective, no auxiliaries, but compounds stay whole."""
    for event in annotation.events:
        for span in triggers(event):
            if _ARTICLE.match(span.text) or _AUXILIARY.match(span.text) or _ADJECTIVE.match(span.text):
                yield hit(event, f"{span.text!r}")


def long_trigger(annotation: Annotation) -> Iterator[Hit]:
    """The trigger is the shortest words that name the event."""
    for event in annotation.events:
        for span in triggers(event):
            if len(span.text.split()) > N_TRIGGER_WORDS:
                yield hit(event, f"{span.text!r}")


def clause_in_party(annotation: Annotation) -> Iterator[Hit]:
    """Noun phrases of parties: without relative clauses and participles."""
    clause = re.compile(r"\b(who|which|that|whose)\b|,.*\b(was|were|is|are)\b", re.IGNORECASE)
    for event in annotation.events:
        for party in parties(event):
            if party.text and clause.search(party.text):
                yield hit(event, f"{party.text!r}")

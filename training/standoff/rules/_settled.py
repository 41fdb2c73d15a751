"""Cases that the guide settled by category, most of them late, so that early annotations may differ."""

import re
from collections.abc import Iterator

from tacitus.model import Event, Realis
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, sentence

_LATE: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    # trigger words, words of the sentence, categories that fit, the guide's sentence
    (r"armed (strike|stoppage)|bandh", "", ("COERCE",), "a strike that an armed group imposes: COERCE, restrict"),
    (r"offer|announc|post", r"\brewards?\b|\bbounty\b", ("REQUEST",), "rewards offered: REQUEST, assist"),
    (r"manhunt", "", ("COERCE",), "manhunt: COERCE, arrest, planned"),
    (r"acquit|quash", "", ("RETREAT",), "acquittal, quashed conviction: RETREAT, release"),
    (r"pardon|amnest", "", ("CONCEDE", "AGREE", "REQUEST", "REJECT"), "pardon, lifted sanctions: CONCEDE"),
    (r"designat|blacklist", r"terror", ("SANCTION", "REQUEST"), "listing as terrorist: SANCTION"),
    (r"demin", "", ("AID",), "demining: AID"),
    (r"defus|deactivat", "", ("COERCE",), "a bomb found or defused: COERCE, seize"),
    (r"^executed$|death penalty", r"court|sentence|prison", ("SANCTION",), "legal execution: SANCTION, convict"),
    (r"apologi", "", ("CONCEDE",), "apology: CONCEDE"),
    (r"rescue", "", ("AID",), "rescue: AID"),
    (r"state of (emergency|siege)|martial law", "", ("COERCE",), "state of emergency: COERCE, martial-law"),
    (r"^extradit", "", ("COOPERATE", "REQUEST", "AGREE", "REJECT"), "extradition: COOPERATE"),
)
_FIGHTERS = ("MIL", "REB", "PRM")


def settled_late(annotation: Annotation) -> Iterator[Hit]:
    """Settled last: strikes imposed, rewards, manhunts, acquittals, pardons, listings, demining, bombs defused."""
    for event in annotation.events:
        near = sentence(annotation.report.text, event.trigger)
        for trigger, words, categories, rule in _LATE:
            found = re.search(trigger, event.trigger.text, re.IGNORECASE) and re.search(words, near, re.IGNORECASE)
            if found and event.category not in categories:
                yield hit(event, f"{event.category} {event.trigger.text!r}: {rule}")


def ground_taken(annotation: Annotation) -> Iterator[Hit]:
    """Taking or occupying territory: ASSAULT."""
    for event in annotation.events:
        taken = event.acled and ("territory" in event.acled) and "Non-violent" not in event.acled
        if taken and event.category != "ASSAULT":
            yield hit(event, f"{event.category} {event.trigger.text!r}")


def fighters_captured(annotation: Annotation) -> Iterator[Hit]:
    """Combatants captured: ASSAULT, abduct."""
    for event in annotation.events:
        taken = re.search(r"captur|taken prisoner", event.trigger.text, re.IGNORECASE)
        by_army = any(party.sector in ("MIL", "REB") for party in event.actors)
        fighters = any(party.sector in _FIGHTERS for party in event.recipients)
        if event.category == "COERCE" and "arrest" in event.mode and taken and by_army and fighters:
            yield hit(event, event.trigger.text)


def prevented_attack(annotation: Annotation) -> Iterator[Hit]:
    """A bomb found is COERCE, seize; the attack it was meant for is ASSAULT, `planned`."""
    for event in annotation.events:
        by_state = any(party.sector in ("MIL", "COP") for party in event.actors)
        disrupted = event.category == "ASSAULT" and event.acled == "Disrupted weapons use"
        if disrupted and not by_state and event.realis in (Realis.OCCURRED, Realis.ALLEGED):
            yield hit(event, event.trigger.text)


def order_to_own_side(annotation: Annotation) -> Iterator[Hit]:
    """An order to one's own side is the ordered act itself, with the orderer as an actor too; no REQUEST."""
    for event in annotation.events:
        ordered = re.search(r"^(order|command|instruct|direct)", event.trigger.text, re.IGNORECASE)
        lands = {party.country for party in event.actors}
        own = any(party.country in lands and party.sector in ("GOV", "MIL", "COP") for party in event.recipients)
        state = any(party.sector in ("GOV", "MIL") for party in event.actors)
        if event.category == "REQUEST" and ordered and own and state:
            yield hit(event, event.trigger.text)


def list_of_places(annotation: Annotation) -> Iterator[Hit]:
    """One trigger over several named places: an event for each up to four; more are one event with a count."""
    groups: dict[tuple[int, str], list[Event]] = {}
    for event in annotation.events:
        groups.setdefault((event.trigger.start, event.category), []).append(event)
    for group in groups.values():
        if len(group) > 4:
            yield hit(group[0], f"{len(group)} events on {group[0].trigger.text!r}")

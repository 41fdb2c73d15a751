"""Happenings and meanings become events."""

import pytest

from tacitus.codebook import load_codebook
from tacitus.coding import assemble
from tacitus.model import (
    Argument,
    Event,
    Grounding,
    Happening,
    Kind,
    Mention,
    Party,
    Quantity,
    Reading,
    Realis,
    Role,
    Span,
)

TEXT = "Rebels, the insurgents said, shelled Harim."
REBELS, INSURGENTS, SHELLED = (
    Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("Rebels", "the insurgents", "shelled")
)
MENTIONS = tuple(Mention(kind=Kind.PARTY, span=span, p=1.0) for span in (REBELS, INSURGENTS))
ONE_PARTY = tuple(
    (Party(name="Rebels", country="SYR", sector="REB", text=span.text, start=span.start, end=span.end),)
    for span in (REBELS, INSURGENTS)
)


def coded(*, realis: Realis = Realis.OCCURRED, traits: tuple[str, ...] = (), modes: tuple[str, ...] = ()) -> Event:
    arguments = tuple(Argument(role=Role.ACTOR, mention=index, p=1.0) for index in range(2))
    happening = Happening(
        category="ASSAULT",
        triggers=(SHELLED,),
        realis=realis,
        modes=modes,
        acled="Attack",
        traits=traits,
        arguments=arguments,
        p=0.91234,
    )
    reading = Reading(mentions=MENTIONS, happenings=(happening,))
    grounding = Grounding(parties=ONE_PARTY, places=(None, None), times=(None, None), quantities=(None, None))
    (event,) = assemble(reading, grounding, codebook=load_codebook())
    return event


def test_a_party_named_twice_is_one_actor_where_it_is_named_first() -> None:
    assert [actor.text for actor in coded().actors] == ["Rebels"]


@pytest.mark.parametrize(
    ("realis", "acled"), [(Realis.OCCURRED, "Attack"), (Realis.ALLEGED, "Attack"), (Realis.PLANNED, None)]
)
def test_acled_codes_only_what_happened_or_is_said_to(realis: Realis, acled: str | None) -> None:
    assert coded(realis=realis).acled == acled


def test_a_plural_without_a_number_counts_two_or_more() -> None:
    count = coded(traits=("several",)).count
    assert (count.low, count.high) == (2, None)


def test_one_person_killed_without_a_number_is_counted() -> None:
    killed = coded(traits=("one_killed",)).killed
    assert isinstance(killed, Quantity)
    assert (killed.low, killed.high, killed.span) == (1, 1, None)


def test_a_mode_that_the_codebook_does_not_hold_is_left_out() -> None:
    assert coded(modes=("heavy-weapons", "unheard-of")).mode == ("heavy-weapons",)

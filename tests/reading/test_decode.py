"""From scores to happenings, with scores written by hand."""

from dataclasses import fields

import numpy as np

from tacitus.model import Kind, Mention, Reading, Realis, Role, Span
from tacitus.reading import Labels, SpanScores, decide, read_sectors

TEXT = "Rebels struck a base; the strike killed four. Police made arrests."
LABELS = Labels(
    categories=("ASSAULT", "COERCE"),
    modes=("ASSAULT/aerial", "COERCE/arrest"),
    acled=("Attack",),
    realis=tuple(Realis),
    kinds=tuple(Kind),
    roles=tuple(Role),
    sectors=("REB", "MIL"),
    tag_heads={},
    text_heads={},
)
STRUCK, STRIKE, ARRESTS = (
    Span.of(TEXT, TEXT.index(word), TEXT.index(word) + len(word)) for word in ("struck", "strike", "arrests")
)
REBELS = Mention(kind=Kind.PARTY, span=Span.of(TEXT, 0, 6), p=0.9)
FOUR = Mention(kind=Kind.NUMBER, span=Span.of(TEXT, TEXT.index("four"), TEXT.index("four") + 4), p=0.9)
YES, NO = 6.0, -6.0


def scores() -> SpanScores:
    """The first two triggers are one assault by the rebels, the third an arrest that answers it."""
    identity = np.full((3, 3, 1), NO)
    identity[0, 1] = identity[1, 0] = YES
    roles = np.full((3, 2, len(Role)), NO)
    roles[0, 0, list(Role).index(Role.ACTOR)] = YES
    roles[1, 1, list(Role).index(Role.KILLED)] = YES
    responses = np.full((3, 3, 1), NO)
    responses[2, 1] = YES
    return SpanScores(
        kept=np.arange(3),
        category=np.array([[NO, YES, NO], [NO, YES, NO], [NO, NO, YES]]),
        realis=np.tile([YES, NO, NO, NO, NO, NO], (3, 1)),
        modes=np.array([[NO, NO], [NO, NO], [YES, YES]]),
        acled=np.array([[NO, YES], [NO, YES], [YES, NO]]),
        traits=np.full((3, 3), NO),
        salience=np.array([[0.0], [2.0], [0.0]]),
        roles=roles,
        identity=identity,
        responses=responses,
        sectors=np.array([[NO, YES, NO], [YES, NO, NO]]),
    )


def read(given: SpanScores) -> Reading:
    return decide(given, (STRUCK, STRIKE, ARRESTS), (REBELS, FOUR), labels=LABELS)


def test_triggers_of_one_event_are_one_happening_told_best_first() -> None:
    assault, _ = read(scores()).happenings
    assert assault.triggers == (STRIKE, STRUCK)


def test_roles_are_gathered_from_all_triggers() -> None:
    assault, arrest = read(scores()).happenings
    assert [(argument.role, argument.mention) for argument in assault.arguments] == [(Role.ACTOR, 0), (Role.KILLED, 1)]
    assert not arrest.arguments


def test_a_mention_plays_only_roles_of_its_kind() -> None:
    given = scores()
    given.roles[0, 0, list(Role).index(Role.PLACE)] = YES
    assault, _ = read(given).happenings
    assert Role.PLACE not in {argument.role for argument in assault.arguments}


def test_modes_are_those_of_the_category() -> None:
    assault, arrest = read(scores()).happenings
    assert (assault.modes, arrest.modes) == ((), ("arrest",))


def test_an_answer_points_at_the_event_answered() -> None:
    assault, arrest = read(scores()).happenings
    assert (assault.responds_to, arrest.responds_to) == ((), (0,))


def test_events_are_made_of_the_triggers_that_were_kept() -> None:
    whole = scores()
    rows = {field.name: getattr(whole, field.name)[1:] for field in fields(whole)}
    pairs = {name: getattr(whole, name)[1:, 1:] for name in ("identity", "responses")}
    all_spans = {"category": whole.category, "sectors": whole.sectors}
    given = SpanScores(**{**rows, **pairs, **all_spans, "kept": np.array([1, 2])})
    assault, arrest = read(given).happenings
    assert (assault.triggers, arrest.triggers) == ((STRIKE,), (ARRESTS,))
    assert arrest.responds_to == (0,)


def test_nobody_does_an_event_to_himself() -> None:
    given = scores()
    given.roles[1, 0, list(Role).index(Role.RECIPIENT)] = YES - 1
    assault, _ = read(given).happenings
    assert [argument.role for argument in assault.arguments if argument.mention == 0] == [Role.ACTOR]


def test_each_mention_is_read_with_its_likeliest_sector_or_none() -> None:
    rebels, four = read_sectors(scores().sectors, LABELS)
    assert (rebels.code, four.code) == ("REB", None)
    assert rebels.p > 0.99

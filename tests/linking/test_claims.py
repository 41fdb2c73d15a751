"""What each report claims, and the best, low and high of what they count."""

from datetime import date

import pytest

from tacitus.linking import link
from tacitus.model import (
    ClaimField,
    CodedReport,
    Figure,
    Incident,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Realis,
    Span,
)
from tests.linking.written import BAIDOA, DAY, bombing, key, later, on, told

HOSPITAL = "Doctors at the hospital"


def counted(
    doc_id: str, low: int | None, high: int | None, *, by: str | None = None, published: date = DAY, **changes: object
) -> CodedReport:
    text = f"{by or 'A reporter'} said that a car bomb exploded in Baidoa."
    spans = (Span.of(text, 0, len(by)),) if by else ()
    event = bombing(text=text, killed=Quantity(low=low, high=high), attribution=spans, **changes)
    return told(doc_id, event, published=published, source=doc_id.upper(), text=text)


def only(*reports: CodedReport) -> Incident:
    (incident,) = link(reports).incidents
    return incident


def killed(*reports: CodedReport) -> Figure:
    figure = only(*reports).killed
    assert figure is not None
    return figure


def test_every_claim_has_its_report_source_date_words_and_whose_word_it_is() -> None:
    incident = only(counted("afp", 2, 2, by=HOSPITAL), counted("bbc", 4, 4, published=later(1)))
    claims = incident.claims_of(ClaimField.KILLED)
    assert [(claim.value, claim.source, claim.published, claim.key) for claim in claims] == [
        (Quantity(low=2, high=2), "AFP", DAY, key("afp")),
        (Quantity(low=4, high=4), "BBC", later(1), key("bbc")),
    ]
    assert [tuple(span.text for span in claim.attribution) for claim in claims] == [(HOSPITAL,), ()]


@pytest.mark.parametrize(
    ("reports", "best", "low", "high"),
    [
        pytest.param((counted("a", 2, 2), counted("b", 4, 4, published=later(1))), 4, 2, 4, id="the latest"),
        pytest.param(
            (counted("a", 9, 9, by=HOSPITAL), counted("b", 4, 4, published=later(1))),
            9,
            4,
            9,
            id="who counts, not later",
        ),
        pytest.param(
            (counted("a", 2, 2, by=HOSPITAL), counted("b", 13, 13, published=later(9))),
            13,
            2,
            13,
            id="tolls have moved",
        ),
        pytest.param((counted("a", 6, 6), counted("b", 4, 4), counted("c", 6, 6)), 6, 4, 6, id="what most give"),
        pytest.param((counted("a", 6, 6), counted("b", 4, 4)), 4, 4, 6, id="of equals the lower"),
        pytest.param(
            (counted("a", 4, None), counted("b", 6, 6, published=later(1))), 6, 4, 6, id="at least, then exact"
        ),
        pytest.param((counted("a", 4, None),), 4, 4, None, id="at least"),
        pytest.param((counted("a", None, 8),), 8, None, 8, id="up to"),
        pytest.param((counted("a", 10, 15),), 10, 10, 15, id="a range"),
    ],
)
def test_figures_are_chosen_by_the_stated_rule_and_never_averaged(
    reports: tuple[CodedReport, ...], best: int, low: int | None, high: int | None
) -> None:
    figure = killed(*reports)
    assert (figure.best, figure.low, figure.high) == (best, low, high)


def test_the_word_of_the_actor_on_its_own_deed_is_the_least_direct() -> None:
    army = Party(name="Army", country="SOM", sector="MIL")
    figure = killed(
        counted("a", 30, 30, by="The army", published=later(1), actors=(army,)), counted("b", 4, 4, actors=(army,))
    )
    assert (figure.best, figure.basis, figure.high) == (4, key("b"), 30)


@pytest.mark.parametrize(("source", "actor"), [("A woman", "Oman"), ("Women from the town", "men")])
def test_a_source_whose_words_only_hold_the_letters_of_an_actor_is_not_that_actor(source: str, actor: str) -> None:
    actors = (Party(name=actor),)
    figure = killed(
        counted("a", 4, 4, by=source, published=later(1), actors=actors), counted("b", 30, 30, actors=actors)
    )
    assert figure.basis == key("a")


def test_the_officials_of_the_acting_country_are_that_actor() -> None:
    actors = (Party(name="Iran", country="IRN"),)
    figure = killed(
        counted("a", 4, 4, by="Iranian officials", published=later(1), actors=actors),
        counted("b", 30, 30, actors=actors),
    )
    assert figure.basis == key("b")


def test_who_denies_the_event_gives_no_figure() -> None:
    figure = killed(counted("a", 4, 4), counted("b", 0, 0, realis=Realis.DENIED))
    assert (figure.low, figure.high) == (4, 4)


def test_a_figure_that_nobody_gives_is_none() -> None:
    incident = only(told("a", bombing(killed=None)))
    assert (incident.killed, incident.injured, incident.count) == (None, None, None)


def test_the_place_and_time_are_the_most_precise_that_most_reports_tell() -> None:
    region = Place(name="Bay", country="SOM", precision=PlacePrecision.REGION, region="Bay")
    exact = Place(name="Baidoa", country="SOM", lat=3.11, lon=43.65, region="Bay")
    incident = only(
        told("a", bombing(place=region, time=on(later(-1), DAY))),
        told("b", bombing(place=exact)),
        told("c", bombing(place=exact)),
    )
    assert incident.place == exact
    assert incident.time == on(DAY)


def test_parties_are_those_that_at_least_half_of_the_reports_that_name_any_name() -> None:
    shabaab, other = Party(name="al-Shabaab", country="SOM", sector="REB"), Party(name="Bandits", sector="CRM")
    fuller = Party(name="al-Shabaab", sector="REB")
    incident = only(
        told("a", bombing(actors=(fuller,))),
        told("b", bombing(actors=(shabaab,))),
        told("c", bombing(actors=(shabaab, other))),
        told("d", bombing(actors=())),
    )
    assert incident.actors == (shabaab,)
    assert incident.place == BAIDOA
    assert len(incident.claims_of(ClaimField.ACTORS)) == 4

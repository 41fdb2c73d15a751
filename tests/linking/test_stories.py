"""Four stories of a dozen reports each: differing viewpoints and days, contradicting figures, similar other events."""

import pytest

from benchmarks.stories import STORIES, linkage
from tacitus.linking import link
from tacitus.model import ClaimField, Incident, IncidentKind
from training.stories import Story, load_stories

LOADED = {story.name: story for story in load_stories(STORIES)}


def incidents(story: Story) -> dict[str, Incident]:
    """The incident of each of the story's happenings, as its first telling has it."""
    home = {key: incident for incident in link(story.reports).incidents for key in incident.events}
    named: dict[str, Incident] = {}
    for key, name in sorted(story.incidents.items()):
        named.setdefault(name, home[key])
    return named


@pytest.mark.parametrize("story", LOADED.values(), ids=LOADED)
def test_stories_are_long_and_told_from_several_sides(story: Story) -> None:
    assert len(story.reports) >= 10
    assert len({coded.report.source for coded in story.reports}) >= 3
    assert len({coded.report.published for coded in story.reports}) >= 5


@pytest.mark.parametrize("story", LOADED.values(), ids=LOADED)
def test_events_coded_by_hand_are_linked_as_a_person_links_them(story: Story) -> None:
    assert linkage(story, story.reports).b3 >= 0.90


def test_two_bombings_on_two_days_and_an_anniversary_are_three_incidents() -> None:
    named = incidents(LOADED["baidoa"])
    first, second, recalled = named["market"], named["checkpoint"], named["market-recalled"]
    assert len({first.id, second.id, recalled.id}) == 3
    assert (recalled.kind, recalled.recalls) == (IncidentKind.HISTORIC, (first.id,))
    assert named["plan"].id in named["offensive"].carries_out


def test_contradicting_figures_stand_side_by_side() -> None:
    market = incidents(LOADED["baidoa"])["market"]
    killed = market.claims_of(ClaimField.KILLED)
    told = {(claim.source, claim.value.low) for claim in killed}  # type: ignore[union-attr]
    assert {("Horn Wire", 4), ("Daily Lantern", 9), ("Radio Bay", 15), ("Radio Bay", 13)} <= told
    assert market.killed is not None
    assert (market.killed.best, market.killed.low, market.killed.high) == (13, 4, 15)

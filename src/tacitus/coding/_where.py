"""Where an event happened: of the places that the reader ties to it, the one to code."""

from collections.abc import Iterable

from tacitus.model import Place, PlacePrecision

# What a closer place is worth in probability: a report names the country beside the town, and the town is coded.
# On the held-out tenth of the annotated reports 0.1 to 0.4 make no difference (F1 of all slots 0.533 to 0.534).
CLOSER = 0.3
STEPS = {PlacePrecision.EXACT: 2, PlacePrecision.NEAR: 2, PlacePrecision.REGION: 1, PlacePrecision.COUNTRY: 0}
# The characters between "Harim" and "northern Syria" where only " in " or " in the " stands there.
JOINTS = (len(" in "), len(" in the "))


def choose_place(candidates: Iterable[tuple[float, Place]], told: Iterable[Place] = ()) -> Place | None:
    """The likeliest place, with closer places preferred among those that are about as likely.

    `candidates` are probabilities with their places; of equals the first in the text is taken. Where the chosen one is
    a region or country that only says where a place told right before it lies ("Harim in northern Syria"), that place
    is taken; `told` are all the places of the report.
    """
    chosen = max(candidates, key=lambda one: one[0] + CLOSER * STEPS[one[1].precision], default=(0.0, None))[1]
    if chosen is None:
        return None
    return next((place for place in told if _is_held_by(place, chosen)), chosen)


def _is_held_by(place: Place, holder: Place) -> bool:
    """Whether a closer place stands right before the words that say where it lies."""
    if place.span is None or holder.span is None or place.country != holder.country:
        return False
    between = holder.span.start - place.span.end
    joined = between in JOINTS or (between == 1 and place.span.text.endswith(" in"))
    return joined and STEPS[place.precision] == STEPS[PlacePrecision.EXACT] > STEPS[holder.precision]

"""States, their people and places as parties."""

from tacitus.grounding.parties._phrase import Part, phrase
from tacitus.grounding.parties._setting import Sense, Setting

ALSO_NAMES = frozenset({"us", "uk", "usa", "drc", "uae"})


def nationality(part: Part, setting: Setting) -> Sense | None:
    """People of a country: "Americans", "two Kenyans", "an Irishman"."""
    if not part.core or not part.core[-1].state or part.core[-1].aside:
        return None
    last = part.core[-1]
    country, form = last.state or ("", "")
    counted = bool(part.lead) and form == "adjective" and last.key not in ALSO_NAMES
    if form != "national" and not counted:
        return None
    return Sense(name=last.text, country=country, sector="CVL", rule="state: its people")


def state(part: Part, setting: Setting) -> Sense | None:
    """A state or its capital as an actor: "Israel", "Washington"."""
    found = next((item for item in reversed(part.core) if item.state and not item.aside), None)
    if found is None or found.state is None:
        return None
    country, form = found.state
    rule = {"seat": "state: seat of government", "adjective": "state: adjective"}.get(form, "state: name")
    name = setting.lexicon.registry.states[country].name
    return Sense(name=name, country=country, sector="GOV", rule=rule, named=True)


def place(part: Part, setting: Setting) -> Sense | None:
    """A city or region; what it stands for is not told, so it has no sector. Part of a longer name is no place."""
    if not part.core or not all(item.place or not item.words[0].capital for item in part.core):
        return None
    found = next((item.place for item in part.core if item.place), None)
    return Sense(name=phrase(part.core), country=found, sector=None, rule="place: name") if found else None

"""States, their people and places as parties."""

from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._phrase import Part, can_name, phrase
from tacitus.grounding.parties._setting import Sense, Setting

ALSO_NAMES = frozenset({"us", "uk", "usa", "drc", "uae"})


def nationality(part: Part, setting: Setting) -> Sense | None:
    """People of a country: "Americans", "two Kenyans", "an Irishman"; "the Americans" are the state."""
    if not part.core or not part.core[-1].state or part.core[-1].aside:
        return None
    last = part.core[-1]
    country, form = last.state or ("", "")
    counted = bool(part.lead) and form == "adjective" and last.key not in ALSO_NAMES
    if form != "national" and not counted:
        return None
    if last.key.endswith("s") and len(part.core) == 1 and [item.key for item in part.lead] == ["the"]:
        name = setting.lexicon.registry.states[country].name
        return Sense(name=name, country=country, sector="GOV", rule="state: the nation", named=True)
    return Sense(name=last.text, country=country, sector="CVL", rule="state: its people")


def compatriot(part: Part, setting: Setting) -> Sense | None:
    """A person told by nationality: "Spaniard Jose Ruiz", "Kenyan John Otieno"."""
    first = part.core[0] if len(part.core) > 1 else None
    if first is None or first.state is None or first.aside or first.state[1] not in {"national", "adjective"}:
        return None
    rest = part.core[1:]
    if not all(can_name(rest, at) for at in range(len(rest))) or (
        not setting.lexicon.cased and first.state[1] != "national"
    ):
        return None
    return Sense(name=phrase(rest), country=first.state[0], sector="CVL", rule="state: its people", person=True)


def state(part: Part, setting: Setting) -> Sense | None:
    """A state or its capital as an actor: "Israel", "Washington"."""
    found = part.core[-1] if part.core else None
    if (
        found is None
        or found.state is None
        or found.aside
        or (len(part.core) > 1 and part.core[0].unknown and part.core[0].words[0].capital)
    ):
        return None
    country, form = found.state
    rule = {"seat": "state: seat of government", "adjective": "state: adjective"}.get(form, "state: name")
    name = setting.lexicon.registry.states[country].name
    return Sense(name=name, country=country, sector="GOV", rule=rule, named=True)


DIRECTIONS = listed("directions")


def part_of_state(part: Part, _: Setting) -> Sense | None:
    """A part of a country as a place: "southern Lebanon"."""
    if (
        len(part.core) < 2
        or part.core[0].key not in DIRECTIONS
        or not part.core[-1].state
        or part.core[-1].state[1] != "name"
    ):
        return None
    return Sense(name=phrase(part.core), country=part.core[-1].state[0], sector=None, rule="place: part of a state")


def place(part: Part, setting: Setting) -> Sense | None:
    """A city or region; what it stands for is not told, so it has no sector. Part of a longer name is no place."""
    if not part.core or not all(
        item.place or item.key in setting.located or not item.words[0].capital for item in part.core
    ):
        return None
    found = next((item.place for item in part.core if item.place), None)
    if found is None and (part.lead or len(part.core) > 1 or part.core[0].key not in setting.located):
        return None
    return Sense(name=phrase(part.core), country=found or setting.country, sector=None, rule="place: name")

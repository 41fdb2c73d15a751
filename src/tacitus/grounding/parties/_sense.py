"""What a phrase names, told from its own words, the registry and the report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._misspelt import misspelt
from tacitus.grounding.parties._named import behind, named
from tacitus.grounding.parties._people import beside, known_person, titled, unknown_person
from tacitus.grounding.parties._phrase import LEADING, Part, parts_of, phrase
from tacitus.grounding.parties._references import refers_to
from tacitus.grounding.parties._roles import by_role, own_country
from tacitus.grounding.parties._setting import Sense, Setting
from tacitus.grounding.parties._states import compatriot, nationality, part_of_state, place, state

RULES = (
    named,
    titled,
    by_role,
    nationality,
    compatriot,
    part_of_state,
    state,
    place,
    known_person,
    misspelt,
    unknown_person,
)
# Of several parts between commas, the part that says most: a name, a title, a role.
STRENGTH = {"registry": 5, "title": 4, "composition": 3, "role": 2, "state": 2, "person": 1, "place": 0}


def senses_of(items: tuple[Item, ...], setting: Setting, told: Sequence[Sense]) -> tuple[Sense, ...]:
    """The parties that a phrase names: one, or several where it joins different ones with "and"."""
    halves = [_one(half, setting, told) for half in _halves(items)]
    distinct = {(sense.country, sense.sector) for sense in halves if sense}
    if len(halves) > 1 and all(halves) and len(distinct) > 1:
        return tuple(replace(sense, rule=f"{sense.rule}, joined by and") for sense in halves if sense)
    return (_one(items, setting, told) or _unknown(items, setting),)


def _one(items: tuple[Item, ...], setting: Setting, told: Sequence[Sense]) -> Sense | None:
    parts = parts_of(items)
    if len(parts) == 1 and (reference := refers_to(parts[0], told)):
        return reference
    senses = [sense for part in parts if (sense := _first(part, setting))]
    if not senses:
        return None
    best = max(senses, key=lambda sense: STRENGTH[sense.rule.partition(":")[0]])
    person = "" if best.person or best.named else beside(parts)
    return replace(best, name=person, person=True) if person else best


def _first(part: Part, setting: Setting) -> Sense | None:
    name = part.core[0] if len(part.core) == 1 and not part.lead and setting.lexicon.cased else None
    if name and name.role and name.words[0].capital and (person := setting.people.get(name.key)):
        return person  # "Driver" after "Aaron Driver"
    inner = behind(part, setting)
    if inner and inner.named:
        return inner
    return next((sense for rule in RULES if (sense := rule(part, setting))), None)


def _halves(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """A phrase cut at "and"; head and owner go to both: "Afghan and German forces", "Israel's tanks and troops"."""
    cuts = [
        at for at, item in enumerate(items) if item.unknown and item.key in {"and", "&"} and 0 < at < len(items) - 1
    ]
    if len(cuts) != 1:
        yield items
        return
    left, right = items[: cuts[0]], items[cuts[0] + 1 :]
    shared = left[0].state and not any(item.state or item.entries for item in right) and right[0].key not in LEADING
    yield left + right[1:] if left[-1].state and right[0].state and len(right) > 1 else left
    yield left[:1] + right if shared else right


def _unknown(items: tuple[Item, ...], setting: Setting) -> Sense:
    parts = parts_of(items)
    core = parts[0].core if parts else items
    country = own_country(items) or setting.country
    name = phrase(core) or phrase(items)
    return Sense(name=name, country=country, sector=None, rule="words: unknown")

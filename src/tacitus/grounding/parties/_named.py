"""Parties with a name in the registry, alone or within a phrase."""

from dataclasses import replace

from tacitus.grounding.parties._chart import Item, chart
from tacitus.grounding.parties._entries import Entry
from tacitus.grounding.parties._phrase import Part, can_name, parts_of, phrase
from tacitus.grounding.parties._roles import by_role
from tacitus.grounding.parties._setting import Sense, Setting
from tacitus.grounding.parties._words import words_of

# Those to whom a group does something, or who stand by it, are not the group: "FMLN sympathizers".
BESIDE = frozenset({"CVL", "MED", "HLH", "REL", "AGR", "LAB", "EDU", "REF", "JUD", "LEG", "IGO"})
GOVERNMENT = frozenset({"government", "governments", "administration", "regime"})
FORCES = frozenset({"forces", "troops", "soldiers", "jets", "aircraft", "tanks", "fighters", "army"})


def named(part: Part, setting: Setting) -> Sense | None:
    """A registry name in the core: "FMLN forces", "FBI Director James Comey", "Hamas hostages"."""
    at = next((at for at, item in enumerate(part.core) if item.entries), None)
    if at is None:
        return None
    entry = setting.choose(part.core[at].entries)
    alone = len(part.core) == 1
    sense = entry_sense(entry, setting, "registry: name" if alone else "registry: name in phrase")
    roles = [item for item in part.core[at + 1 :] if item.role]
    return sense if not roles else _with_role(sense, part, at, roles[-1], setting)


def behind(part: Part, setting: Setting) -> Sense | None:
    """The named party behind "of": "members of the FMLN", "the leader of Hamas"."""
    role = part.core[-1].role if part.core else None
    if part.preposition != "of" or role is None or not (role.kind == "part" or role.sector in {"REB", "MIL", "PRM"}):
        return None
    if any(item.entries for item in part.core):
        return None
    parts = parts_of(part.tail)
    return named(parts[0], setting) if parts else None


def _with_role(sense: Sense, part: Part, at: int, head: Item, setting: Setting) -> Sense:
    role = head.role
    if role is None:
        return sense
    if head.key in GOVERNMENT or (sense.person and head.key in FORCES):
        sector = "GOV" if head.key in GOVERNMENT else "MIL"
        whole = replace(part, core=part.core[at + 1 :])
        composed = by_role(whole, setting)
        country = sense.country or setting.country
        name = composed.name if composed else phrase(part.core)
        return Sense(name=name, country=country, sector=sector, rule="composition: government of a group")
    person = trailing_name(part.core[at + 1 :])
    if person:
        return replace(sense, name=person, rule="title: of an organisation", person=True)
    if role.kind != "part" and role.sector in BESIDE and sense.sector not in BESIDE:
        country = sense.country or setting.country
        return Sense(name=phrase(part.core), country=country, sector=role.sector, rule="composition: beside a group")
    return sense


def entry_sense(entry: Entry, setting: Setting, rule: str) -> Sense:
    """The sense of a registry entry; one that only the report introduced is read from its words."""
    if entry.sector is None and entry.country is None:
        return _introduced(entry, setting)
    sector = "PAR" if entry.person and entry.since and setting.year and setting.year < entry.since else entry.sector
    return Sense(name=entry.name, country=entry.country, sector=sector, rule=rule, named=True, person=entry.person)


def _introduced(entry: Entry, setting: Setting) -> Sense:
    rule = "registry: introduced in the report"
    plain = replace(setting.lexicon, introduced={}, lengths={})
    items = chart(words_of(entry.name), plain)
    if len(items) == 1 and items[0].state:
        state = setting.lexicon.registry.states[items[0].state[0]]
        return Sense(name=state.name, country=state.country, sector="GOV", rule=rule, named=True)
    inner = by_role(Part(lead=(), core=items), setting)
    country = inner.country if inner else setting.country
    return Sense(name=entry.name, country=country, sector=inner.sector if inner else None, rule=rule, named=True)


def trailing_name(items: tuple[Item, ...]) -> str:
    """The personal name at the end of a core: the words left over after its last role."""
    start = len(items)
    while start and can_name(items, start - 1):
        start -= 1
    return phrase(items[start:])

"""Parties described by what they are: "riot police", "rebel positions", "Israel's tanks"."""

from dataclasses import replace

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._entries import Role
from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._names import role_name
from tacitus.grounding.parties._phrase import Part, parts_of, phrase
from tacitus.grounding.parties._setting import Sense, Setting

# Role words that are adjectives before another ("the General Command").
ADJECTIVES = frozenset({"general", "major", "local", "official", "civilian"})
OF_ALL_NATIONS = frozenset({"IGO"})
# "A US-led air alliance" is a force, "the opposition alliance" is not.
ALLIANCES = frozenset({"alliance", "alliances"})
# What says nothing of the sector by itself.
PARTS = frozenset({"part", "thing"})
# "of" joins a party to what it belongs to; "in" and "from" to where it is.
BELONGS = frozenset({"of", "from", "for", "by"})
# Forces of a government are its army; armed people that a state backs are paramilitaries.
FORCES = listed("military_parts")


def by_role(part: Part, setting: Setting) -> Sense | None:
    """What the role words of a part say, with the country it names or the report's."""
    roles = [item for item in part.core if item.role]
    if not roles:
        return None
    head, owners = roles[-1], roles[:-1]
    tail = _belongs_to(part, setting)
    sector, rule = _sector(head, owners, tail, part, setting)
    if rule == "composition: part of" and tail:
        return tail
    own = own_country(part.core) or own_country(part.tail) or (tail.country if tail else None)
    thing = rule == "role: part" and head.role is not None and head.role.kind == "thing"
    if thing and own is None and setting.group_told:
        return replace(setting.group_told, rule="composition: thing of a group told before")
    country = None if sector in OF_ALL_NATIONS or _of_several_states(head, part) else own or setting.country
    name = role_name(phrase(part.core), head.key, sector, country, setting.lexicon.registry)
    return Sense(name=name, country=country, sector=sector, rule=rule if own else f"{rule}, country of the report")


def _sector(head: Item, owners: list[Item], tail: Sense | None, part: Part, setting: Setting) -> tuple[str | None, str]:
    """The sector and the rule: by the head, by an owner before it, or by what it is part of."""
    role = head.role or Role(sector=None, kind="part")
    roles = [owner.role for owner in owners if owner.role and owner.key not in ADJECTIVES]
    told = [owner for owner in roles if owner.kind not in PARTS]
    owner = setting.sector(told[-1]) if told else None
    if owner == "GOV" and head.key in FORCES:
        return "MIL", "composition: government forces"
    if any(item.aside for item in part.core) and any(item.key.startswith("militia") for item in part.core):
        return "PRM", "composition: backed by a state"
    if any(item.aside for item in part.core) and head.key in ALLIANCES:
        return "MIL", "composition: led by a state"
    if role.kind in PARTS and owner:
        return owner, "composition: role and part"
    if role.kind in PARTS and tail and tail.sector:
        return tail.sector, "composition: part of"
    return setting.sector(role), "role: part" if role.kind in PARTS else "role: word"


def _of_several_states(head: Item, part: Part) -> bool:
    """Coalitions, and militias of which only the backer is told, have no home in the phrase."""
    backed = any(item.aside for item in part.core)
    return head.key.startswith("coalition") or any(item.key.startswith("coalition") for item in part.core) or backed


def own_country(items: tuple[Item, ...]) -> str | None:
    """The country that words name: "Colombian police", "Israel's tanks", "police in Lahore"."""
    states = [item.state[0] for item in items if item.state and not item.aside]
    if states:
        return states[0]
    return next((item.place for at, item in enumerate(items) if item.place and not _within_name(items, at)), None)


def _within_name(items: tuple[Item, ...], at: int) -> bool:
    """Whether a place stands beside left-over capitals: part of a longer name ("Patricia Lincoln")."""
    beside = [items[other] for other in (at - 1, at + 1) if 0 <= other < len(items)]
    return any(item.unknown and item.words[0].capital and item.key.isalpha() for item in beside)


def _belongs_to(part: Part, setting: Setting) -> Sense | None:
    """What stands behind "of": "units of the army"."""
    if part.preposition not in BELONGS or not part.tail:
        return None
    inner = parts_of(part.tail)
    return by_role(inner[0], setting) if inner else None

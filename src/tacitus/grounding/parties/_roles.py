"""Parties described by what they are: "riot police", "rebel positions", "Israel's tanks"."""

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._names import role_name
from tacitus.grounding.parties._phrase import Part, parts_of, phrase
from tacitus.grounding.parties._setting import Sense, Setting

OF_ALL_NATIONS = frozenset({"IGO"})
BACKED = frozenset({"backed", "supported", "funded", "sponsored", "trained", "allied", "aligned", "armed"})
# "of" joins a party to what it belongs to; "in" and "from" to where it is.
BELONGS = frozenset({"of", "from", "for", "by"})
# Forces of a government are its army; armed people that a state backs are paramilitaries.
FORCES = ("forces", "force", "troops", "soldiers", "warplanes", "army", "jets", "aircraft", "helicopters", "positions")


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
    country = None if sector in OF_ALL_NATIONS else own or setting.country
    name = role_name(phrase(part.core), head.key, sector, country, setting.lexicon.registry)
    return Sense(name=name, country=country, sector=sector, rule=rule if own else f"{rule}, country of the report")


def _sector(
    head: Item, owners: list[Item], tail: Sense | None, part: Part, setting: Setting
) -> tuple[str | None, str]:
    """The sector and the rule: by the head, by an owner before it, or by what it is part of."""
    role = head.role
    if role is None:
        return None, "role: word"
    told = [owner.role for owner in owners if owner.role and owner.role.sector and owner.role.kind != "part"]
    if told and setting.sector(told[-1]) == "GOV" and head.key in FORCES:
        return "MIL", "composition: government forces"
    if any(item.aside and item.words for item in part.core) and head.key.startswith("militia"):
        return "PRM", "composition: backed by a state"
    if role.kind != "part":
        return setting.sector(role), "role: word"
    if told:
        return setting.sector(told[-1]), "composition: role and part"
    if tail and tail.sector:
        return tail.sector, "composition: part of"
    return setting.sector(role), "role: part"


def own_country(items: tuple[Item, ...]) -> str | None:
    """The country that words name: "Colombian police", "Israel's tanks", "police in Lahore"."""
    states = [item.state[0] for item in items if item.state and not item.aside]
    if states:
        return states[0]
    return next((item.place for item in items if item.place), None)


def _belongs_to(part: Part, setting: Setting) -> Sense | None:
    """What stands behind "of": "units of the army"."""
    if part.preposition not in BELONGS or not part.tail:
        return None
    inner = parts_of(part.tail)
    return by_role(inner[0], setting) if inner else None

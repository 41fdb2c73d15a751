"""Canonical names for parties that have none of their own: "the army" is the Salvadoran Army."""

from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._registry import Registry

FORCES = listed("forces")
UNIDENTIFIED = "unidentified"
# Customs of naming by sector and head; {adjective}, {state} and {forces} come from the registry's states.
CUSTOMS = {
    "MIL": dict.fromkeys(FORCES, "{forces}")
    | {"army": "{adjective} Army", "navy": "{adjective} Navy", "air force": "{adjective} Air Force"}
    | dict.fromkeys(("security forces", "security force", "sfs", "sf"), "{adjective} security forces"),
    "GOV": dict.fromkeys(("government", "administration", "regime"), "Government of {state}")
    | dict.fromkeys(("authorities", "authority"), "{adjective} authorities"),
    "COP": dict.fromkeys(("officer", "officers", "cops", "police", "policeman", "policemen"), "{adjective} police")
    | dict.fromkeys(("police officer", "police officers", "police personnel", "police force"), "{adjective} police"),
}


def role_name(phrase: str, head: str, sector: str | None, country: str | None, registry: Registry) -> str:
    """A canonical name from a role and a country; the phrase itself where there is no custom."""
    if sector == "UAF":
        return phrase if phrase.lower().startswith(UNIDENTIFIED) else f"{UNIDENTIFIED} {head}"
    state = registry.states.get(country or "")
    custom = CUSTOMS.get(sector or "", {}).get(head)
    if state is None or custom is None:
        return phrase
    return custom.format(adjective=state.adjective, state=state.name, forces=state.armed_forces)

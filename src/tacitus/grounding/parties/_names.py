"""Canonical names for parties that have none of their own: "the army" is the Salvadoran Army."""

from tacitus.grounding.parties._registry import Registry

FORCES = frozenset("military|armed forces|armed force|troops|troop|soldier|soldiers|forces|force|jet|jets|fighter jet|fighter jets|tank|tanks|warplane|warplanes|helicopter|helicopters|aircraft|units|positions|military forces|military personnel|serviceman|servicemen|ground forces|drone|drones|military base|military position|military positions|base|bases|government forces|government troops|convoy|patrol|gunship|gunships|service member|service members".split("|"))  # fmt: skip
GOVERNMENT = frozenset({"government", "administration", "regime", "govt"})
UNIDENTIFIED = "unidentified"


def role_name(phrase: str, head: str, sector: str | None, country: str | None, registry: Registry) -> str:
    """A canonical name from a role and a country; the phrase itself where there is no custom."""
    state = registry.states.get(country or "")
    if sector == "UAF":
        return phrase if phrase.lower().startswith(UNIDENTIFIED) else f"{UNIDENTIFIED} {head}"
    if state is None:
        return phrase
    if sector == "MIL" and head in FORCES:
        return state.armed_forces
    if sector == "MIL" and head in {"army", "navy", "air force"}:
        return f"{state.adjective} {head.title()}"
    if sector == "MIL" and head in {"security forces", "security force", "sfs", "sf"}:
        return f"{state.adjective} security forces"
    if sector == "GOV" and head in GOVERNMENT:
        return f"Government of {state.name}"
    if sector == "GOV" and head in {"authorities", "authority"}:
        return f"{state.adjective} authorities"
    if sector == "COP" and (head.startswith("police") or head in {"officer", "officers", "cops", "policemen"}):
        return f"{state.adjective} police"
    return phrase

"""Words that stand for a party named before: "the group", "the guerrillas", "they", "our forces"."""

from collections.abc import Sequence
from dataclasses import replace

from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._phrase import NUMBERS, Part
from tacitus.grounding.parties._setting import Sense

PERSONAL = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "their", "themselves", "both", "others", "those", "some", "all"})
THING = frozenset({"it", "its", "itself"})
SPEAKER = frozenset({"we", "us", "our", "i", "my", "ourselves"})
PRONOUNS = PERSONAL | PLURAL | THING | SPEAKER
# What a group word can stand for.
GROUP = frozenset({"REB", "CRM", "PAR", "PRM", "OPP", "NGO", "LAB", "UAF"})
ALLIED = frozenset({"MIL"})
STANDS_FOR = {
    **dict.fromkeys(("group", "organization", "organisation", "outfit", "movement", "faction", "front", "gang"), GROUP),
    **dict.fromkeys(("cartel", "gang", "mafia"), frozenset({"CRM"})),
    **dict.fromkeys(("coalition", "coalition forces", "coalition aircraft"), ALLIED),
    "party": frozenset({"PAR", "OPP", "REB"}),
    **dict.fromkeys(listed("rebels"), frozenset({"REB"})),
}  # fmt: skip
INDEFINITE = listed("indefinite")


def refers_to(part: Part, told: Sequence[Sense]) -> Sense | None:
    """The party told of before for which a phrase stands, the nearest that fits; None where none does."""
    head = part.core[-1].key if part.core else ""
    if len(part.core) == 1 and head in PRONOUNS and not part.tail and not part.core[0].state:
        return _pronoun(head, told)
    if len(part.core) == 1 and not part.tail and (head in NUMBERS or head.isdecimal() or head in {"another", "third"}):
        return _pronoun("they", told)
    if any(item.key in SPEAKER for item in part.lead):
        return (
            _nearest(told, GROUP, "reference: speaker")
            if head in STANDS_FOR or head in {"forces", "troops", "units"}
            else None
        )
    if head in STANDS_FOR and len(part.core) == 1 and not part.tail and not any(i.key in INDEFINITE for i in part.lead):
        return _nearest(told, STANDS_FOR[head], "reference: description")
    return None


def _pronoun(word: str, told: Sequence[Sense]) -> Sense | None:
    if word in SPEAKER:
        return _nearest(told, GROUP, "reference: speaker")
    for sense in reversed(told):
        if sense.person == (word in PERSONAL):
            return replace(sense, rule="reference: pronoun")
    return None


def _nearest(told: Sequence[Sense], sectors: frozenset[str], rule: str) -> Sense | None:
    """The last named party of one of these sectors."""
    for sense in reversed(told):
        homeless = sectors != ALLIED or sense.country is None
        if sense.named and not sense.person and sense.sector in sectors and homeless:
            return replace(sense, rule=rule)
    return None

"""MUC-4: reports on political violence in Latin America and who did what to whom in them (1992).

Read in the form of GRIT (Du et al., EACL 2021): the lower-cased body of a report, and the fillers of five roles, all
incidents of the report merged. The original is in capitals, which an uncased encoder does not see.
Only terrorist and state-sponsored incidents have keys; purely military clashes have none.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.corpora._files import rows
from training.corpora._records import Entity, Labelled, RoleText, Terms

TERMS = Terms(stated="none for the text (US government evaluation); repository MIT", weights="unclear, commonly done")
MUC4_ROLES = {
    "PerpInd": "perp_ind",
    "PerpOrg": "perp_org",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}


def muc4(folder: Path, split: str) -> tuple[RoleText, ...]:
    """Reports, with and without incidents."""
    return tuple(
        RoleText(
            id=row["id"],
            text=row["grit"]["doctext"],
            entities=_entities(row["grit"]["extracts"]),
            incident_types=_incident_types(row["templates"]),
        )
        for row in rows(folder, f"{split}.jsonl")
    )


def _entities(extracts: Mapping[str, Any]) -> tuple[Entity, ...]:
    return tuple(
        Entity(role=role, mentions=tuple(_mention(role, *mention) for mention in mentions))
        for key, role in MUC4_ROLES.items()
        for mentions in extracts[key]
    )


def _mention(role: str, phrase: str, start: int) -> Labelled:
    return Labelled(label=role, start=start, end=start + len(phrase))


def _incident_types(templates: list[dict[str, Any]]) -> tuple[str, ...]:
    """The types of the incidents, each once; of alternatives, the first."""
    slots = [slot for template in templates for slot in template["incident_type"] or []]
    return tuple(sorted({slot["alternatives"][0].lower() for slot in slots}))

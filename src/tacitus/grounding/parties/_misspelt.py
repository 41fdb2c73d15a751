"""Names and roles that are a letter or two off: "Hezbolah", "Tamil Tigres", "soliders"."""

from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._named import entry_sense
from tacitus.grounding.parties._phrase import Part
from tacitus.grounding.parties._roles import by_role
from tacitus.grounding.parties._setting import Sense, Setting

# One letter may differ, two in long names. With more, personal names begin to match groups.
LONG_NAME = 14


def misspelt(part: Part, setting: Setting) -> Sense | None:
    """A part of left-over words that is nearly a name of the registry, or whose last word is nearly a role."""
    if not part.core or not all(item.unknown for item in part.core):
        return None
    registry = setting.lexicon.registry
    key = " ".join(item.key for item in part.core)
    if near := _near(key, registry.spellings, 2 if len(key) >= LONG_NAME else 1):
        return entry_sense(setting.choose(registry.names[near]), setting, "registry: misspelt name")
    last = part.core[-1]
    if last.words[0].capital and (setting.lexicon.cased or len(part.core) > 1):
        return None
    near = _near(last.key, registry.role_spellings, 1)
    role = registry.role_forms.get(near) if near else None
    sense = by_role(replace(part, core=(*part.core[:-1], Item(words=last.words, role=role))), setting) if role else None
    return replace(sense, rule="role: misspelt word") if sense else None


def _near(key: str, tables: dict[str, tuple[str, ...]], most: int) -> str | None:
    """The one form that begins with the same letter and differs in at most so many letters."""
    found = process.extract(key, tables.get(key[:1], ()), scorer=OSA.distance, score_cutoff=most, limit=2)
    closest = [form for form, distance, _ in found if distance == found[0][1]]
    return closest[0] if len(closest) == 1 else None

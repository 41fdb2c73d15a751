"""MUC-4: the role fillers of each report, by CEAF-REE."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks._ratios import added, f1_each, found
from benchmarks._role_fillers import Phrases, entity, phrase, role_sums
from benchmarks._system import System, Tag, tag_head
from benchmarks._tally import Figure, Tally, figures
from training.corpora import MUC4_ROLES, RoleText, muc4

ROLES = tuple(MUC4_ROLES.values())


def run(folder: Path, split: str, system: System) -> tuple[Figure, ...]:
    """Micro F1 over the five roles, and each role's F1."""
    tag_head(system.reader, "muc4")
    tallies = [_tally(report, system.reader.tag("muc4", report.text)) for report in muc4(folder, split)]
    return figures(tallies, {**found(), **f1_each(f"{role}_" for role in ROLES)})


def _tally(report: RoleText, tags: Iterable[Tag]) -> Tally:
    sums = []
    predicted = distinct(report.text, tags)
    for role in ROLES:
        gold = [
            entity(report.text[mention.start : mention.end] for mention in filler.mentions)
            for filler in report.entities
            if filler.role == role
        ]
        role_part = role_sums(gold, predicted[role])
        sums += [role_part, {f"{role}_{key}": value for key, value in role_part.items()}]
    return Tally(document=report.id, sums=added(sums))


def distinct(text: str, tags: Iterable[Tag]) -> dict[str, list[Phrases]]:
    """The tagged fillers by role: equal phrases are one entity, different phrases are different ones."""
    phrases: dict[str, set[str]] = {role: set() for role in ROLES}
    for role, start, end, _ in tags:
        phrases[role].add(phrase(text[start:end]))
    return {role: [frozenset({words}) for words in sorted(found) if words] for role, found in phrases.items()}

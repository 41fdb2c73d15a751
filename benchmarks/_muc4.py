"""MUC-4: the role fillers of each report, by CEAF-REE."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks._role_fillers import Phrases, entity, phrase, role_sums
from benchmarks._system import System, Tag, tag_head
from tacitus.analysis.agreement import Estimate, Tally, added, estimates, f1_each, found
from training.corpora import MUC4_ROLES, RoleText, muc4

ROLES = tuple(MUC4_ROLES.values())


def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """Micro F1 over the five roles, and each role's F1."""
    tag_head(system.reader, "muc4")
    tallies = [_tally(report, system.reader.tag("muc4", report.text)) for report in muc4(folder, split)]
    return estimates(tallies, {**found(), **f1_each(f"{role}_" for role in ROLES)})


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
    """The tagged fillers by role, each named by one phrase, as published systems name them.

    Of phrases of which one holds all words of the other ("four rebels", "rebels") the likeliest is kept: they name one
    entity. With the key's own phrases as tags this gives F1 0.92 on the train part, against 0.87 without it.
    """
    kept: dict[str, list[str]] = {role: [] for role in ROLES}
    for role, start, end, _ in sorted(tags, key=lambda tag: (-tag[3], tag)):
        words = phrase(text[start:end])
        if words and not any(_nested(words, other) for other in kept[role]):
            kept[role].append(words)
    return {role: [frozenset({words}) for words in phrases] for role, phrases in kept.items()}


def _nested(a: str, b: str) -> bool:
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left

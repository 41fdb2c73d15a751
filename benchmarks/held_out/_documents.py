"""Held-out reports as records: what a person found in them, and what was read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tacitus.analysis.agreement import Pair, Value, pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report's gold and read events, as JSON records, and which are paired; `published` is an ISO date."""

    doc_id: str
    published: str | None
    gold: Sequence[Value]
    read: Sequence[Value]
    paired: Sequence[Pair]

    @classmethod
    def of(cls, gold: Any, read: Any) -> Self:
        """The document of two records of one report."""
        told, found = tuple(gold["events"]), tuple(read["events"])
        return cls(
            doc_id=read["doc_id"],
            published=read.get("published"),
            gold=told,
            read=found,
            paired=tuple(pairs(told, found)),
        )


def documents(folder: Path) -> tuple[Document, ...]:
    """All reports of a folder with `gold/` and `predicted/`.

    Raises:
        SystemExit: there are none, or one lacks its other side.
    """
    names = {side: {path.name for path in (folder / side).glob("*.json")} for side in ("gold", "predicted")}
    if not names["gold"] or names["gold"] != names["predicted"]:
        raise SystemExit(
            f"{folder} must hold gold/ and predicted/ with the same files, found {len(names['gold'])} and "
            f"{len(names['predicted'])}: write it with `python -m training.evaluate`"
        )
    return tuple(
        Document.of(_json(folder / "gold" / name), _json(folder / "predicted" / name)) for name in sorted(names["gold"])
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))

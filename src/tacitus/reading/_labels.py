"""The closed label sets that a model file was trained with, in the order of its outputs."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

# Facts about a whole event that no span carries: told in the plural without a number ("attacks"), or one person
# killed or injured without a number ("shot the ambassador dead").
TRAITS = ("several", "one_killed", "one_injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What each output column of the model means. `modes` are "CATEGORY/mode"; the task heads are the corpora's."""

    categories: tuple[str, ...]
    modes: tuple[str, ...]
    acled: tuple[str, ...]
    realis: tuple[str, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    sectors: tuple[str, ...]
    traits: tuple[str, ...] = TRAITS
    tag_heads: Mapping[str, tuple[str, ...]]
    text_heads: Mapping[str, tuple[str, ...]]

    def dumps(self) -> str:
        """As JSON, for the model file's metadata."""
        return json.dumps(asdict(self))

    @classmethod
    def loads(cls, text: str) -> Self:
        """Back from `dumps`."""
        raw: dict[str, Any] = json.loads(text)

        def heads(name: str) -> dict[str, tuple[str, ...]]:
            return {head: tuple(labels) for head, labels in raw.pop(name).items()}

        tag_heads, text_heads = heads("tag_heads"), heads("text_heads")
        return cls(**{name: tuple(names) for name, names in raw.items()}, tag_heads=tag_heads, text_heads=text_heads)

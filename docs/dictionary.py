"""The data dictionary: every field of the records and every column of our tables, with type and meaning.

Types come from the JSON schema, meanings from fields.toml and from the columns themselves.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from tacitus.export import COLUMNS
from tacitus.model import Evidenced, Incident, Link
from tacitus.records import CodedRecord

MEANINGS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("fields.toml").read_text(encoding="utf-8")
)
_EVIDENCE = frozenset(Evidenced.__dataclass_fields__)
_ROOTS = (CodedRecord, Incident, Link)

_HEAD = """\
# Data dictionary

Written by `make docs` from the records' JSON schema; [record.schema.json](record.schema.json) is the schema itself.
In JSON a field that the report does not say is left out, except for the bounds of quantities, where null says that a
bound is open.
"""
_TABLE_HEAD = """
## Columns of tables

Of `tacitus export --to csv`, `parquet`, `xlsx`, `geojson` and `hxl`, and of frames. In CSV and Excel a list is one
cell with `; ` between its values. Where a best figure stands beside an empty bound, the bound is open; where all are
empty, no report gives a figure.

| column | holds | meaning | HXL |
| --- | --- | --- | --- |
"""


def described() -> Mapping[str, Mapping[str, Any]]:
    """The schema of each record and closed set by name, in the order in which one leads to another."""
    found: dict[str, Mapping[str, Any]] = {}
    for root in _ROOTS:
        schema = TypeAdapter(root).json_schema()
        found.setdefault(root.__name__, schema)
        for name, definition in schema.get("$defs", {}).items():
            found.setdefault(name, definition)
    order = list(MEANINGS)
    return dict(sorted(found.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))


def fields_of(name: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each field or value of a record: its name, its type, and its meaning."""
    required = set(schema.get("required", ()))
    for field, definition in schema.get("properties", {}).items():
        kind = type_of(definition)
        yield field, kind if field in required else f"{kind}, optional", meaning(name, field)
    for value in schema.get("enum", ()):
        yield value, "", meaning(name, value)


def meaning(name: str, field: str) -> str:
    """What a field means; those that carry the evidence mean the same in every record.

    Raises:
        KeyError: fields.toml does not say.
    """
    own = MEANINGS[name]
    return own[field] if field in own or field not in _EVIDENCE else MEANINGS["Evidenced"][field]


def type_of(definition: Mapping[str, Any]) -> str:
    """The type in a few words: "text", "list of Party", "date or null"."""
    if "$ref" in definition:
        name = definition["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in definition:
        return " or ".join(dict.fromkeys(type_of(one) for one in definition["anyOf"]))
    if definition.get("type") == "array":
        return f"list of {type_of(definition['items'])}"
    names = {"string": "text", "integer": "whole number", "number": "number", "null": "null"}
    return "date" if definition.get("format") == "date" else names[definition["type"]]


def page() -> str:
    """The whole page."""
    return "".join((_HEAD, *(_section(name, schema) for name, schema in described().items()), _TABLE_HEAD, *_columns()))


def _section(name: str, schema: Mapping[str, Any]) -> str:
    about = schema.get("description", "").strip()
    if "enum" in schema:
        rows = "".join(f"| `{field}` | {told} |\n" for field, _, told in fields_of(name, schema))
        return f"\n## {name}\n\n{about}\n\n| value | meaning |\n| --- | --- |\n{rows}"
    rows = "".join(f"| `{field}` | {kind} | {told} |\n" for field, kind, told in fields_of(name, schema))
    return f"\n## {name}\n\n{about}\n\n| field | type | meaning |\n| --- | --- | --- |\n{rows}"


def _columns() -> Iterator[str]:
    for column in COLUMNS:
        tag = f"`{column.tag}`" if column.tag else ""
        yield f"| `{column.name}` | {column.kind.value} | {column.meaning} | {tag} |\n"

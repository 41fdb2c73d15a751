"""Write the app's types from the server's description of its API: `python -m docs.shapes`."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "app" / "src" / "api" / "shapes.ts"
_HEAD = """\
// Written by `python -m docs.shapes` from the server's own description of its API; not edited by hand.
// Offsets count code points, half-open; days are YYYY-MM-DD, instants ISO 8601 in UTC.
"""
_PAGE = """
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
}
"""
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_BOTH_WAYS = re.compile(r"[-_](Input|Output)$")  # a record that is sent and received is described once for each way


def main() -> None:
    """The types of everything that the server answers."""
    OUT.write_text(as_typescript(described()), encoding="utf-8")


def described() -> Mapping[str, Any]:
    """The schemas of the API's description, by name."""
    from tacitus.ledger import Ledger  # noqa: PLC0415
    from tacitus.web import Settings, create_app  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "empty.db")
        Ledger.open(place).close()
        app: Any = create_app(Settings(ledger=place))
        schemas: Mapping[str, Any] = app.app.openapi()["components"]["schemas"]
        return schemas


def as_typescript(schemas: Mapping[str, Any]) -> str:
    """One declaration for each schema, by name; pages of lists are one generic type."""
    names = sorted(name for name in schemas if not name.endswith("Input") and not name.startswith("Page_"))
    return _HEAD + _PAGE + "".join(_declaration(_name(name), schemas[name]) for name in names)


def _declaration(name: str, schema: Mapping[str, Any]) -> str:
    if "properties" not in schema:
        return f"\nexport type {name} = {_type(schema)};\n"
    lines = "".join(f"  {key}: {_type(value)};\n" for key, value in schema["properties"].items())
    return f"\nexport interface {name} {{\n{lines}}}\n"


def _type(schema: Mapping[str, Any]) -> str:
    return " | ".join(dict.fromkeys(_alternatives(schema)))


def _alternatives(schema: Mapping[str, Any]) -> Iterator[str]:
    if "$ref" in schema:
        yield _name(schema["$ref"].rpartition("/")[2])
    elif "enum" in schema:
        yield from (f'"{value}"' for value in schema["enum"])
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _alternatives(one)
    elif "prefixItems" in schema:
        yield f"[{', '.join(_type(one) for one in schema['prefixItems'])}]"
    elif schema.get("type") == "array":
        inner = _type(schema["items"])
        yield f"({inner})[]" if "|" in inner else f"{inner}[]"
    elif schema.get("type") == "object":
        yield "Record<string, unknown>"
    else:
        yield _PLAIN.get(schema.get("type", ""), "unknown")


def _name(name: str) -> str:
    return _BOTH_WAYS.sub("", name)


if __name__ == "__main__":
    main()

"""Examples of mistakes, and what exchanging names changes, as a page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.held_out import KINDS
from docs.accuracy._tables import table
from docs.accuracy._told import NOTHING


def examples(shown: Sequence[Mapping[str, Any]]) -> str:
    """Each kind of mistake with its text, what it tells and what was read."""
    found = {one["kind"]: one for one in shown}
    return "\n\n".join("\n".join(_example(kind.name, kind.meaning, found.get(kind.name))) for kind in KINDS)


def _example(kind: str, meaning: str, shown: Mapping[str, Any] | None) -> Iterator[str]:
    yield f"### {kind[:1].upper()}{kind[1:]}\n\n{meaning[:1].upper()}{meaning[1:]}.\n"
    if shown is None:
        yield "None of the texts tried shows it with this reader."
        return
    dated = f" (published {shown['published']})" if shown["published"] else ""
    yield f"> {' '.join(shown['text'].split())}{dated}\n"
    if shown["value"]:
        yield f"- mistaken: “{shown['value']}”"
    yield f"- right: {shown['right'] or NOTHING}"
    yield from (f"- read: {line}" for line in shown["read"] or [NOTHING])


def by_phenomenon(behaviour: Mapping[str, Any]) -> str:
    """The share of expectations met, phenomenon by phenomenon, the worst first."""
    rows = sorted(behaviour["by_phenomenon"].items(), key=lambda row: (row[1], row[0]))
    return table(("texts about", "met"), ((name.replace("_", " "), f"{share:.2f}") for name, share in rows))


def by_field(behaviour: Mapping[str, Any]) -> str:
    """The share of values that differ when the parties of a report exchange their names, by field."""
    return _differing("field", behaviour["by_field"])


def by_pair(behaviour: Mapping[str, Any]) -> str:
    """The same by pair of parties."""
    return _differing("pair", behaviour["by_pair"])


def _differing(what: str, rows: Sequence[Mapping[str, Any]]) -> str:
    worst = sorted(rows, key=lambda row: (-row["n_differing"] / row["n_values"], row["name"]))
    return table(
        (what, "values", "differ", "share"),
        (
            (
                row["name"].replace("_", " "),
                str(row["n_values"]),
                str(row["n_differing"]),
                f"{100 * row['n_differing'] / row['n_values']:.1f} %",
            )
            for row in worst
        ),
    )

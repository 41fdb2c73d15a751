"""The drawing of docs/architecture.md, from the import contract and from what the front doors say of themselves.

The layers are those of pyproject.toml, the words the first line of each module, and what stands on an arrow is the type
that the stage's own function returns: a drawing that no longer holds differs from the one in the repository.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "tacitus"
STAGES: Final = {
    "intake": "_read.py:read",
    "reading": "_reader.py:read",
    "grounding": "_ground.py:ground",
    "coding": "_assemble.py:assemble",
    "linking": "_link.py:link",
}
"""In the order of the way, each with the function that does its work."""

_WIDTH, _MARGIN, _ROW, _PAD, _GAP = 1000, 20, 24, 9, 10
_NAMES, _WORDS = _MARGIN + 16, _MARGIN + 130
_BOX: Final = (104, 40)
_NOT_HANDED: Final = {"Iterator", "Rejection"}
_STYLE: Final = (
    "svg{color-scheme:light dark}text{font:13px system-ui,sans-serif;fill:#24292f}.name{font-weight:600}"
    ".small{font-size:12px}.sheet{fill:#fff}.layer{fill:#f3f5f7;stroke:#c4ccd4}.stage{fill:#fff;stroke:#57606a}"
    "path{fill:none;stroke:#57606a;stroke-width:1.5}.head{fill:#57606a;stroke:none}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.sheet{fill:#14181d}.layer{fill:#1e242b;stroke:#3d4650}"
    ".stage{fill:#14181d;stroke:#9aa5b1}path{stroke:#9aa5b1}.head{fill:#9aa5b1}}"
)


def layers() -> list[list[str]]:
    """The modules of each layer of the import contract, the uppermost first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = (one for one in settings["contracts"] if one["type"] == "layers")
    return [[name.removeprefix("tacitus.") for name in layer.split(" | ")] for layer in contract["layers"]]


def told(module: str) -> str:
    """What a module says of itself, in a line."""
    folder = SOURCE / module
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


def handed_on(stage: str) -> str:
    """The record that a stage's function returns."""
    file, name = STAGES[stage].split(":")
    tree = ast.parse((SOURCE / stage / file).read_text(encoding="utf-8"))
    (function,) = (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == name)
    returned = ast.unparse(function.returns) if function.returns else ""
    return next(kind for kind in re.findall(r"[A-Z]\w+", returned) if kind not in _NOT_HANDED)


def drawing() -> str:
    """Each layer as a band that knows only those below it; in the band of the stages, the way of a report."""
    y, bands = _MARGIN, []
    for modules in layers():
        height, band = _band(modules, y)
        bands.append(f"{band}\n")
        y += height + _GAP
    height = y - _GAP + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}">'
        "<title>The layers of tacitus: each uses those below it, none above it</title>"
        f'<style>{_STYLE}</style><rect class="sheet" width="{_WIDTH}" height="{height}"/>\n'
        + "\n".join(bands)
        + "</svg>\n"
    )


def _band(modules: list[str], y: int) -> tuple[int, str]:
    others = [name for name in modules if name not in STAGES]
    way = _way(y + _PAD + 14) if len(others) < len(modules) else ""
    top = y + _PAD + (_BOX[1] + 30 if way else 0)
    height = top - y + _ROW * len(others) + _PAD
    rows = "".join(_row(name, top + i * _ROW + 16) for i, name in enumerate(others))
    frame = f'<rect class="layer" x="{_MARGIN}" y="{y}" width="{_WIDTH - 2 * _MARGIN}" height="{height}" rx="6"/>'
    return height, f"<g>{frame}{way}{rows}</g>"


def _row(name: str, y: int) -> str:
    return (
        f'<text class="name" x="{_NAMES}" y="{y}">{name}</text>'
        f'<text class="small" x="{_WORDS}" y="{y}">{escape(told(name))}</text>'
    )


def _way(y: int) -> str:
    """The stages from left to right, on each arrow what the next one is handed."""
    step = (_WIDTH - 2 * _NAMES) // len(STAGES)
    return "".join(part for i, name in enumerate(STAGES) for part in _stage(name, _NAMES + i * step, y, step))


def _stage(name: str, x: int, y: int, step: int) -> Iterator[str]:
    right, middle = x + _BOX[0], y + _BOX[1] // 2
    yield f'<rect class="stage" x="{x}" y="{y}" width="{_BOX[0]}" height="{_BOX[1]}" rx="5"/>'
    yield f'<text class="name" x="{x + _BOX[0] // 2}" y="{middle + 5}" text-anchor="middle">{name}</text>'
    yield f'<path d="M{right} {middle}H{x + step - 7}"/><path class="head" d="M{x + step} {middle}l-9 -5v10z"/>'
    yield f'<text class="small" x="{(right + x + step) // 2 - 3}" y="{middle - 8}" text-anchor="middle">'
    yield f"{handed_on(name)}</text>"

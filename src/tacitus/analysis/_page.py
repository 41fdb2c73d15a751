"""Pages that stand by themselves: one file, no script, no address that a browser would fetch."""

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from tacitus.views import visible

# Whatever a report smuggles in, a browser loads nothing from it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, body: str) -> str:
    """A whole page; `title` is plain, `body` is HTML whose foreign words went through `safe`."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>{_css()}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def safe(text: object) -> str:
    """Foreign words as HTML text or the value of an attribute in double quotes."""
    return escape(visible(str(text)))


def table(
    caption: str, names: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, numeric: frozenset[int] = frozenset()
) -> str:
    """A table that scrolls by itself where it is too wide. Cells are HTML; `numeric` are the columns of numbers."""
    head = "".join(f'<th scope="col"{_side(i, numeric)}>{safe(name)}</th>' for i, name in enumerate(names))
    lines = "".join(
        "<tr>" + "".join(f"<td{_side(i, numeric)}>{cell}</td>" for i, cell in enumerate(row)) + "</tr>" for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{safe(caption)}">'
        f"<table><caption>{safe(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _side(i: int, numeric: frozenset[int]) -> str:
    return ' class="n"' if i in numeric else ""


@cache
def _css() -> str:
    return files("tacitus.analysis").joinpath("page.css").read_text(encoding="utf-8")

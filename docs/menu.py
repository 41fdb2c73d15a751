"""A hook of MkDocs: pages that the menu of mkdocs.yml does not name yet stand under "More", so that none is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any


def on_config(config: Any) -> Any:
    """Called by MkDocs with its settings before it looks at the pages."""
    docs = Path(config.docs_dir)
    named = set(_pages(config.nav))
    others = [page.relative_to(docs).as_posix() for page in sorted(docs.rglob("*.md"))]
    if missing := [page for page in others if page not in named]:
        config.nav = [*config.nav, {"More": missing}]
    return config


def _pages(menu: Any) -> Iterator[str]:
    if isinstance(menu, str):
        yield menu
    for part in menu.values() if isinstance(menu, dict) else menu if isinstance(menu, list) else ():
        yield from _pages(part)

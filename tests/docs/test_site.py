"""The documentation site builds without a warning, and needs nothing from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(
        build,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_reached_from_the_menu(site: Path) -> None:
    start = (site / "index.html").read_text(encoding="utf-8")
    docs = ROOT / "docs"
    pages = [page.relative_to(docs).with_suffix(".html").as_posix() for page in docs.rglob("*.md")]
    assert [page for page in pages if f'href="{page}"' not in start and page != "index.html"] == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    loaded = re.compile(r'<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="(?:https?:)?//([^/"]+)')
    assert {host for page in site.rglob("*.html") for host in loaded.findall(page.read_text(encoding="utf-8"))} == set()


def test_python_names_are_documented(site: Path) -> None:
    page = (site / "python.html").read_text(encoding="utf-8")
    for name in ("tacitus.code", "tacitus.export.write", "tacitus.tables.events", "tacitus.ledger.Ledger"):
        assert f'id="{name}"' in page

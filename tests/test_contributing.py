"""The recipes of CONTRIBUTING.md, followed step by step on a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^###? )", PAGE, re.DOTALL | re.MULTILINE))
LARGE = 10_000_000  # bytes: the network, which no recipe changes


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what git tracks."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607
    for source in filter(Path.is_file, map(ROOT.joinpath, listed.stdout.splitlines())):
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.stat().st_size > LARGE:
            target.symlink_to(source)
        else:
            shutil.copyfile(source, target)
    return tmp_path


def blocks(recipe: str) -> Iterator[tuple[str, str]]:
    """The language and content of each block."""
    return iter(re.findall(r"^```(\w+)\n(.*?)^```$", recipe, re.DOTALL | re.MULTILINE))


def change(checkout: Path, block: str) -> None:
    """Lines to add and to take away, each piece below its path; a piece without a neighbour goes to the file's end."""
    for name, piece in re.findall(r"^@@ (\S+) @@\n((?:[ +-].*\n)+)", block, re.MULTILINE):
        lines = piece.splitlines()
        before = "\n".join(line[1:] for line in lines if line[0] != "+")
        after = "\n".join(line[1:] for line in lines if line[0] != "-")
        path = checkout / name
        text = path.read_text(encoding="utf-8")
        if before:
            assert text.count(before) == 1, f"{name}: {before}"
        path.write_text(text.replace(before, after) if before else f"{text}{after}\n", encoding="utf-8")


def create(checkout: Path, block: str) -> None:
    """A file that begins with its path."""
    name, _, content = block.removeprefix("# ").partition("\n")
    path = checkout / name
    assert not path.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def type_in(checkout: Path, block: str) -> None:
    """Commands, of which none may fail; the copy's package hides the installed one."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    settings = {**os.environ, "PATH": path, "PYTHONPATH": str(checkout / "src")}
    typed = subprocess.run(
        ["bash", "-euc", block],  # noqa: S607
        cwd=checkout,
        env=settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert typed.returncode == 0, f"{typed.stdout[-4000:]}{typed.stderr[-4000:]}"


STEPS = {"diff": change, "python": create, "sh": type_in, "text": create}


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=list(RECIPES))
def test_a_recipe_works_as_it_is_written(checkout: Path, recipe: str) -> None:
    for language, block in blocks(recipe):
        STEPS[language](checkout, block)

"""What the pages show can be typed: commands and options exist, and Python is Python with imports that work."""

import ast
import importlib
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tacitus.cli import app

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(page for page in (*DOCS.rglob("*.md"), DOCS.parent / "README.md") if page.name != "commands.md")


def blocks(language: str) -> list[tuple[str, str]]:
    """Each block of a language: where it stands, and what is in it."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{page.relative_to(DOCS.parent)}:{line}", match[1]))
    return found


def typed() -> Iterator[tuple[str, list[str]]]:
    """Each `tacitus …` that a page tells to type."""
    for where, block in blocks("sh"):
        for line in block.replace("\\\n", " ").splitlines():
            for part in re.split(r"\||&&|;", line.partition("#")[0]):
                words = shlex.split(part)
                if words[:1] == ["tacitus"]:
                    yield f"{where}: {part.strip()}", words[1:]


COMMANDS = list(typed())


@pytest.mark.parametrize("words", [words for _, words in COMMANDS], ids=[where for where, _ in COMMANDS])
def test_a_command_that_a_page_shows_exists_with_its_options(words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    assert not hasattr(command, "commands") or words[:1] in ([], ["--version"], ["--help"])
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    shown = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert shown <= known | {"--help", "-h"}


PYTHON = blocks("python")


@pytest.mark.parametrize("block", [block for _, block in PYTHON], ids=[where for where, _ in PYTHON])
def test_python_that_a_page_shows_is_python_and_finds_what_it_imports(block: str) -> None:
    for node in ast.walk(ast.parse(block)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tacitus"):
            module = importlib.import_module(node.module)
            missing = [name.name for name in node.names if not _has(module, name.name)]
            assert missing == []


def _has(module: Any, name: str) -> bool:
    """Whether it can be imported: an attribute, or a module below."""
    return hasattr(module, name) or importlib.util.find_spec(f"{module.__name__}.{name}") is not None

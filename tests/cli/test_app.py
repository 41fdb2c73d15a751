import json
from importlib.metadata import version

import pytest

from tacitus import records
from tests.cli.conftest import Run


@pytest.mark.parametrize("words", [("--help",), ("code", "--help"), ("schema", "-h")], ids=" ".join)
def test_help_opens_with_an_example(run: Run, words: tuple[str, ...]) -> None:
    finished = run(*words)
    assert finished.exit_code == 0
    lines = [line.strip() for line in finished.stdout.splitlines() if line.strip()]
    assert lines[0].startswith("Usage:")
    assert lines[1].startswith("Example: tacitus ")


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"tacitus {version('tacitus')}\n"


def test_schema_prints_the_schema(run: Run) -> None:
    finished = run("schema")
    assert finished.exit_code == 0
    assert json.loads(finished.stdout) == records.schema()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Usage"),
        (("code",), "Missing argument"),
        (("code", "--format", "xml", "a.txt"), "'xml'"),
        (("code", "-o", "out", "--format", "text", "a.txt"), "leave --format out"),
        (("code", "--codebook", "/nowhere", "a.txt"), "does not exist"),
        (("cod", "a.txt"), "No such command"),
    ],
    ids=["nothing", "no-file", "format", "output-and-format", "codebook", "command"],
)
def test_misuse_is_told_and_ends_with_2(run: Run, words: tuple[str, ...], told: str) -> None:
    finished = run(*words)
    assert finished.exit_code == 2
    assert told in finished.output

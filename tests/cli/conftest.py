"""The command line run in this process, with the packaged model loaded once for all tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import app
from tacitus.flow import Coder

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder.load()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("code", path, stdin=…, env=…)`: the finished run."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*words: str | Path, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin, env=env)

    return run


@pytest.fixture
def run_loaded(run: Run, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> Run:
    """As `run`, without loading the packaged model anew."""
    monkeypatch.setattr(Coder, "load", lambda **_: coder)
    return run

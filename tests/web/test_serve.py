"""The commands `serve` and `users`, up to where a server would run."""

import socket
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import _serve, _users, app
from tacitus.web import PORT, Accounts, Role, Settings
from tacitus.web._faults import CannotServeError
from tacitus.web._server import check
from tests.web.conftest import PASSWORD, report, write


def run(*words: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return write(tmp_path / "war.db", report("r1"))


def test_accounts_are_kept_by_command(ledger: str) -> None:
    assert run("users", "list", ledger).stderr.startswith("no accounts")
    added = run("users", "add", ledger, "anna", "--role", "coder", "--password-stdin", stdin=PASSWORD + "\n")
    assert added.exit_code == 0, added.output
    assert run("users", "list", ledger).stdout.startswith("anna\tcoder\t")
    assert run("users", "role", ledger, "anna", "adjudicator").exit_code == 0
    accounts = Accounts.beside(ledger)
    assert accounts.checked("anna", PASSWORD).role is Role.ADJUDICATOR
    assert run("users", "passwd", ledger, "anna", "--password-stdin", stdin=PASSWORD[::-1] + "\n").exit_code == 0
    assert accounts.checked("anna", PASSWORD) is None
    assert run("users", "remove", ledger, "anna").exit_code == 0
    assert accounts.all() == ()
    accounts.engine.dispose()


def test_mistakes_get_one_line(ledger: str, tmp_path: Path) -> None:
    for code, words in (
        ("L-03", ("list", tmp_path / "typo.db")),
        ("W-21", ("remove", ledger, "nobody")),
        ("W-21", ("role", ledger, "nobody", "coder")),
    ):
        done = run("users", *words)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"tacitus: {code}: ")
        assert len(done.stderr.splitlines()) == 1


def test_the_commands_know_the_roles_and_the_port() -> None:
    assert list(get_args(_users.Role)) == list(Role)
    assert _serve._PORT == PORT


def test_there_is_nothing_to_serve_without_a_ledger(tmp_path: Path) -> None:
    done = run("serve", tmp_path / "none.db", "--no-browser")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("settings", "demands"),
    [
        ({}, False),
        ({"host": "localhost"}, False),
        ({"host": "::1"}, False),
        ({"host": "0.0.0.0"}, True),  # noqa: S104  nothing listens
        ({"host": "192.168.0.7"}, True),
        ({"names": ("war.example",)}, True),
        ({"login": True}, True),
    ],
)
def test_only_loopback_goes_without_a_login(
    ledger: str, static: Path, settings: dict[str, object], demands: bool
) -> None:
    made = Settings(ledger=ledger, static=static, **settings)
    assert made.demands_login == demands
    if demands:
        with pytest.raises(CannotServeError, match="takes accounts, and there are none"):
            check(made)


def test_a_port_in_use_and_a_missing_app_are_told(ledger: str, static: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CannotServeError, match="cannot listen"):
        check(Settings(ledger=ledger, static=static, port=taken.getsockname()[1]))
    with pytest.raises(CannotServeError, match="holds no built app"):
        check(Settings(ledger=ledger, static=tmp_path))


def test_a_certificate_that_is_none_is_told(ledger: str, static: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("no certificate", encoding="utf-8")
    with pytest.raises(CannotServeError, match=r"notes\.txt gives no HTTPS"):
        check(Settings(ledger=ledger, static=static, certificate=notes))

import stat
from pathlib import Path

import pytest

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import Ledger
from tacitus.web import Accounts, Role
from tacitus.web._attempts import LIMITS, Attempts
from tacitus.web._faults import AccountError, TooManyAttemptsError
from tacitus.web._sessions import Sessions

GOOD = "four unrelated plain words"


@pytest.fixture
def accounts(tmp_path: Path):
    Ledger.open(tmp_path / "war.db").close()
    accounts = Accounts.beside(str(tmp_path / "war.db"))
    accounts.add("anna", GOOD, Role.CODER)
    yield accounts
    accounts.engine.dispose()


@pytest.mark.usefixtures("accounts")
def test_accounts_lie_beside_the_ledger_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "war.db.accounts"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert GOOD.encode() not in path.read_bytes()
    assert b"anna" not in (tmp_path / "war.db").read_bytes()


def test_a_password_is_checked(accounts: Accounts) -> None:
    person = accounts.checked("anna", GOOD)
    assert person is not None
    assert (person.name, person.role) == ("anna", Role.CODER)
    assert accounts.checked("anna", GOOD + " ") is None
    assert accounts.checked("nobody", GOOD) is None


@pytest.mark.parametrize(
    ("name", "password", "why"),
    [
        ("anna", GOOD, "there is an account 'anna'"),
        ("../x", GOOD, "cannot be a name"),
        ("", GOOD, "cannot be a name"),
        ("a" * 65, GOOD, "cannot be a name"),
        ("ben", "short", "has 5 characters"),
        ("ben", "x" * 1025, "has 1025 characters"),
    ],
    ids=["taken", "path", "empty", "long-name", "short", "long"],
)
def test_what_cannot_be_an_account(accounts: Accounts, name: str, password: str, why: str) -> None:
    with pytest.raises(AccountError, match=why):
        accounts.add(name, password, Role.READER)
    assert [person.name for person in accounts.all()] == ["anna"]


def test_there_are_no_accounts_without_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerLookupError, match="there is no ledger"):
        Accounts.beside(str(tmp_path / "typo.db"))
    with pytest.raises(LedgerUseError, match="mysql:// is no place for a ledger"):
        Accounts.beside("mysql://anna@localhost/war")
    assert not list(tmp_path.iterdir())


def test_a_new_password_a_new_role_and_removal_end_the_sessions(accounts: Accounts) -> None:
    sessions = Sessions(accounts.engine)

    def begin() -> str:
        person = next(iter(accounts.all()))
        return sessions.begin(person)

    first = begin()
    assert sessions.person(first).role is Role.CODER
    accounts.set_role("anna", Role.ADMIN)
    assert sessions.person(first) is None
    second = begin()
    accounts.set_password("anna", GOOD[::-1])
    assert sessions.person(second) is None
    third = begin()
    accounts.remove("anna")
    assert sessions.person(third) is None


def test_a_token_is_not_kept(accounts: Accounts, tmp_path: Path) -> None:
    token = Sessions(accounts.engine).begin(accounts.all()[0])
    assert token.encode() not in (tmp_path / "war.db.accounts").read_bytes()


def test_failures_are_limited_for_a_name_at_an_address_and_a_success_clears_them(accounts: Accounts) -> None:
    attempts = Attempts(accounts.engine)
    for _ in range(LIMITS[0] - 1):
        attempts.begin("anna", "10.0.0.1")
    attempts.succeeded("anna", "10.0.0.1", attempts.begin("anna", "10.0.0.1"))
    for _ in range(LIMITS[0]):
        attempts.begin("anna", "10.0.0.1")
    with pytest.raises(TooManyAttemptsError, match="too many failed logins") as caught:
        attempts.begin("anna", "10.0.0.1")
    assert 0 < caught.value.wait_s <= 15 * 60
    attempts.begin("anna", "10.0.0.2")
    attempts.begin("ben", "10.0.0.1")

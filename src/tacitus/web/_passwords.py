"""Passwords: Argon2id hashes, made and checked without telling by time whether a name exists."""

from functools import cache
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tacitus.web._faults import AccountError

MIN_LENGTH: Final = 12
"""Characters, as NIST SP 800-63B-4 demands at least eight beside a second factor and fifteen without one for the
highest need; length alone is asked for, no mixture of signs."""

MAX_LENGTH: Final = 1024
"""Argon2 takes any length; a limit keeps a login from being a way to waste the server's time."""

_hasher = PasswordHasher()  # the library's defaults are RFC 9106's second recommendation: 64 MiB, three passes
_at_once = BoundedSemaphore(2)  # 64 MiB each: a flood of logins must not take the machine's memory


def hashed(password: str) -> str:
    """The hash to keep.

    Raises:
        AccountError: the password is too short or too long.
    """
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        raise AccountError(
            f"{AccountError.code}: the password has {len(password)} characters; "
            f"give {MIN_LENGTH} to {MAX_LENGTH}, a few unrelated words do well"
        )
    with _at_once:
        return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether this is the password of a kept hash; for no hash as slowly as for a wrong password, and False."""
    with _at_once:
        try:
            return _hasher.verify(kept or _nobody(), password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(kept)


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")

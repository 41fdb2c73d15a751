"""How a server is set up."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STATIC: Final = Path(__file__).with_name("static")
PORT: Final = 8765


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One server.

    `names` are host names under which it is reached beside the address; `login` demands accounts on loopback too;
    `static` is the folder of the built app. `certificate` and `key` are PEM files for HTTPS.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = PORT
    names: tuple[str, ...] = ()
    login: bool = False
    static: Path = STATIC
    certificate: Path | None = None
    key: Path | None = None

    @property
    def title(self) -> str:
        """What the ledger is called: the file's name, or the database's, without address or password."""
        return self.ledger.partition("?")[0].rstrip("/").rpartition("/")[2]

    @property
    def url(self) -> str:
        """Where a browser on this machine finds it."""
        host = "localhost" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104  compared, not bound
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the address."""
        return is_loopback(self.host)

    @property
    def demands_login(self) -> bool:
        """Loopback alone is safe without. A name of one's own means a proxy in front, behind which all are local."""
        return self.login or bool(self.names) or not self.is_loopback


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own; names other than localhost are not looked up."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"

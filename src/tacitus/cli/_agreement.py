"""`tacitus agreement`."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tacitus.cli._misuse import misuse
from tacitus.cli._shown import NoColor, ShapeOption, as_text, showing
from tacitus.errors import LedgerUseError, RecordError
from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.analysis.agreement import Codings
    from tacitus.ledger import Ledger
    from tacitus.model import Event

PROGRAM = "program"
_TWO = 2

_Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FIRST [SECOND]",
        show_default=False,
        help="JSON Lines of coded reports, a folder of such records, or a ledger. One ledger alone needs --sample.",
    ),
]
_Sample = Annotated[
    int | None, typer.Option("--sample", metavar="N", show_default=False, help="A sample of blind double coding.")
]
_Coders = Annotated[
    list[str] | None,
    typer.Option("--coder", metavar="NAME", help="Whose codings of the sample, twice; `program` is the program's."),
]
_Missing = Annotated[
    bool,
    typer.Option("--missing-is-empty", help="A report that SECOND lacks has no events there; else it is left out."),
]


def agreement(
    sources: _Sources,
    sample: _Sample = None,
    coder: _Coders = None,
    missing_is_empty: _Missing = False,
    format: ShapeOption = None,  # noqa: A002  the option's name
    no_color: NoColor = False,
) -> None:
    """Example: `tacitus agreement anna.jsonl ben.jsonl`, or `tacitus agreement war.db --sample 1 --coder A --coder B`.

    Prints precision, recall and F1 of events and of each slot, and Krippendorff's alpha, with intervals by bootstrap
    over reports. Exit status: 0 done, 1 some records could not be read, 2 misuse.
    """
    with misuse():
        from tacitus.analysis.agreement import (  # noqa: PLC0415  its libraries load slowly, `--help` needs none
            agree,
            agreement_as_record,
            agreement_as_terminal,
        )

        first, second = _sides(sources, sample, tuple(coder or ()))
        rejections = (*first.rejections, *second.rejections)
        for rejection in rejections:
            typer.echo(visible(str(rejection)), err=True)
        left = first.events if missing_is_empty else _shared(first.events, second.events)
        found = agree(left, second.events)
        with showing(no_color=no_color) as show:
            show(agreement_as_terminal(found) if as_text(format) else json.dumps(agreement_as_record(found)))
    raise typer.Exit(1 if rejections else 0)


def _sides(sources: list[str], sample: int | None, coders: tuple[str, ...]) -> tuple["Codings", "Codings"]:
    if len(sources) == _TWO and sample is None and not coders:
        return _codings(sources[0]), _codings(sources[1])
    if len(sources) == 1 and sample is not None and len(coders) == _TWO:
        from tacitus.ledger import Ledger  # noqa: PLC0415  as above

        with Ledger.open(sources[0], create=False) as ledger:
            finished = _finished(ledger, sample, coders)
            return _of_sample(ledger, sample, finished, coders[0]), _of_sample(ledger, sample, finished, coders[1])
    raise LedgerUseError(
        f"{LedgerUseError.code}: name two codings (`tacitus agreement FIRST SECOND`), or one ledger with --sample and "
        "two times --coder NAME"
    )


def _codings(source: str) -> "Codings":
    from tacitus import tables  # noqa: PLC0415  as above
    from tacitus.analysis.agreement import Codings, codings  # noqa: PLC0415  as above

    if not tables.is_ledger(source):
        return codings(source)
    from tacitus.ledger import Ledger  # noqa: PLC0415  as above

    with Ledger.open(source, create=False) as ledger:
        events = {coded.doc_id: _records(coded.events) for coded in ledger.coded_reports()}
    if not events:
        raise RecordError(f"{RecordError.code}: {source} holds no coded report; code some with `tacitus code --ledger`")
    return Codings(events=events)


def _finished(ledger: "Ledger", number: int, coders: tuple[str, ...]) -> tuple[str, ...]:
    """The reports of a sample that all the people among these coders have finished with."""
    sample = ledger.sample(number)
    known = (*sample.coders, PROGRAM)
    for coder in coders:
        if coder not in known:
            raise LedgerUseError(
                f"{LedgerUseError.code}: sample {number} has no coder {coder!r}; it has {', '.join(known)}"
            )
    people = set(coders) - {PROGRAM}
    finished = tuple(doc_id for doc_id in sample.doc_ids if all((coder, doc_id) in sample.done for coder in people))
    if not finished:
        raise LedgerUseError(f"{LedgerUseError.code}: the coders have not finished with any report of sample {number}")
    return finished


def _of_sample(ledger: "Ledger", number: int, finished: tuple[str, ...], coder: str) -> "Codings":
    """What a coder made of the finished reports of a sample, or what the program made of them."""
    from tacitus.analysis.agreement import Codings  # noqa: PLC0415  as above

    return Codings(events={doc_id: _events_of(ledger, doc_id, number, coder) for doc_id in finished})


def _events_of(ledger: "Ledger", doc_id: str, number: int, coder: str) -> tuple[Mapping[str, Any], ...]:
    if coder == PROGRAM:
        found = (event.coded for event in ledger.report(doc_id).events)
        return _records(event for event in found if event is not None)
    coded = ledger.report(doc_id, sample=number, by=coder).coded
    return _records(coded.events if coded else ())


def _records(events: Iterable["Event"]) -> tuple[Mapping[str, Any], ...]:
    from tacitus.records import event_as_record  # noqa: PLC0415  as above

    return tuple(map(event_as_record, events))


def _shared(first: Mapping[str, Any], second: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reports that both coded; the others are told."""
    both = {name: events for name, events in first.items() if name in second}
    if not both:
        raise RecordError(f"{RecordError.code}: the two codings have no report in common; their `doc_id` must be equal")
    n_apart = len(first) + len(second) - 2 * len(both)
    if n_apart:
        typer.echo(f"{n_apart} reports left out that only one of the two coded", err=True)
    return both

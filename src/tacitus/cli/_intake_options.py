"""The options of commands that read reports: what files hold, which languages, how URLs are fetched, the first look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from tacitus import intake
from tacitus.cli._options import DAY, as_day
from tacitus.intake import Kind, Settings, Web
from tacitus.model import Rejection, Report

_READING = "Reading"
_FETCHING = "Fetching"

ReadAs = Annotated[
    Kind | None,
    typer.Option("--read-as", help="What every input is, whatever its name.", rich_help_panel=_READING),
]
Columns = Annotated[
    str,
    typer.Option(
        metavar="FIELD=NAME,...",
        help="What the fields are called in tables and JSON: text=body,published=date,doc_id=id.",
        rich_help_panel=_READING,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        parser=as_day,
        metavar=DAY,
        help="The day of publication of reports that tell none.",
        rich_help_panel=_READING,
    ),
]
Languages = Annotated[
    str,
    typer.Option("--language", metavar="CODE,...", help="Languages that are kept, or `any`.", rich_help_panel=_READING),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair",
        help="Mend wrongly decoded characters in given texts too; offsets then point into the mended text.",
        rich_help_panel=_READING,
    ),
]
Follow = Annotated[
    bool,
    typer.Option("--follow", help="Fetch the pages that feeds and sitemaps name.", rich_help_panel=_FETCHING),
]
Agent = Annotated[
    str,
    typer.Option(metavar="NAME", help="The name told to publishers.", rich_help_panel=_FETCHING),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from addresses of your own network too.", rich_help_panel=_FETCHING),
]
Relevance = Annotated[
    bool,
    typer.Option(
        "--relevance/--no-relevance",
        help="Set aside reports that seem to tell of no political violence or contention.",
        rich_help_panel=_READING,
    ),
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--relevance-threshold",
        min=0,
        max=1,
        help="The probability under which a report is set aside.",
        rich_help_panel=_READING,
    ),
]


def settings_of(
    *,
    read_as: Kind | None,
    columns: str,
    published: date | None,
    languages: str,
    repair: bool,
    follow: bool,
    agent: str,
    allow_private: bool,
) -> Settings:
    """The settings that the options ask for.

    Raises:
        IntakeError: the mapping of columns cannot be used.
    """
    kept = frozenset(code.strip().lower() for code in languages.split(",") if code.strip())
    return Settings(
        kind=read_as,
        columns=Settings.columns_of(columns),
        published=published,
        languages=frozenset() if "any" in kept else kept,
        repair=repair,
        web=Web(follow=follow, agent=agent, allow_private=allow_private),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a command reads, and how. `threshold` is the first look's, or none for its own."""

    files: list[str]
    settings: Settings
    relevance: bool
    threshold: float | None

    def reports(self) -> Iterator[Report | Rejection]:
        """The reports, those without political violence or contention set aside if that is wanted."""
        found = intake.read(self.files, settings=self.settings)
        if not self.relevance:
            return found
        from tacitus.relevance import FirstLook  # noqa: PLC0415  loads numpy

        return FirstLook.load(self.threshold).sift(found)

    @property
    def least_relevance(self) -> float | None:
        """The threshold of the first look; None where everything is read."""
        if not self.relevance:
            return None
        from tacitus.relevance import THRESHOLD  # noqa: PLC0415  loads numpy

        return THRESHOLD if self.threshold is None else self.threshold

    def count(self) -> int | None:
        """How many there are, where that can be told without reading them."""
        return intake.count(self.files, settings=self.settings)

    def tell(self, set_aside: Mapping[str, int]) -> None:
        """Say what the first look set aside, by which threshold, and how to have it read."""
        from tacitus.relevance import NOT_RELEVANT, THRESHOLD  # noqa: PLC0415  as above

        if n_reports := set_aside.get(NOT_RELEVANT):
            threshold = THRESHOLD if self.threshold is None else self.threshold
            typer.echo(
                f"{NOT_RELEVANT}: {n_reports} under the relevance threshold of {threshold:.2f}; "
                "--no-relevance codes them, --failed FILE lists them",
                err=True,
            )

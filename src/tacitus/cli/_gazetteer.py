"""`tacitus gazetteer`."""

import re
from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli._misuse import misuse

# Where GeoNames publishes its dumps, a file a country, under CC BY 4.0.
DUMPS = "https://download.geonames.org/export/dump/{code}.zip"
_CODE = re.compile(r"[A-Za-z]{2}")

gazetteer = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")

_Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        show_default=False,
        help="Two-letter codes of countries, whose dumps are fetched from GeoNames; dumps at hand, SY.zip or SY.txt, "
        "or an address; or a .csv of your own with the columns name, lat, lon, country.",
    ),
]


@gazetteer.callback()
def _gazetteer() -> None:
    """Example: `tacitus gazetteer add SY IQ`.

    Adds places to those that come with tacitus, for all later runs on this machine.
    """


@gazetteer.command(short_help="Add the full places of countries, or places of your own.")
def add(sources: _Sources) -> None:
    """Example: `tacitus gazetteer add SY IQ`, or `tacitus gazetteer add SY.zip our-places.csv`.

    Adds every populated place, district, camp, crossing and site that GeoNames knows in a country, or the rows of a
    table. Adding the same source again replaces what it added before. The index is built anew at once, which takes
    some seconds. Records name the gazetteer's version, so that codings made with other places can be told apart.
    """
    from tacitus.grounding.places import Gazetteer, add_country_dump, add_csv  # noqa: PLC0415  loads slowly

    with misuse():
        for source in sources:
            adds = add_csv if source.lower().endswith(".csv") else add_country_dump
            n_places = adds(_located(source))
            print(f"{source}: {n_places:,} added")
        version = Gazetteer.load().version
    print(f"the gazetteer is now version {version}")


def _located(source: str) -> str:
    """The address of a country's dump, unless a file of that name lies at hand."""
    is_code = _CODE.fullmatch(source) and not Path(source).exists()
    return DUMPS.format(code=source.upper()) if is_code else source

"""The pages that hold figures, with every block's content."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from docs.accuracy import _compared, _counted, _shown, _tables
from docs.accuracy._blocks import filled
from docs.accuracy._counts import counts
from docs.accuracy._kept import Figures

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (
    ROOT / "README.md",
    ROOT / "docs" / "accuracy.md",
    ROOT / "docs" / "data-sheet.md",
    ROOT / "docs" / "ethics.md",
    ROOT / "src" / "tacitus" / "reading" / "weights" / "MODEL_CARD.md",
)


def renewed(figures: Figures) -> dict[Path, str]:
    """Each page as it stands, with its blocks written from the figures and from the stored annotations."""
    contents = {**_of_reader(figures), **_of_annotations()}
    return {page: filled(page.read_text(encoding="utf-8"), contents) for page in PAGES}


def _of_reader(figures: Figures) -> Mapping[str, str]:
    held_out, behaviour = figures["held_out"], figures["behaviour"]
    return {
        "reader": f"reader {figures['reader']}, measured on {figures['measured_on']}",
        "n reports": str(held_out["n_reports"]),
        "n events": f"{held_out['n_events']:,}",
        "leading": _compared.leading(figures),
        "public": _compared.public(figures),
        "strengths": _tables.strengths(held_out),
        "whole": _tables.whole(held_out),
        "slots": _tables.by_value(held_out["by_slot"]),
        "categories": _tables.by_value(held_out["by_category"]),
        "realis": _tables.by_value(held_out["by_realis"]),
        "regions": _tables.by_group(held_out["by_region"], "world region"),
        "decades": _tables.by_group(held_out["by_decade"], "decade"),
        "sources": _tables.by_group(held_out["by_source"], "source type"),
        "mistakes": _tables.by_mistake(held_out["mistakes"]),
        "calibration error": _tables.score(held_out["calibration"]["error"]),
        "calibration": _tables.calibration(held_out["calibration"]),
        "examples": _shown.examples(figures["examples"]),
        "n cases": str(behaviour["n_cases"]),
        "n expectations": f"{behaviour['n_expectations']:,}",
        "met": f"{behaviour['met']:.2f}",
        "phenomena": _shown.by_phenomenon(behaviour),
        "n exchanged": str(behaviour["n_reports"]),
        "differing": f"{100 * behaviour['differing']:.1f} %",
        "differing fields": _shown.by_field(behaviour),
        "differing pairs": _shown.by_pair(behaviour),
    }


def _of_annotations() -> Mapping[str, str]:
    found, ours = counts(ours=False), counts(ours=True)
    return {
        "annotated": f"{found.n_reports:,}",
        "annotated events": f"{found.n_events:,}",
        "written": f"{ours.n_reports:,}",
        "written events": f"{ours.n_events:,}",
        "annotated sources": _counted.reports("source type", found.by_source, ours.by_source),
        "annotated decades": _counted.reports("decade of publication", found.by_decade, ours.by_decade),
        "annotated regions": _counted.places(found.by_region, ours.by_region),
        "annotated categories": _counted.events("category", found.by_category, ours.by_category),
        "annotated realis": _counted.events("realis", found.by_realis, ours.by_realis),
        "annotated fields": _counted.fields(found, ours),
    }

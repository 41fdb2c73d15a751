"""B³ of linking on stories, `python -m benchmarks.stories [FOLDER]`: coded by hand, and by the shipped reader.

What is clustered are the story's events, one for each report that tells a happening. A coded event stands for the
story's event with which it shares a trigger; events that the reader did not find are counted apart (`found`), and left
out of B³ in the one figure and taken as alone in the other (`strict`), where the reader's misses count as linking's.
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks._chains import chain_statistics, chain_sums, clusters
from tacitus.linking import Parameters, link
from tacitus.model import CodedReport, EventKey
from training.stories import Story, load_stories, matched

STORIES = Path(__file__).parents[1] / "tests" / "linking" / "stories"
_F1 = chain_statistics()["b3_f1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """How well one story was linked. `found` is the share of its events that were coded at all."""

    b3: float
    strict_b3: float
    found: float


def linkage(story: Story, coded: Sequence[CodedReport], parameters: Parameters | None = None) -> Linkage:
    """B³ F1 of the story's reports, coded in one way or another, and linked with the shipped parameters or others."""
    incidents = link(coded, parameters=parameters).incidents
    home = {key: incident.id for incident in incidents for key in incident.events}
    told: dict[tuple[str, str], EventKey] = {}
    for key, incident in sorted(matched(story, coded).items()):
        told.setdefault((key.doc_id, incident), key)
    stands_for = {key: told.get((key.doc_id, incident)) for key, incident in story.incidents.items()}
    found = {key: home[coded_as] for key, coded_as in stands_for.items() if coded_as}
    alone: dict[EventKey, Hashable] = {key: found.get(key, key) for key in story.incidents}
    return Linkage(
        b3=_b3({key: story.incidents[key] for key in found}, found),
        strict_b3=_b3(story.incidents, alone),
        found=len(found) / len(story.incidents),
    )


def _b3(gold: Mapping[EventKey, Hashable], found: Mapping[EventKey, Hashable]) -> float:
    return _F1(defaultdict(float, chain_sums(clusters(gold), clusters(found))))


def main() -> None:
    """Print a line for each story and coding."""
    from tacitus.flow import Coder, one  # noqa: PLC0415  the model loads slowly

    coder = Coder.load()
    for story in load_stories(Path(sys.argv[1]) if len(sys.argv) > 1 else STORIES):
        by_reader = [one(coded.report, coder) for coded in story.reports]
        for name, coded in (("by hand", story.reports), ("by the reader", by_reader)):
            scored = linkage(story, coded)
            print(
                f"{story.name:12} {name:14} B³ {scored.b3:.3f}  strict {scored.strict_b3:.3f}  found {scored.found:.2f}"
            )


if __name__ == "__main__":
    main()

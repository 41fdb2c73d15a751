"""The label sets of the reader, taken from the codebook and the records."""

from tacitus.codebook import load_codebook
from tacitus.model import Kind, Realis, Role
from tacitus.reading import Labels


def reader_labels(tag_heads: dict[str, tuple[str, ...]], text_heads: dict[str, tuple[str, ...]]) -> Labels:
    """The labels in the order of the network's outputs."""
    codebook = load_codebook()
    return Labels(
        categories=tuple(category.code for category in codebook.categories),
        modes=tuple(f"{category.code}/{mode.code}" for category in codebook.categories for mode in category.modes),
        acled=tuple(kind.name for kind in codebook.sub_event_types),
        realis=tuple(Realis),
        kinds=tuple(Kind),
        roles=tuple(Role),
        sectors=tuple(sector.code for sector in codebook.sectors),
        tag_heads=tag_heads,
        text_heads=text_heads,
    )


def sizes(labels: Labels) -> dict[str, int]:
    """How many labels of each sort, as the network wants to know."""
    return {
        name: len(getattr(labels, name))
        for name in ("categories", "modes", "acled", "realis", "kinds", "roles", "sectors", "traits")
    }

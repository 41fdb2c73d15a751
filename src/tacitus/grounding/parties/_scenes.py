"""What a whole report shows of its names: which are places."""

from collections import Counter
from itertools import pairwise

from tacitus.grounding.parties._chart import Item

PLACING = frozenset({"in", "near", "at", "around", "outside", "from", "to", "into", "towards", "toward"})


def located_in(items: tuple[Item, ...]) -> frozenset[str]:
    """The left-over names that stand behind a word of place more often than not."""
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for before, item in pairwise(items):
        if item.unknown and item.words[0].capital:
            seen[item.key] += 1
            placed[item.key] += before.key in PLACING
    return frozenset(key for key, n_placed in placed.items() if 2 * n_placed > seen[key])

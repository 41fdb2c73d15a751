"""What a whole report shows of its names: which are places, and which one armed group its strikes hit."""

from collections import Counter
from itertools import pairwise

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._named import entry_sense
from tacitus.grounding.parties._setting import Sense, Setting

PLACING = frozenset({"in", "near", "at", "around", "outside", "from", "to", "into", "towards", "toward"})
STRIKES = frozenset({"strike", "strikes", "airstrike", "airstrikes", "air"})
# Fewest words of strikes, and of mentions of the group, in a report of strikes on one group.
FEWEST_STRIKES = 3
FEWEST_MENTIONS = 3
# Share of the armed groups' mentions that the one group must have.
SHARE = 0.8


def located_in(items: tuple[Item, ...]) -> frozenset[str]:
    """The left-over names that stand behind a word of place more often than not."""
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for before, item in pairwise(items):
        if item.unknown and item.words[0].capital:
            seen[item.key] += 1
            placed[item.key] += before.key in PLACING
    return frozenset(key for key, n_placed in placed.items() if 2 * n_placed > seen[key])


def struck_in(items: tuple[Item, ...], setting: Setting) -> Sense | None:
    """The armed group of a report of strikes; None where there are few strikes, no group, or several."""
    if sum(item.words[0].key in STRIKES for item in items) < FEWEST_STRIKES:
        return None
    groups = Counter(setting.choose(item.entries) for item in items if item.entries)
    rebels = Counter({entry: n for entry, n in groups.items() if entry.sector == "REB" and not entry.person})
    if not rebels:
        return None
    entry, n_mentions = rebels.most_common(1)[0]
    if n_mentions < FEWEST_MENTIONS or n_mentions < SHARE * rebels.total():
        return None
    return entry_sense(entry, setting, "composition: thing struck")

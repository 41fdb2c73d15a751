"""A first look: reports that tell of no political violence and no contention are set aside before they are read.

A linear model over hashed words and pairs of words, in numpy, far faster than the reader. It errs on the
side of reading: its threshold is chosen for a recall of at least 0.98 on labelled reports (docs/relevance.md).
"""

from tacitus.relevance._features import N_FEATURES, features
from tacitus.relevance._look import NOT_RELEVANT, THRESHOLD, FirstLook

__all__ = ["NOT_RELEVANT", "N_FEATURES", "THRESHOLD", "FirstLook", "features"]

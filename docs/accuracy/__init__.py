"""The measured figures of the pages: how accurate the reader is, where it errs, how neutral it is.

    python -m docs.accuracy --records DIR --benchmarks FILE     after a new reader: measure, keep, and renew the pages
    python -m docs.accuracy                                     renew the pages from what is kept

What is kept lies in benchmarks/figures.json. In a page, what stands between `<!-- figures: NAME -->` and `<!-- end -->`
is written here, and nothing else; a test demands that it is what the kept figures give.
"""

from docs.accuracy._blocks import filled
from docs.accuracy._kept import KEPT, kept
from docs.accuracy._pages import PAGES, renewed

__all__ = ["KEPT", "PAGES", "filled", "kept", "renewed"]

"""A briefing from a ledger: one page that stands by itself, or Markdown.

    with Ledger.open("war.db", create=False) as ledger:
        page = briefing_as_html(briefing(ledger, Asked(countries=("SOM",))))

What goes into which figure is told in docs/briefing.md.
"""

from tacitus.analysis.briefing._briefing import Asked, Briefing, Dyad, Quote, Told, Total
from tacitus.analysis.briefing._gather import briefing
from tacitus.analysis.briefing._html import briefing_as_html
from tacitus.analysis.briefing._markdown import briefing_as_markdown

__all__ = [
    "Asked",
    "Briefing",
    "Dyad",
    "Quote",
    "Told",
    "Total",
    "briefing",
    "briefing_as_html",
    "briefing_as_markdown",
]

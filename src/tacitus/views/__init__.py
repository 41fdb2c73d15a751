"""Coded reports, incidents and chains for the eye: accounts for the terminal, pages for notebook and browser.

Both accounts of a report show the same lines, made once in `_account.py`. Every word of a report is foreign matter: it
is escaped, and what a terminal would obey is shown, not sent.
"""

from tacitus.views._chain import chain_as_svg, chain_as_terminal, chains_as_html
from tacitus.views._excerpt import around
from tacitus.views._html import as_html
from tacitus.views._incident import headline, incident_as_terminal
from tacitus.views._phrases import calendar_day, figure_in_words
from tacitus.views._terminal import as_terminal
from tacitus.views._visible import visible

__all__ = [
    "around",
    "as_html",
    "as_terminal",
    "calendar_day",
    "chain_as_svg",
    "chain_as_terminal",
    "chains_as_html",
    "figure_in_words",
    "headline",
    "incident_as_terminal",
    "visible",
]

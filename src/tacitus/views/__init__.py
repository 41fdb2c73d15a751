"""Coded reports for the eye: an account for the terminal and a page for the notebook.

Both show the same lines, made once in `_account.py`. Every word of a report is foreign matter: it is escaped, and
what a terminal would obey is shown, not sent.
"""

from tacitus.views._excerpt import around
from tacitus.views._html import as_html
from tacitus.views._terminal import as_terminal
from tacitus.views._visible import visible

__all__ = ["around", "as_html", "as_terminal", "visible"]

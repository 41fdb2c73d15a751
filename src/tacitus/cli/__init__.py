"""The command line: a thin skin over flow, records and views, one command a file.

Data goes to standard output; progress, rejections and the summary to standard error.
Exit status: 0 done, 1 some inputs were rejected, 2 misuse.
"""

from tacitus.cli._app import app, main

__all__ = ["app", "main"]

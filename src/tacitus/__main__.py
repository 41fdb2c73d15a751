"""`python -m tacitus`."""

from tacitus.cli import main

main()

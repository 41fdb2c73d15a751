"""`python -m tacitus`."""

from tacitus.cli import main

if __name__ == "__main__":  # each process of a pool imports this file under another name
    main()

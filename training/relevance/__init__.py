"""How the first look is trained: `python -m training.relevance --reports … --corpora …` (docs/relevance.md)."""

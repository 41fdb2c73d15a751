"""English Web Treebank in Universal Dependencies."""

from pathlib import Path

from training.corpora._files import text_of
from training.corpora._records import ParsedSentence, Terms
from training.corpora._tokens import found

TERMS = Terms(
    stated="CC BY-SA 4.0 (EWT). GUM, beside it, is CC BY-NC-SA 4.0 and is not read", weights="yes, share-alike"
)


def ewt(folder: Path, split: str) -> tuple[ParsedSentence, ...]:
    """Parsed sentences."""
    blocks = text_of(folder, f"en_ewt-ud-{split}.conllu").strip().split("\n\n")
    return tuple(_sentence(block.split("\n")) for block in blocks)


def _sentence(lines: list[str]) -> ParsedSentence:
    remarks = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    # Numbers such as 3-4 are multi-word tokens, 3.1 empty nodes: both repeat words.
    words = [fields for line in lines if (fields := line.split("\t"))[0].isdigit()]
    return ParsedSentence(
        id=remarks["sent_id"],
        text=remarks["text"],
        tokens=found(remarks["text"], (fields[1] for fields in words)),
        upos=tuple(fields[3] for fields in words),
        heads=tuple(int(fields[6]) for fields in words),
        relations=tuple(fields[7] for fields in words),
    )

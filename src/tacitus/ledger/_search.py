"""Full-text search: what people type, put to FTS5 or to PostgreSQL.

Words must all be there; "words in quotes" in that order; -without; word* for a beginning.
"""

import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, literal_column, not_, or_, select, text

from tacitus.ledger._tables import reports

_TERM: Final = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that stand one after the other; `beginning`: the last of them may go on."""

    words: tuple[str, ...]
    without: bool = False
    beginning: bool = False


def terms(query: str) -> tuple[Term, ...]:
    """What is looked for. Signs that mean nothing here are passed over, so that nothing typed is an error."""
    found = (_term(match) for match in _TERM.finditer(query))
    return tuple(term for term in found if term.words)


def matches(query: str, *, is_sqlite: bool) -> ColumnElement[bool]:
    """The condition that a row of `reports` holds what is looked for; none holds a query without a word."""
    found = terms(query)
    if not found:
        return false()
    condition = _in_sqlite if is_sqlite else _in_postgresql
    return and_(*(not_(condition(term)) if term.without else condition(term) for term in found))


def _term(match: re.Match[str]) -> Term:
    words = match["phrase"] if match["phrase"] is not None else match["word"]
    return Term(
        words=tuple(_WORDS.findall(words)),
        without=bool(match["no"]),
        beginning=match["phrase"] is None and words.endswith("*"),
    )


def _in_sqlite(term: Term) -> ColumnElement[bool]:
    phrase = '"' + " ".join(term.words) + '"' + ("*" if term.beginning else "")
    found: Select[tuple[int]] = (
        select(literal_column("rowid"))
        .select_from(text("report_search"))
        .where(literal_column("report_search").op("MATCH")(bindparam(None, phrase)))
    )
    return reports.c.id.in_(found)


def _in_postgresql(term: Term) -> ColumnElement[bool]:
    if term.beginning:
        query = func.to_tsquery("english", " <-> ".join((*term.words[:-1], f"{term.words[-1]}:*")))
    else:
        query = func.phraseto_tsquery("english", " ".join(term.words))
    # Words so common that PostgreSQL leaves them out ("the") are in every text.
    return or_(func.numnode(query) == 0, literal_column("reports.search").op("@@")(query))

"""The main text of a news page, with title, day and publisher (trafilatura, htmldate)."""

from typing import Any, Final
from urllib.parse import urlsplit

from trafilatura import bare_extraction

from tacitus.intake._refused import Code
from tacitus.intake.pages._furniture import without_furniture
from tacitus.intake.pages._markup import clean, text_of, tree_of

_PRUNED: Final = [
    "//figcaption", "//figure", "//aside", "//nav", "//form", "//*[@role='complementary']",
    "//*[contains(@class, 'caption') or contains(@class, 'byline') or contains(@class, 'read-more')]",
]  # fmt: skip

_MIN_CHARACTERS: Final = 140
"""Of the main text. Set: about one long sentence; less is an index page, a gallery or a video."""


def page(raw: bytes, url: str | None = None, charset: str | None = None, latest: str | None = None) -> dict[str, Any]:
    """Title, text, day, publisher of a page."""
    tree = tree_of(text_of(raw, charset))
    if tree is None:
        return _no_text()
    document = bare_extraction(
        tree,
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        prune_xpath=_PRUNED,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": latest},
    )
    if document is None or isinstance(document, dict):
        return _no_text()
    title = clean(document.title or "") or None
    lines = without_furniture([clean(line) for line in (document.text or "").split("\n")], title, document.author)
    if sum(map(len, lines)) < _MIN_CHARACTERS:
        return _no_text()
    return {
        "title": title,
        "text": "\n\n".join([title, *lines] if title else lines),
        "published": document.date,
        "source": clean(document.sitename or "") or _host(url) or None,
        "url": document.url,
    }


def _no_text() -> dict[str, Any]:
    return {"refused": Code.NO_MAIN_TEXT, "reason": "is a page without a main text; give the page of an article"}


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""

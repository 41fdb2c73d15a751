"""Sitemaps (sitemaps.org): the pages and further sitemaps that a site names."""

from datetime import date
from io import BytesIO
from typing import Any, Final

from lxml import etree

from tacitus.intake._refused import Code

_LOCATION: Final = "{*}loc"
_NEWS_DAY: Final = ".//{http://www.google.com/schemas/sitemap-news/0.9}publication_date"


def sitemap(raw: bytes) -> dict[str, Any]:
    """The addresses in their order, with the day of publication where a news sitemap tells it."""
    links = []
    try:
        # Entities are not resolved and nothing is loaded; libxml2's own limits on depth and names stay on.
        for _, element in etree.iterparse(
            BytesIO(raw), tag=("{*}url", "{*}sitemap"), resolve_entities=False, no_network=True, load_dtd=False
        ):
            if location := (element.findtext(_LOCATION) or "").strip():
                is_list = etree.QName(element).localname == "sitemap"
                links.append({"url": location, "is_list": is_list, "published": _day(element.findtext(_NEWS_DAY))})
            element.clear()
    except etree.XMLSyntaxError as error:
        if not links:
            return {"refused": Code.BROKEN_FILE, "reason": f"is broken XML ({str(error)[:80]}); mend it"}
    return {"links": links} if links else {"refused": Code.EMPTY, "reason": "is a sitemap without addresses"}


def _day(words: str | None) -> str | None:
    try:
        return date.fromisoformat((words or "").strip()[:10]).isoformat()
    except ValueError:
        return None

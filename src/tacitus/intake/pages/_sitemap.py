"""Sitemaps (sitemaps.org): the pages and further sitemaps that a site names."""

from datetime import date
from io import BytesIO
from typing import Any, Final

from lxml import etree

from tacitus.intake._refused import Code

_LOCATION: Final = "{*}loc"
_NEWS_DAY: Final = ".//{http://www.google.com/schemas/sitemap-news/0.9}publication_date"


def sitemap(raw: bytes) -> dict[str, Any]:
    """The addresses in their order, with the day of publication where a news sitemap tells it.

    What stands before a fault is given; `broken` then tells the fault.
    """
    links, broken = [], None
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
        broken = f"is broken XML ({str(error)[:80]}); mend it"
        if not links:
            return {"refused": Code.BROKEN_FILE, "reason": broken}
    if not links:
        return {"refused": Code.EMPTY, "reason": "is a sitemap without addresses"}
    return {"links": links, "broken": broken}


def _day(words: str | None) -> str | None:
    try:
        return date.fromisoformat((words or "").strip()[:10]).isoformat()
    except ValueError:
        return None

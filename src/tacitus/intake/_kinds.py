"""What an input is: by its name, by its content type, by its first bytes."""

import codecs
import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from tacitus.intake._settings import Kind

PACKED: Final = ".gz"
SUFFIXES: Final = {
    ".txt": Kind.TEXT,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".warc": Kind.WARC,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".eml": Kind.MAIL,
    ".xml": None,  # a feed or a sitemap: its first bytes tell
}

_TYPES: Final = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/json": Kind.JSON,
    "application/x-ndjson": Kind.JSONL,
    "text/csv": Kind.CSV,
    "application/warc": Kind.WARC,
    "message/rfc822": Kind.MAIL,
    "application/vnd.apache.parquet": Kind.PARQUET,
}

_MAGIC: Final = {Kind.PARQUET: b"PAR1", Kind.WARC: b"WARC/1."}

HEAD: Final = 4096
"""How many of the first bytes are looked at."""

_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*(?:\{|$))")
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|!--|[a-zA-Z])")
_SITEMAP: Final = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b")
_FEED: Final = re.compile(rb"<(?:rss|(?:\w{1,20}:)?feed|rdf:RDF)\b")
_MAIL: Final = re.compile(
    rb"(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]{1,40}): [^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)


def of_name(name: str) -> tuple[Kind | None, bool]:
    """The kind that a file's name tells, and whether the name is one that can hold reports."""
    path = PurePosixPath(name.lower())
    suffix = PurePosixPath(path.stem).suffix if path.suffix == PACKED else path.suffix
    return SUFFIXES.get(suffix), suffix in SUFFIXES


def of_answer(url: str, content_type: str, head: bytes) -> Kind:
    """The kind of what a URL gave."""
    found = of_head(head)
    if found in {Kind.FEED, Kind.SITEMAP, Kind.WARC, Kind.PARQUET}:  # often sent under another type
        return found
    return _TYPES.get(content_type) or of_name(urlsplit(url).path)[0] or found


def of_head(head: bytes) -> Kind:
    """The kind of which the first bytes look; text if of none."""
    for kind, begins in _MAGIC.items():
        if head.startswith(begins):
            return kind
    if _HTML.match(head):
        return Kind.PAGE
    if _XML.match(head) and (_SITEMAP.search(head) or _FEED.search(head)):
        return Kind.SITEMAP if _SITEMAP.search(head) else Kind.FEED
    if _JSON.match(head):
        return _of_json(head)
    return Kind.MAIL if _MAIL.match(head) else Kind.TEXT


def _of_json(head: bytes) -> Kind:
    """JSON over several lines breaks its first one after a sign; JSON Lines do not."""
    first, end, _ = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")
    goes_on = bool(end) and first.rstrip().endswith((b"{", b",", b":", b"["))
    return Kind.JSON if goes_on or first.startswith(b"[") else Kind.JSONL

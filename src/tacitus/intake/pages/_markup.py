"""HTML from bytes, and the plain text of a piece of it."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes
from ftfy import fix_encoding
from lxml import etree, html

_META: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u200b\u2060\ufeff\xad]")
_BLANKS: Final = re.compile(r"[^\S\n]+")

_SILENT: Final = {
    *("script", "style", "noscript", "template", "figure", "figcaption", "head", "title", "button", "form", "iframe"),
    "svg",
}
_BLOCKS: Final = {
    *("address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3"),
    *("h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
}


def text_of(raw: bytes, charset: str | None = None) -> str:
    """The page as characters: in the encoding of its mark, its server or its head, if it fits, else as it seems."""
    declared = _META.search(raw, 0, 4096)
    for name in ("utf-8-sig", charset, declared and declared[1].decode("ascii")):
        decoded = _decoded(raw, name) if name else None
        if decoded is not None:
            return decoded
    best = from_bytes(raw[:200_000]).best()
    return raw.decode(best.encoding if best else "cp1252", "replace")


def tree_of(content: str) -> html.HtmlElement | None:
    """The page as a tree, or nothing where there is no element. libxml2 cuts what is nested over 256 deep."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    bare = _CONTROL.sub("", _DECLARED.sub("", content))
    try:
        return html.document_fromstring(bare.encode(), parser=parser)
    except etree.ParserError:
        return None


def clean(text: str) -> str:
    """The text without controls, with wrongly decoded characters mended and blanks made single."""
    return _BLANKS.sub(" ", _CONTROL.sub("", fix_encoding(text))).strip()


def paragraphs(tree: html.HtmlElement) -> list[str]:
    """The text of each block in order, without scripts, pictures and forms."""
    parts: list[str] = []
    silent = 0
    for action, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        silent += (name in _SILENT) * (1 if action == "start" else -1)
        if name in _BLOCKS:
            parts.append("\n")
        text = element.text if action == "start" else element.tail
        if text and not silent:
            parts.append(text.replace("\n", " "))
    found = (clean(paragraph) for paragraph in "".join(parts).split("\n"))
    return [paragraph for paragraph in found if paragraph]


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        # A page that calls itself Latin-1 is Windows-1252, by the web's own rule (WHATWG Encoding).
        codec = codecs.lookup("cp1252" if codecs.lookup(name).name in {"iso8859-1", "ascii"} else name).name
        return raw.decode(codec)
    except (LookupError, UnicodeDecodeError):
        return None

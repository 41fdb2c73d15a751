"""Web pages, feeds, sitemaps and e-mails: what an author wrote, out of the markup around it.

The libraries that know the web's habits (trafilatura, htmldate, feedparser, lxml) can be made to run for hours or to
crash by markup written for it. They run in a process of their own, with a limit of time and memory: a hostile page
costs that process, never the run (`_warden.py`).
"""

from tacitus.intake.pages._read import read_feed, read_mail, read_page, read_record, read_sitemap

__all__ = ["read_feed", "read_mail", "read_page", "read_record", "read_sitemap"]

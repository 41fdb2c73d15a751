"""Fetching, politely and carefully: robots.txt, a pause between requests, limits of size and time, no private address.

Whoever names a feed lets its publisher decide what is fetched next. So each address is judged anew, after redirects
and after the names in it are resolved, and the connection is made to the very address that was judged (`_guard.py`).
"""

from tacitus.intake.web._fetch import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher"]

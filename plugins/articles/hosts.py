"""The part of an address that readers know."""

from urllib.parse import urlsplit


def host(url: str) -> str:
    """https://www.livemint.com/news/... as livemint.com"""
    return (urlsplit(url).hostname or url).removeprefix("www.")

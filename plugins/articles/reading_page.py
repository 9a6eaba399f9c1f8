"""The page about reading: what the kinds of text mean, addresses, keys, and the check of a text."""

from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.site import Site

from .kinds import KINDS


def reading_view(_library: Library, _site: Site) -> View:
    return {"kinds": KINDS}

"""Addresses that a record had under another id: each redirects to where its page is now."""

from collections.abc import Iterable, Iterator
from functools import partial

from plugins.archive.library import Library
from plugins.archive.model import SINGULAR
from plugins.archive.pages import Gone, Page, View
from plugins.archive.site import Site


def with_former(
    library: Library, kind: str, ref: str, offers: Iterable[Page | Gone]
) -> Iterator[Page | Gone]:
    """The pages of a record, and for each the same under its former ids. What is gone, is gone
    there too."""
    former = library.record(kind, ref).former
    for offer in offers:
        yield offer
        for old in former:
            address = f"{kind}/{old}{offer.path.removeprefix(f'{kind}/{ref}')}"
            if isinstance(offer, Gone):
                yield Gone(address, offer.why)
            else:
                make = partial(moved_view, kind, ref, offer.path)
                yield Page(address, "redirect", make, offer.why)


def moved_view(kind: str, ref: str, target: str, library: Library, _site: Site) -> View:
    """`target` is the output path that the older address leads to."""
    return {
        "moved": f"This {SINGULAR[kind]} has moved",
        "target": target,
        "title": library.heading(kind, ref).heading,
        "lang": None,
    }

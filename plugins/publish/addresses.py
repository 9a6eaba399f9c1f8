"""Which files the site has, and that no two of them stand at one address."""

from collections import Counter

from ..archive.content import Content
from ..archive.library import Library
from ..archive.pages import File, Page
from ..archive.permalinks import page_address
from ..archive.problems import Problem
from ..archive.signals import get_pages
from .assets import Assets


def collect(library: Library, theme: Assets) -> list[Page | File]:
    """Every file that the rooms and the theme offer, by address."""
    offered: list[Page | File] = list(theme.files)
    for _, pages in get_pages.send(library):
        offered.extend(pages)
    counts = Counter(page.path for page in offered)
    twice = sorted(path for path, count in counts.items() if count > 1)
    if twice:
        raise ValueError(f"two rooms offer the same address: {', '.join(twice)}")
    return sorted(offered, key=lambda page: page.path)


def clashes(pages: list[Page | File], content: Content) -> list[Problem]:
    """Hand-written pages at an address of the archive's own."""
    taken = {page.path for page in pages}
    return [
        Problem(
            content.shown(f"pages/{name}.md"),
            1,
            "address-taken",
            f"{page_address(name)} is an address of the archive's own; rename the page",
        )
        for name in sorted(content.pages)
        if page_address(name) in taken
    ]

"""How to cite an article: the report first, then where it was read."""

from dataclasses import dataclass

from plugins.archive.days import long_day
from plugins.archive.model import Article
from plugins.archive.permalinks import article_address
from plugins.archive.site import Site

KEPT = {
    "full": " Kept in",
    "excerpt": " Excerpt in",
    "digest": "",
    "metadata": " Recorded in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Authors. “Title.” Digest of Mint, 6 April 2021. *Cuttings*, address.

    Authors and title are in the article's language, the rest is in English.
    """

    authors: str
    title: str
    report: str
    site: str
    address: str


def citation(article: Article, source: str, site: Site) -> Citation:
    """The bylines of a report are not those of a digest, so a digest names the paper alone."""
    digest = article.text == "digest"
    ended = article.title.endswith((".", "?", "!", "।"))
    address = article_address(article.id)
    return Citation(
        authors="" if digest or not article.authors else f"{listed(article.authors)}.",
        title=f"“{article.title}”" if ended else f"“{article.title}.”",
        report=(
            f"{'Digest of ' if digest else ''}{source}, {long_day(article.date.day)}."
            f"{KEPT[article.text]}"
        ),
        site=site.name,
        address=site.absolute(address) or address,
    )


def listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

"""A page as a browser saves it: an article among all that a newspaper puts around one.

As large as the middle one of the pages that `bench-import` measures with (115 kB, 135 links), so
that reading one takes as long.
"""

import json
from collections.abc import Iterator
from html import escape

from ..drafts import Draft

LINKS, TEASERS, SCRIPT = 50, 35, 90_000  # in the menu and at the foot, beside; characters


def saved_page(article: Draft, title: str, address: str) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{article.day}T09:30:00+05:30",
        "author": [{"@type": "Person", "name": "Asha Example"}],
        "publisher": {"@type": "Organization", "name": article.source.heading},
    }
    return "\n".join([
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        f"<title>{escape(title)} | {escape(article.source.heading)}</title>",
        f'<link rel="canonical" href="{escape(address)}">',
        f'<meta property="og:title" content="{escape(title)}">',
        f'<script type="application/ld+json">{json.dumps(told)}</script>',
        f"<script>var data = {json.dumps('x' * SCRIPT)};</script></head><body>",
        *box("nav", "menu", LINKS),
        f"<main><article><h1>{escape(title)}</h1>",
        '<div class="byline">By <a href="/asha">Asha Example</a></div>',
        f'<time datetime="{article.day}">{article.day}</time>',
        '<figure><img src="a.jpg" alt="A street"><figcaption>A street. '
        '<span class="credit">Photo: Asha Example</span></figcaption></figure><div class="text">',
        *(f"<p>{escape(text)}</p>" for text in article.body.split("\n\n")),
        "</div></article>",
        *box("aside", "more", TEASERS),
        "</main>",
        *box("footer", "foot", LINKS),
        "</body></html>\n",
    ])  # fmt: skip


def box(tag: str, name: str, links: int) -> Iterator[str]:
    """Links to other pages of the paper, as every page has them."""
    yield f'<{tag} class="{name}"><ul>'
    for number in range(links):
        address = f"/news/section-{number % 9}/another-story-of-the-day-{number}"
        words = f"Another story of the day that has the number {number}"
        yield f'<li class="{name}-item"><a class="link" href="{address}">{words}</a></li>'
    yield f"</ul></{tag}>"

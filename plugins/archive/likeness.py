"""What two articles may not have in common, and what an article's text leans on.

The checks compare articles by these; the store keeps them, so that a changed article is
compared with those that are like it and not with all.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b, sha256

from .model import Article
from .permalinks import article_address, resolve
from .text.body import links


def likeness(article: Article) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What no two articles should have in common: (key of the front matter, name, value)."""
    if article.source_url:
        yield "source_url", "source_url", ("url", article.source_url)
    day = article.date.day.isoformat()
    yield "title", "title, day and source", (article.title.casefold(), day, article.source)
    digest = digest_of_words(article.body)
    if digest:
        yield "title", "text", ("text", digest)


@lru_cache(maxsize=128)  # the checks ask, and then the store
def digest_of_words(body: str) -> str:
    """Of a text, however its lines are broken; empty for a line or two, which may well be the
    same."""
    words = " ".join(body.split())
    return sha256(words.encode()).hexdigest() if len(words) > 200 else ""


def keys(article: Article) -> Iterator[bytes]:
    """Digests of all that no other article may have: likenesses, its address, older ones."""
    for _, _, value in likeness(article):
        yield short("\0".join(value))
    for address in (article_address(article.id), *article.aliases):
        yield short(f"address\0{address.casefold()}")


def short(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=12).digest()


def leans_on(article: Article) -> Iterator[str]:
    """Content files that an article links to, shows or was taken from."""
    path = f"articles/{article.id}.md"
    if "](" in article.body or "]:" in article.body or "<" in article.body:
        for _, target in links(article.body):
            found = resolve(path, target)
            if found is not None:
                yield found
    for image in article.images:
        if image.file:
            yield f"images/{image.file}"
    if article.capture and article.capture.file:
        yield f"captures/{article.capture.file}"

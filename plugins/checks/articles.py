"""What can be wrong with an article besides its keys: its place, its twins, its links."""

from collections.abc import Iterator
from hashlib import sha256

from ..archive.content import Content
from ..archive.model import Article, may_publish_image
from ..archive.permalinks import article_address, content_address, resolve
from ..archive.text.body import links

Found = Iterator[tuple[str, tuple[str | int, ...], str, str]]


def year_of_folder(content: Content) -> Found:
    for id_, article in sorted(content.articles.items()):
        if int(id_[:4]) != article.date.day.year:
            yield (
                f"articles/{id_}.md",
                ("date",),
                "wrong-year",
                f"the date is in {article.date.day.year} but the file stands in {id_[:4]}/; "
                "correct the date or move the file",
            )


def twins(content: Content) -> Found:
    """Two articles alike: the same source address, or the same title, day and source."""
    addresses: dict[str, str] = {}
    titles: dict[tuple[str, str, str], str] = {}
    bodies: dict[str, str] = {}
    for id_, article in sorted(content.articles.items()):
        keys = (article.title.casefold(), str(article.date.day), article.source)
        body = " ".join(article.body.split())
        for seen, key, where in (
            (addresses, article.source_url, "source_url"),
            (titles, keys, "title"),
            (bodies, body if len(body) > 200 else None, "title"),
        ):
            if not key:
                continue
            first = seen.setdefault(key, id_)  # type: ignore[attr-defined]  # three kinds of key
            if first != id_:
                yield (
                    f"articles/{id_}.md",
                    (where,),
                    "duplicate-article",
                    f"this is like articles/{first}.md; keep one of the two",
                )
                break


def dead_links(content: Content) -> Found:
    """Relative links in a text must lead to a content file that becomes a page."""
    texts = [(f"articles/{id_}.md", a.body) for id_, a in sorted(content.articles.items())]
    texts += [(f"pages/{name}.md", page.body) for name, page in sorted(content.pages.items())]
    for path, body in texts:
        if "](" not in body and "]:" not in body and "<a" not in body:
            continue
        for link, target in links(body):
            found = resolve(path, target)
            if found is None or found not in content.paths or content_address(found) is None:
                yield (
                    path,
                    ("body", line_of(body, link)),
                    "dead-link",
                    f"the link {link} leads to no article, record or page; "
                    "write the path of its file, such as ../2021/name.md",
                )


def line_of(body: str, link: str) -> int:
    """The line of the body, from 0, in which a link stands."""
    for number, line in enumerate(body.split("\n")):
        if link in line:
            return number
    return 0


def files(content: Content) -> Found:
    """Captures and images that an article names must be there, and be the same bytes."""
    for id_, article in sorted(content.articles.items()):
        path = f"articles/{id_}.md"
        yield from capture_file(content, path, article)
        for index, image in enumerate(article.images):
            if image.file is None:
                continue
            if image.file not in content.images:
                yield (
                    path,
                    ("images", index, "file"),
                    "missing-file",
                    f"there is no content/images/{image.file}; add it or remove this line",
                )
            elif may_publish_image(image.rights) and not image.alt:
                yield (
                    path,
                    ("images", index),
                    "missing-alt",
                    "say in `alt` what the image shows, for those who cannot see it",
                )


def capture_file(content: Content, path: str, article: Article) -> Found:
    capture = article.capture
    # Captures are private and need not travel with the repository: an absent one is no fault.
    if capture is None or capture.file not in content.captures:
        return
    data = (content.folder / "captures" / capture.file).read_bytes()
    if sha256(data).hexdigest() != capture.sha256:
        yield (
            path,
            ("capture", "sha256"),
            "changed-capture",
            f"content/captures/{capture.file} has another digest; put the original file back",
        )


def aliases(content: Content) -> Found:
    """An older address must not be the address of another article, nor be claimed twice."""
    taken = {article_address(id_): id_ for id_ in content.articles}
    for id_, article in sorted(content.articles.items()):
        for index, alias in enumerate(article.aliases):
            owner = taken.setdefault(alias, id_)
            if owner != id_ or alias == article_address(id_):
                yield (
                    f"articles/{id_}.md",
                    ("aliases", index),
                    "alias-taken",
                    f"{alias} is the address of articles/{owner}.md; remove this alias",
                )


def empty_texts(content: Content) -> Found:
    """An article with nothing to show says so with `text: metadata`, and then shows nothing."""
    for id_, article in sorted(content.articles.items()):
        if article.withdrawn or bool(article.body.strip()) != (article.text == "metadata"):
            continue
        yield (
            f"articles/{id_}.md",
            ("text",),
            "empty-text" if article.text != "metadata" else "text-not-shown",
            "no text stands below the front matter; add it, or write `text: metadata`"
            if article.text != "metadata"
            else "a text stands below, but `text: metadata` shows none; remove one of the two",
        )

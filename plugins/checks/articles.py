"""What can be wrong with an article besides its keys: its place, its twins, its files."""

from collections.abc import Iterator
from hashlib import file_digest

from ..archive.content import Content
from ..archive.likeness import likeness
from ..archive.model import Article, may_publish_image
from ..archive.permalinks import article_address

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
    """Two articles alike. A withdrawn one may stand beside the one that was kept."""
    seen: dict[tuple[str, ...], str] = {}
    for id_, article in sorted(content.articles.items()):
        if article.withdrawn:
            continue
        # All are noted before one is told: so it hangs on nothing but those alike.
        firsts = [
            (where, what, seen.setdefault(key, id_)) for where, what, key in likeness(article)
        ]
        for where, what, first in firsts:
            if first != id_:
                yield (
                    f"articles/{id_}.md",
                    (where,),
                    "duplicate-article",
                    f"articles/{first}.md has the same {what}; keep one of the two",
                )
                break


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
    try:
        with (content.folder / "captures" / capture.file).open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        message = f"content/captures/{capture.file}: {error.strerror}; check its permissions"
        yield path, ("capture", "file"), "unreadable", message
        return
    if digest != capture.sha256:
        yield (
            path,
            ("capture", "sha256"),
            "changed-capture",
            f"content/captures/{capture.file} has another digest; put the original file back",
        )


def aliases(content: Content) -> Found:
    """An older address must not be the address of another article, nor be claimed twice."""
    # Without regard to case: on many file systems the two would be one file.
    taken = {article_address(id_).casefold(): id_ for id_ in content.articles}
    for id_, article in sorted(content.articles.items()):
        for index, alias in enumerate(article.aliases):
            if alias.casefold() in taken:
                owner = taken[alias.casefold()]
                yield (
                    f"articles/{id_}.md",
                    ("aliases", index),
                    "alias-taken",
                    f"{alias} already leads to articles/{owner}.md; remove this alias",
                )
            taken.setdefault(alias.casefold(), id_)

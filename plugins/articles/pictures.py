"""Pictures: those that may be shown, and the frames of those that may not."""

from dataclasses import dataclass

from plugins.archive.library import Library
from plugins.archive.model import Article, Image, may_publish_image
from plugins.archive.site import Site

from .rights import Statement, statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture. `path` is None where it is withheld, and `reason` says why."""

    path: str | None
    alt: str
    caption: str | None
    credit: str | None
    notice: str | None
    rights: Statement | None
    reason: str


def image_bytes(file: str, library: Library, _site: Site) -> bytes:
    return library.image_bytes(file)


def kept(article: Article, library: Library) -> frozenset[str]:
    """Those of an article's picture files that are published."""
    files = (image.file for image in article.images if image.file)
    return frozenset(file for file in files if library.shows_image(file))


def pictures(article: Article, kept: frozenset[str]) -> list[Picture]:
    return [picture(image, kept) for image in article.images]


def picture(image: Image, kept: frozenset[str]) -> Picture:
    reason = withheld(image, kept)
    return Picture(
        path=None if reason else f"images/{image.file}",
        alt=image.alt or "",
        caption=image.caption or (image.alt if reason else None),
        credit=image.credit,
        notice=image.notice if reason else None,
        rights=None if reason or image.rights is None else statement(image.rights),
        reason=reason,
    )


def withheld(image: Image, kept: frozenset[str]) -> str:
    """Why a picture is not shown; empty if it is."""
    if forbidden(image):
        return "Its terms rule out archives."
    if image.rights is None:
        return "Its rights are not recorded, so it is not shown."
    if not may_publish_image(image.rights):
        words = statement(image.rights).words
        return f"{words}: not everybody may keep it, so it is not shown."
    if image.file not in kept:
        return "There is no copy of it here."
    return ""


def forbidden(image: Image) -> bool:
    return image.rights == "no-archive"

"""The pictures of a page that may come into the archive, with their files made clean."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from ...archive.content import IMAGE_ENDINGS
from ...archive.picture_data import Hidden, PictureError, forbidding
from ..pictures import Cleaned, Verdict, clean, judge, read
from .figures import Figure, figures_of
from .pages import PICTURE_BYTES, SavedPage

MOST = 60  # pictures of a page's folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A picture of a page: what may be done with it, and its clean file if it comes in.

    `element` is the `figure` or the `img` that it is in the page; `note` tells a reviewer why
    it came in or why not.
    """

    element: Any
    alt: str
    verdict: Verdict
    picture: Cleaned | None
    note: str


def brought(tree: Any, page: SavedPage, said: str | None) -> tuple[Brought, ...]:
    """Judge each picture of a page's article; `said` is the rights code that the curator names."""
    return tuple(bring(figure, page.pictures, said) for figure in figures_of(tree, page.address))


def bring(figure: Figure, pictures: Mapping[str, bytes], said: str | None) -> Brought:
    data = bytes_of(figure, pictures)
    file, fault = look(data)
    verdict = judge(figure.texts, figure.declared, file, said)
    picture = None
    if verdict.may_come_in and forbidding(figure.unplaced) is not None:
        verdict = Verdict(None, "a notice forbids a picture of the page, which may be this one")
    if verdict.may_come_in and fault is None:
        try:
            picture = clean(data or b"")
        except PictureError as error:
            fault = str(error)
    note = verdict.why if fault is None or not verdict.may_come_in else f"{verdict.why}; {fault}"
    return Brought(
        element=figure.element, alt=figure.alt, verdict=verdict, picture=picture, note=note
    )


def look(data: bytes | None) -> tuple[Hidden | None, str | None]:
    """What is hidden in a file, or why it can't be had."""
    if data is None:
        return None, "its file is not in the capture"
    try:
        return read(data), None
    except PictureError as error:
        return None, str(error)


def bytes_of(figure: Figure, pictures: Mapping[str, bytes]) -> bytes | None:
    """The picture's file: within its address, or saved under one of its addresses."""
    for address in figure.addresses:
        if address.startswith("data:"):
            return within(address)
        for name in (address, unquote(address.removeprefix("./"))):
            if name in pictures:
                return pictures[name]
    return None


def within(address: str) -> bytes | None:
    """The bytes that a `data:` address holds."""
    head, _, body = address.partition(",")
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)[: PICTURE_BYTES + 1]
    try:
        return base64.b64decode(unquote(body)[: 2 * PICTURE_BYTES])
    except (binascii.Error, ValueError):
        return None


def beside(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The pictures in the folder that a browser saved with a page, as the page names them."""
    found = [
        file
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in IMAGE_ENDINGS and file.is_file() and not file.is_symlink()
    ]
    for file in found[:MOST]:
        if file.stat().st_size <= PICTURE_BYTES:
            yield f"{folder.name}/{file.name}", file.read_bytes()

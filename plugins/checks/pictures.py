"""What is hidden in the files of pictures: where they were taken, and notices that forbid them."""

from collections.abc import Iterator

from ..archive.content import Content
from ..archive.picture_data import Hidden, PictureError, hidden
from .references import Found


def hidden_data(content: Content) -> Found:
    """Pictures under content/images/ that tell too much, or may not be there."""
    for name in sorted(content.images):
        try:
            data = (content.folder / "images" / name).read_bytes()
        except OSError:
            continue  # said where it is missing or can't be read
        for code, message in faults_of(data):
            yield f"images/{name}", (), code, message


def faults_of(data: bytes) -> Iterator[tuple[str, str]]:
    """What is wrong with one file, by its bytes alone: a caller may remember it."""
    try:
        found = hidden(data)
    except PictureError as error:
        yield "broken-picture", f"{error}; save it again or remove it"
        return
    yield from told(found)


def told(found: Hidden) -> Iterator[tuple[str, str]]:
    if found.has_place:
        yield "picture-place", "the file tells where it was taken; take out its EXIF data"
    notice = found.notice
    if notice is not None:
        where, text = notice
        shown = text if len(text) <= 80 else f"{text[:79]}…"
        yield (
            "picture-notice",
            f'its {where} says "{shown}"; remove the file, and give the image rights: no-archive',
        )

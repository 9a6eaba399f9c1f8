"""What is hidden in the files of pictures: where they were taken, and notices that forbid them."""

from collections.abc import Iterator

from ..archive.content import Content
from ..archive.picture_data import PictureError, hidden
from .references import Found


def hidden_data(content: Content) -> Found:
    """Pictures of articles whose files tell too much, or may not be there.

    Only those that an article names are read: where articles that didn't change are left out,
    so are their pictures.
    """
    for id_, article in sorted(content.articles.items()):
        for index, image in enumerate(article.images):
            if image.file is None or image.file not in content.images:
                continue  # said by another check
            try:
                data = (content.folder / "images" / image.file).read_bytes()
            except OSError:
                continue  # said where files are looked at
            for code, message in faults_of(data):
                shown = content.shown(f"images/{image.file}")
                place = ("images", index, "file")
                yield f"articles/{id_}.md", place, code, f"{shown} {message}"


def faults_of(data: bytes) -> Iterator[tuple[str, str]]:
    """What is wrong with a file, by its bytes alone."""
    try:
        found = hidden(data)
    except PictureError:
        return  # nothing can be read in it, by us or by others
    if found.has_place:
        yield "picture-place", "tells where it was taken; remove the EXIF data from it"
    if found.notice is not None:
        where, text = found.notice
        shown = text if len(text) <= 80 else f"{text[:79]}…"
        remedy = "remove it, and give the image `rights: no-archive`"
        yield "picture-notice", f'may not be kept, by its {where}: "{shown}"; {remedy}'

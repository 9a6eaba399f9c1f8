"""Pictures of a page: which may come into the archive, and their files without hidden data.

A picture comes in with an explicit licence only: declared for it by the page or by its own file,
or said by the curator. A notice goes before all of these: such a picture is flagged, and its file
stays out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ..archive.content import MAX_IMAGE_BYTES
from ..archive.licences import code_of
from ..archive.model import may_publish_image
from ..archive.notices import mark_in, notice_in
from ..archive.picture_data import BROKEN, Hidden, PictureError, forbidding, hidden, opened

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST = 100  # pixels of the longer side; what is smaller is a sign, or counts readers
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif", "GIF": ".png"}
NO_LICENCE = "no licence is declared"
WRITTEN_AS = {"GIF": "PNG"}
QUALITY = 90  # where a file's own tables can't be used again

Texts = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be done with a picture: its rights code, "no-archive", or None; and why."""

    rights: str | None
    why: str
    notice: str = ""

    @property
    def may_come_in(self) -> bool:
        return may_publish_image(self.rights)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture's file with nothing in it but the picture."""

    data: bytes
    ending: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A picture that comes in: what it shows, its rights code and why, its file."""

    alt: str
    rights: str
    why: str
    file: Cleaned


def judge(printed: Texts, declared: Texts, file: Hidden | None, said: str | None) -> Verdict:
    """What the page and the file of a picture allow.

    `printed` are all texts that belong to it, each with its place: caption, credit, what stands
    in hidden attributes and in JSON-LD. `declared` are the licences named for it alone. `said` is
    the code that the curator names.
    """
    found = forbidden_by(printed) or (file.notice if file else None)
    if found is not None:
        return Verdict("no-archive", f"a notice or an agency's mark in {found[0]}", found[1])
    codes: dict[str, str] = {}
    for where, value in declared:
        code = code_of(value)
        if code is None:
            return Verdict(None, f"{where} names a licence that has no code here: {value}")
        codes.setdefault(code, where)
    for where, code in file.licences if file else ():
        codes.setdefault(code, where)
    if said is not None and not codes:
        codes[said] = "--images"
    if not codes:
        return Verdict(None, NO_LICENCE)
    if len(codes) > 1:
        shown = ", ".join(f"{code} ({where})" for code, where in sorted(codes.items()))
        return Verdict(None, f"its licences disagree: {shown}")
    ((code, where),) = codes.items()
    return Verdict(code, f"{code} by {where}")


def forbidden_by(printed: Texts) -> tuple[str, str] | None:
    """A notice anywhere; an agency's mark only where it is named as owner."""
    texts = list(printed)
    for where, text in texts:
        if where == "credit" and mark_in(text):
            return where, text
        if where in ("caption", "alt") and notice_in(text):
            return where, text
    return forbidding(texts)


def read(data: bytes) -> Hidden:
    """What a picture's file says; PictureError if it is too large or no picture."""
    if len(data) > MAX_IMAGE_BYTES:
        raise PictureError(f"it has over {MAX_IMAGE_BYTES // 1_000_000} MB")
    return hidden(data)


def clean(data: bytes) -> Cleaned:
    """The picture upright, in the colours of the web, without anything hidden in its file.

    Its pixels are written anew, a JPEG with its own tables, so that next to nothing is lost. A
    GIF becomes a PNG. PictureError for what is broken, moves, or is no picture of an article.
    """
    if len(data) > MAX_IMAGE_BYTES:
        raise PictureError(f"it has over {MAX_IMAGE_BYTES // 1_000_000} MB")
    image = opened(data)
    kind = str(image.format)
    if max(image.size) < SMALLEST:
        raise PictureError(f"it is only {image.width} by {image.height} pixels")
    if getattr(image, "n_frames", 1) > 1:
        raise PictureError("it moves; save one of its pictures by itself")
    try:
        image.load()
        plain = upright(image)
        written = write(plain, kind, image, is_lossless=data[12:16] == b"VP8L")
    except BROKEN as error:
        raise PictureError(f"it is broken ({type(error).__name__}); save it again") from error
    left = hidden(written)
    if left.texts or left.has_place:
        raise AssertionError(f"hidden data are left in a picture: {left}")
    if len(written) > MAX_IMAGE_BYTES:
        raise PictureError("written anew it has over 20 MB; make it smaller")
    return Cleaned(written, ENDINGS[kind], *plain.size)


def upright(image: "Image") -> "Image":
    """A copy that stands as the camera was held, in sRGB, with nothing but pixels."""
    from PIL import ImageOps

    turned = in_srgb(ImageOps.exif_transpose(image))
    plain = turned.copy()
    transparency = turned.info.get("transparency")
    plain.info = {} if transparency is None else {"transparency": transparency}
    return plain


def in_srgb(image: "Image") -> "Image":
    """Colours as browsers show them without a profile."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    wanted = {"CMYK": "RGB", "RGB": "RGB", "RGBA": "RGBA"}.get(image.mode)
    if profile and wanted:
        try:
            changed = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"),
                outputMode=wanted,
            )  # fmt: skip
        except (ImageCms.PyCMSError, OSError, ValueError):
            changed = None  # a broken profile: browsers go without it too
        if changed is not None:
            return changed
    return image if image.mode in MODES else image.convert("RGB")


MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})


def write(image: "Image", kind: str, first: "Image", *, is_lossless: bool) -> bytes:
    """The file's bytes, the same for the same picture."""
    stream = BytesIO()
    kind = WRITTEN_AS.get(kind, kind)
    if kind == "JPEG":
        flat = image if image.mode in ("L", "RGB") else image.convert("RGB")
        tables = getattr(first, "quantization", None)
        if tables and first.mode == flat.mode:
            flat.save(stream, "JPEG", qtables=tables, subsampling=sampling(first), optimize=True)
        else:
            flat.save(stream, "JPEG", quality=QUALITY, optimize=True)
    elif kind == "WEBP":
        image.save(stream, "WEBP", quality=QUALITY, lossless=is_lossless)
    elif kind == "AVIF":
        image.save(stream, "AVIF", quality=QUALITY, max_threads=1)
    else:
        image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def sampling(image: "Image") -> int:
    """How coarse a JPEG's colours are; 4:2:0 where it is none of the usual."""
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling

    found = get_sampling(image) if isinstance(image, JpegImageFile) else -1
    return found if found in (0, 1, 2) else 2

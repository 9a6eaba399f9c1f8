"""What a picture's file says besides the picture: where it was, whose it is, what is forbidden.

EXIF, IPTC, XMP and comments are read; pixels are not. Pillow and lxml are imported late: no build
needs them.
"""

import re
import struct
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .characters import CONTROL
from .licences import code_of
from .notices import mark_in, notice_in

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MOST_PIXELS = 50_000_000
LONGEST = 2_000  # characters of one text
# What Pillow raises for files that are none, or broken, besides its own kind of OSError.
BROKEN = (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, EOFError,
          OverflowError, struct.error)  # fmt: skip
EXIF_TEXTS = {
    0x010E: "ImageDescription",
    0x013B: "Artist",
    0x8298: "Copyright",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
}
TEXT_CHUNKS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
EXIF, GPS, USER_COMMENT = 0x8769, 0x8825, 0x9286
IPTC_TEXTS = {
    40: "Special Instructions",
    80: "By-line",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "Copyright Notice",
    120: "Caption",
}
# Where texts tell whose a picture is, so that an agency's name is its mark; elsewhere it may be
# what the picture is about.
OWNERS = re.compile(
    r"Copyright|Artist|By-line|Credit|Source|Instructions|rights|creator|owner|author|usageterms",
    re.IGNORECASE,
)
LICENCES = re.compile(r"license|rights|WebStatement|UsageTerms|Copyright", re.IGNORECASE)


class PictureError(Exception):
    """A file that is no picture, or one that can't be taken."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """The texts in a picture's file, each with its place, and whether it tells where it was."""

    texts: tuple[tuple[str, str], ...] = ()
    has_place: bool = False

    @property
    def notice(self) -> tuple[str, str] | None:
        """The first text that forbids to keep the picture, with its place."""
        return forbidding(self.texts)

    @property
    def licences(self) -> tuple[tuple[str, str], ...]:
        """Rights codes that it names, with their places."""
        found = ((where, code_of(text)) for where, text in self.texts if LICENCES.search(where))
        return tuple((where, code) for where, code in found if code)


def forbidding(texts: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The first of some texts with a notice, or with an agency's mark where owners are named."""
    for where, text in texts:
        if notice_in(text) or (OWNERS.search(where) and mark_in(text)):
            return where, text
    return None


def hidden(data: bytes) -> Hidden:
    """Read what a file says; PictureError if it is no picture that may be here."""
    image = opened(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            texts, has_place = read(image, data)
    except BROKEN as error:
        raise PictureError(f"its hidden data are broken ({type(error).__name__})") from error
    shown = ((where, cleaned(text)) for where, text in texts)
    return Hidden(tuple(dict.fromkeys((w, t) for w, t in shown if t)), has_place)


def read(image: "ImageFile", data: bytes) -> tuple[list[tuple[str, str]], bool]:
    """All texts with their places, and whether one tells where the picture was taken."""
    if image.format == "PNG" and any(chunk in behind_pixels(data) for chunk in TEXT_CHUNKS):
        image.load()
    xmp = image.info.get("xmp") or b""
    xmp = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    texts = [*exif_texts(image), *iptc_texts(image), *info_texts(image), *xmp_texts(xmp)]
    return texts, bool(image.getexif().get_ifd(GPS)) or b"GPSLatitude" in xmp


def behind_pixels(data: bytes) -> bytes:
    """The end of a PNG, where texts may stand as well as in front."""
    return data[data.rfind(b"IDAT") :]


def opened(data: bytes) -> "ImageFile":
    """The picture, its pixels not yet read."""
    from PIL import Image

    with warnings.catch_warnings():
        # Warnings of a bomb come at half of what is refused below; others are of metadata.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise PictureError("it has too many pixels") from error
        except BROKEN as error:
            raise PictureError("it is no JPEG, PNG, WebP, AVIF or GIF, or broken") from error
    if image.width * image.height > MOST_PIXELS:
        raise PictureError(f"it has over {MOST_PIXELS // 1_000_000} million pixels")
    return image


def cleaned(text: str) -> str:
    return " ".join(CONTROL.sub(" ", text).split())[:LONGEST]


def exif_texts(image: "ImageFile") -> Iterator[tuple[str, str]]:
    exif = image.getexif()
    for tag, name in EXIF_TEXTS.items():
        if tag in exif:
            yield f"EXIF {name}", text_of(exif[tag])
    comment = exif.get_ifd(EXIF).get(USER_COMMENT)
    if comment:
        # Eight bytes say in which letters it is.
        yield "EXIF UserComment", text_of(comment[8:] if isinstance(comment, bytes) else comment)


def iptc_texts(image: "ImageFile") -> Iterator[tuple[str, str]]:
    from PIL import IptcImagePlugin

    for key, value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
        if key[0] == 2 and key[1] in IPTC_TEXTS:
            for one in value if isinstance(value, list) else [value]:
                yield f"IPTC {IPTC_TEXTS[key[1]]}", text_of(one)


def info_texts(image: "ImageFile") -> Iterator[tuple[str, str]]:
    """Comments, and the texts of a PNG, some of which come behind the pixels."""
    for key, value in image.info.items():
        if key == "comment":
            yield "comment", text_of(value)
        elif isinstance(value, str) and key not in ("xmp", "XML:com.adobe.xmp"):
            yield f"text {key}", value


def text_of(value: Any) -> str:
    """Bytes as text: UTF-16 where every second byte is zero, UTF-8 if they are, else Latin-1.

    Pillow gives the texts of EXIF as Latin-1, whatever they are.
    """
    if isinstance(value, str):
        try:
            value = value.encode("latin-1")
        except UnicodeEncodeError:
            return str(value)
    if not isinstance(value, bytes | tuple):
        return str(value)
    data = bytes(value)
    if len(data) > 1 and data.count(0) * 3 > len(data):
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def xmp_texts(xmp: bytes) -> Iterator[tuple[str, str]]:
    """Every text of the packet, under the name of the element or attribute it stands in."""
    if not xmp.strip(b"\0 \r\n\t"):
        return
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(xmp.rstrip(b"\0"), parser)
    for element in root.iter(etree.Element) if root is not None else ():
        name = etree.QName(element).localname
        # Lists and alternatives of texts stand in elements without a name of their own.
        for parent in element.iterancestors():
            if name not in ("li", "Alt", "Seq", "Bag", "Description"):
                break
            name = etree.QName(parent).localname
        if element.text and element.text.strip():
            yield f"XMP {name}", element.text
        for key, value in element.attrib.items():
            local = etree.QName(key).localname
            yield f"XMP {name if local in ('resource', 'lang') else local}", value

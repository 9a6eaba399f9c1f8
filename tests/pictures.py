"""Pictures made for tests, with whatever may be hidden in their files."""

from io import BytesIO
from typing import Any

from PIL import Image

GPS = {1: "N", 2: (55.0, 45.0, 0.0), 3: "E", 4: (37.0, 37.0, 0.0)}
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:cc="http://creativecommons.org/ns#"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" {attributes}>{elements}</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def drawn(width: int = 160, height: int = 120, mode: str = "RGB") -> Image.Image:
    """Red above, blue below, so that it is seen which way is up."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width, height // 2))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif(*, gps: bool = False, orientation: int = 1, **texts: str) -> Image.Exif:
    tags = {"description": 0x010E, "artist": 0x013B, "rights": 0x8298}
    made = Image.Exif()
    made[0x0112] = orientation
    for name, text in texts.items():
        made[tags[name]] = text
    if gps:
        made[0x8825] = GPS
    return made


def xmp(elements: str = "", attributes: str = "") -> bytes:
    return XMP.format(elements=elements, attributes=attributes).encode()


def with_iptc(jpeg: bytes, **texts: str) -> bytes:
    """A JPEG with a Photoshop block that holds IPTC texts."""
    numbers = {"instructions": 40, "credit": 110, "rights": 116}
    fields = b"".join(
        b"\x1c\x02" + bytes([numbers[name]]) + len(text).to_bytes(2, "big") + text.encode()
        for name, text in texts.items()
    )
    padded = fields + b"\0" * (len(fields) % 2)
    block = b"8BIM\x04\x04\0\0" + len(fields).to_bytes(4, "big") + padded
    body = b"Photoshop 3.0\0" + block
    return jpeg[:2] + b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body + jpeg[2:]

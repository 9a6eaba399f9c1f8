"""What the file of a picture says besides the picture."""

from contextlib import suppress

import pytest
from PIL import Image, PngImagePlugin

from plugins.archive.picture_data import PictureError, hidden, text_of
from tests.pictures import drawn, exif, saved, with_iptc, xmp


def png_with(key: str, text: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, text)
    return saved(drawn(), "PNG", pnginfo=info)


def late(png: bytes) -> bytes:
    """A PNG whose texts stand behind its pixels."""
    text = b"Copyright\0Reuters"
    import zlib

    chunk = b"tEXt" + text
    made = len(text).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    return png[:-12] + made + png[-12:]


NOTICES: list[tuple[str, bytes, tuple[str, str]]] = [
    ("EXIF rights", saved(drawn(), exif=exif(rights="(c) REUTERS")),
     ("EXIF Copyright", "(c) REUTERS")),
    ("EXIF artist", saved(drawn(), exif=exif(artist="Ana Rell/AFP")),
     ("EXIF Artist", "Ana Rell/AFP")),
    ("EXIF caption", saved(drawn(), exif=exif(description="A wall. No archives.")),
     ("EXIF ImageDescription", "A wall. No archives.")),
    ("IPTC instructions", with_iptc(saved(drawn()), instructions="NO ARCHIVES"),
     ("IPTC Special Instructions", "NO ARCHIVES")),
    ("IPTC credit", with_iptc(saved(drawn()), credit="Getty Images"),
     ("IPTC Credit", "Getty Images")),
    ("XMP element", saved(drawn(), xmp=xmp(
        "<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>PTI Photo</rdf:li></rdf:Alt></dc:rights>"
    )), ("XMP rights", "PTI Photo")),
    ("XMP attribute", saved(drawn(), xmp=xmp(attributes='photoshop:Instructions="Handout"')),
     ("XMP Instructions", "Handout")),
    ("comment", saved(drawn(), comment=b"mandatory credit"), ("comment", "mandatory credit")),
    ("PNG text", png_with("Copyright", "TASS"), ("text Copyright", "TASS")),
    ("PNG text behind", late(saved(drawn(), "PNG")), ("text Copyright", "Reuters")),
    ("WebP", saved(drawn(), "WEBP", exif=exif(rights="AP Photo")), ("EXIF Copyright", "AP Photo")),
    ("AVIF", saved(drawn(), "AVIF", exif=exif(rights="AP Photo")), ("EXIF Copyright", "AP Photo")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "data", "notice"), NOTICES, ids=[n[0] for n in NOTICES])
def test_notice_in_hidden_data_is_found(what: str, data: bytes, notice: tuple[str, str]) -> None:
    assert hidden(data).notice == notice


def test_agency_in_a_caption_is_no_mark() -> None:
    assert hidden(saved(drawn(), exif=exif(description="Outside the AP office."))).notice is None
    assert hidden(saved(drawn(), exif=exif(rights="© Ana Rell"))).notice is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_is_found(kind: str) -> None:
    assert hidden(saved(drawn(), kind, exif=exif(gps=True))).has_place
    assert not hidden(saved(drawn(), kind, exif=exif())).has_place


def test_place_in_xmp_is_found() -> None:
    packet = xmp(attributes='xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,45N"')
    assert hidden(saved(drawn(), xmp=packet)).has_place


BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("packet", "licences"),
    [
        (xmp(f'<cc:license rdf:resource="{BY}"/>'), (("XMP license", "CC-BY-4.0"),)),
        (xmp(attributes=f'xmpRights:WebStatement="{BY}"'), (("XMP WebStatement", "CC-BY-4.0"),)),
        (xmp("<xmpRights:UsageTerms>CC BY-SA 4.0</xmpRights:UsageTerms>"),
         (("XMP UsageTerms", "CC-BY-SA-4.0"),)),
        (xmp(attributes='xmpRights:WebStatement="https://harbourpost.example/terms"'), ()),
        (xmp(f"<dc:description>See {BY}</dc:description>"), ()),
        (b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><broken", ()),
        (b"\0\0", ()),
    ],
)  # fmt: skip
def test_licence_in_xmp_is_read(packet: bytes, licences: tuple[tuple[str, str], ...]) -> None:
    assert hidden(saved(drawn(), xmp=packet)).licences == licences


def test_xmp_reads_no_other_file() -> None:
    packet = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a><rights>&e;</rights></a>'
    assert hidden(saved(drawn(), xmp=packet)).texts == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no JPEG"),
        (b"GIF89a", "no JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no JPEG"),
        (saved(drawn(), "BMP"), "no JPEG"),
        (saved(Image.new("1", (8_000, 8_000)), "PNG"), "over 50 million pixels"),
        (saved(Image.new("1", (20_000, 20_000)), "PNG"), "too many pixels"),
    ],
)
def test_file_that_is_no_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(PictureError, match=why):
        hidden(data)


def test_broken_hidden_data_break_nothing_else() -> None:
    data = with_iptc(saved(drawn(), exif=exif(gps=True, rights="x"), xmp=xmp()), credit="Ana Rell")
    read = 0
    for place in range(2, 400, 3):
        broken = data[:place] + b"\xff\0\x80"[place % 3 : place % 3 + 1] + data[place + 1 :]
        with suppress(PictureError):
            hidden(broken)
            read += 1
    assert read > 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        (b"caf\xe9", "café"),
        ("Фото: ТАСС".encode().decode("latin-1"), "Фото: ТАСС"),
        ("Фото: ТАСС", "Фото: ТАСС"),
        ("Ana".encode("utf-16-le"), "Ana"),
        (7, "7"),
    ],
)
def test_texts_are_read_in_whatever_letters_they_are(value: object, text: str) -> None:
    assert text_of(value) == text

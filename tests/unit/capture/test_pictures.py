"""Which pictures come in, and what is left of their files."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.archive.picture_data import PictureError, hidden
from plugins.capture.pictures import Cleaned, clean, judge
from tests.pictures import drawn, exif, saved, with_iptc, xmp

BY = "https://creativecommons.org/licenses/by/4.0/"
OWN = hidden(saved(drawn(), xmp=xmp(f'<cc:license rdf:resource="{BY}"/>')))
REUTERS = hidden(saved(drawn(), exif=exif(rights="REUTERS"), xmp=xmp(
    f'<cc:license rdf:resource="{BY}"/>')))  # fmt: skip
NOTHING = hidden(saved(drawn()))

# printed texts, declared licences, the file, the curator's word; rights, part of why
CASES = [
    ([], [], NOTHING, None, None, "no licence is declared"),
    ([], [], None, None, None, "no licence is declared"),
    ([], [("JSON-LD license", BY)], NOTHING, None, "CC-BY-4.0", "CC-BY-4.0 by JSON-LD license"),
    ([], [], OWN, None, "CC-BY-4.0", "by XMP license"),
    ([], [], NOTHING, "CC0-1.0", "CC0-1.0", "by --images"),
    ([], [], OWN, "CC0-1.0", "CC-BY-4.0", "by XMP license"),
    ([], [("JSON-LD license", BY)], OWN, None, "CC-BY-4.0", "by JSON-LD license"),
    ([], [("JSON-LD license", "CC0")], OWN, None, None, "its licences disagree"),
    ([], [("JSON-LD license", "https://harbourpost.example/terms")], OWN, "CC0-1.0", None,
     "names a licence that has no code here"),
    ([("credit", "Ana Rell")], [], OWN, None, "CC-BY-4.0", "by XMP license"),
    ([("credit", "Ana Rell/REUTERS")], [], OWN, "CC0-1.0", "no-archive", "mark in credit"),
    ([("caption", "A wall. NO ARCHIVES")], [], OWN, None, "no-archive", "in caption"),
    ([("caption", "At the AP office.")], [], OWN, None, "CC-BY-4.0", "by XMP license"),
    ([("JSON-LD copyrightNotice", "PTI")], [], OWN, None, "no-archive", "JSON-LD copyrightNotice"),
    ([], [], REUTERS, "CC0-1.0", "no-archive", "mark in EXIF Copyright"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "declared", "file", "said", "rights", "why"), CASES)
def test_picture_comes_in_with_an_explicit_licence_only(
    printed, declared, file, said, rights, why
) -> None:
    verdict = judge(printed, declared, file, said)
    assert verdict.rights == rights
    assert why in verdict.why
    assert verdict.may_come_in is (rights is not None and rights.startswith("CC"))


def opened(made: Cleaned) -> Image.Image:
    image = Image.open(BytesIO(made.data))
    image.load()
    return image


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 30 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("kind", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")]
)
def test_nothing_hidden_is_left(kind: str, ending: str) -> None:
    data = saved(
        drawn(), kind, exif=exif(gps=True, rights="© Ana Rell", artist="Ana Rell"),
        xmp=xmp(f'<cc:license rdf:resource="{BY}"/>'),
    )  # fmt: skip
    if kind == "JPEG":
        data = with_iptc(data, credit="Ana Rell", instructions="see note")
    assert hidden(data).has_place
    made = clean(data)
    assert made.ending == ending
    left = opened(made)
    assert (left.width, left.height) == (made.width, made.height) == (160, 120)
    assert hidden(made.data).texts == ()
    for word in (b"Exif", b"GPS", b"xmp", b"Ana Rell", b"8BIM", b"creativecommons", b"ICC_"):
        assert word not in made.data


def test_comment_of_a_jpeg_is_taken_out() -> None:
    data = saved(drawn(), comment=b"made in Ember")
    assert b"made in Ember" in data
    assert b"made in Ember" not in clean(data).data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_stands_upright(orientation: int) -> None:
    # What a camera stores when it is held so.
    method = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    stored = drawn() if method is None else drawn().transpose(method)
    image = opened(clean(saved(stored, exif=exif(orientation=orientation))))
    assert image.size == (160, 120)
    assert near(image, (80, 20), (255, 0, 0))
    assert near(image, (80, 100), (0, 0, 255))


def test_cmyk_and_grey_become_what_browsers_show() -> None:
    cmyk = opened(clean(saved(drawn(mode="CMYK"))))
    assert cmyk.mode == "RGB"
    assert near(cmyk, (80, 20), (255, 0, 0))
    assert opened(clean(saved(drawn(mode="L")))).mode == "L"


def test_transparency_and_palette_stay() -> None:
    clear = drawn(mode="RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    assert opened(clean(saved(clear, "PNG"))).getpixel((0, 0)) == (0, 0, 0, 0)
    palette = drawn().quantize(4)
    made = clean(saved(palette, "GIF", transparency=0))
    assert made.ending == ".png"
    assert "transparency" in opened(made).info


def test_colours_of_a_profile_become_those_of_the_web() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = clean(saved(drawn(), icc_profile=profile))
    assert b"ICC_PROFILE" not in made.data
    assert near(opened(made), (80, 20), (255, 0, 0))
    assert clean(saved(drawn(), icc_profile=b"no profile")).width == 160


def test_same_picture_gives_the_same_bytes() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        data = saved(drawn(), kind, exif=exif(gps=True))
        assert clean(data) == clean(data)


def test_jpeg_keeps_nearly_all_it_had() -> None:
    from PIL import ImageChops

    noise = Image.effect_noise((200, 200), 60).convert("RGB")
    data = saved(noise, quality=75)
    before, after = Image.open(BytesIO(data)).convert("RGB"), opened(clean(data))
    extremes = ImageChops.difference(before, after).getextrema()
    assert max(high for _, high in extremes) <= 12


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (saved(drawn())[:-500] + b"", "broken"),
        (saved(drawn(60, 40)), "only 60 by 40 pixels"),
        (saved(drawn(), "GIF", save_all=True, append_images=[drawn(mode="L")]), "it moves"),
        (saved(drawn(), "WEBP", save_all=True, append_images=[drawn(mode="L")]), "it moves"),
        (saved(drawn(), "TIFF"), "no JPEG"),
        (saved(Image.new("1", (20_000, 20_000)), "PNG"), "too many pixels"),
        (b"\xff\xd8\xff" + bytes(20_000_000), "over 20 MB"),
    ],
    ids=["cut", "small", "GIF", "WebP", "TIFF", "bomb", "large"],
)
def test_unfit_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(PictureError, match=why):
        clean(data)

"""`python -m bench.screenshots`: how each kind of page looks, into docs/screenshots/.

Of the sample archive as it stands in `output/`, in two sizes and both colour schemes. They are
drawn with the fonts of this machine: the theme is made for TeX Gyre Pagella or Palatino, names in
Hindi and Tamil want Noto. Colours are reduced to a palette, which a page of type bears well, so
that a picture has a third of the bytes.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
SIZES = ((1280, 1600), (390, 1400))
SCHEMES = ("light", "dark")
COLOURS = 256
PAGES = {
    "home": "index.html",
    "article": "articles/2021/lavrov-jaishankar-new-delhi-2021.html",
    "event": "articles/2021/annual-summit-new-delhi-2021.html#event",
    "person": "people/sergey-lavrov.html",
    "place": "places/new-delhi.html",
    "organisation": "organisations/mea-india.html",
    "source": "sources/mint.html",
    "tag": "tags/defence.html",
    "people": "people/index.html",
    "map": "map.html",
    "collection": "collection.html",
    "timeline": "timeline.html",
    "years": "dates/index.html",
    "year": "dates/2021.html",
    "month": "dates/2021-04.html",
    "day": "dates/2021-07-09.html",
    "on-this-day": "dates/days.html#d07-09",
    "search": "search.html?q=lavrov",
    "data": "data/index.html",
    "feeds": "feeds.html",
}


def take(browser: Browser, address: str, width: int, height: int, scheme: str) -> bytes:
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.clock.install(time="2026-04-06T12:00:00Z")  # "on this day" is the same each day
    page.goto(address)
    page.wait_for_load_state("networkidle")
    shot = page.screenshot()
    page.close()
    return shot


def small(shot: bytes) -> bytes:
    written = io.BytesIO()
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    return written.getvalue()


def main(only: list[str]) -> int:
    site = (ROOT / "output").as_uri()
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        for name in only or PAGES:
            for width, height in SIZES:
                for scheme in SCHEMES:
                    shot = take(browser, f"{site}/{PAGES[name]}", width, height, scheme)
                    path = FOLDER / f"{name}-{width}-{scheme}.png"
                    path.write_bytes(small(shot))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

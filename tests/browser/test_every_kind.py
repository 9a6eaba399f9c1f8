"""What must hold of every page, on any screen: quiet, readable, nothing cut off."""

import pytest

from tests.browser.conftest import visit
from tests.browser.kinds import KINDS

# For what the style sheet does alike on all pages.
SOME = [pytest.param(KINDS[name], id=name) for name in ("front page", "article", "search")]
# Phones, a tablet; and a desktop's 1280 by 1024 at 400 % (WCAG 1.4.10).
SIZES = ((320, 640), (390, 844), (768, 1024), (320, 256))
# What A4 leaves between the margins that print.css asks for, in CSS pixels.
PAPER = {"width": 642, "height": 986}
# What sticks out to the right, unless a box of its own lets it be scrolled to: not on paper.
STICKING_OUT = """() => {
    const onPaper = matchMedia('print').matches;
    const holds = (element) => {
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (!onPaper && ['auto', 'scroll'].includes(style.overflowX)) return true;
            if (style.clipPath !== 'none') return true;  // visually hidden
        }
        return false;
    };
    const seen = (element) => element.checkVisibility() && element.getBoundingClientRect().width;
    const outside = (element) => {
        const box = element.getBoundingClientRect();
        return box.right > innerWidth + 1 || box.left < -1;
    };
    return [...document.body.querySelectorAll('*')]
        .filter((element) => outside(element) && seen(element) && !holds(element))
        .map((element) => element.outerHTML.slice(0, 160));
}"""


# What moved without anybody's doing. Those so far are told at once, but not in the same task.
SHIFTS = """() => new Promise((resolve) => {
    const shifts = [];
    const told = (entry) => entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120));
    new PerformanceObserver((list) => shifts.push(
        ...list.getEntries().filter((entry) => !entry.hadRecentInput).flatMap(told)
    )).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(shifts), 50);
})"""


def assert_nothing_moved(page):
    page.locator("[aria-busy]").wait_for(state="detached")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) == []


def assert_nothing_sticks_out(page):
    for box in ("documentElement", "body"):
        hidden = page.evaluate(f"getComputedStyle(document.{box}).overflowX")
        assert hidden == "visible", "what sticks out must be mended, not hidden"
    assert page.evaluate(STICKING_OUT) == []
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0


def test_a_page_is_quiet_over_http_and_nothing_moves(page, kind_address):
    page.set_viewport_size({"width": 1350, "height": 940})
    assert visit(page, kind_address).locator("h1").count() == 1
    assert_nothing_moved(page)


def test_a_page_is_quiet_and_styled_from_disk(page, kind, request):
    site, address = kind
    visit(page, f"{request.getfixturevalue(site).as_uri()}/{address}")
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Iowan')


def test_a_page_fits_a_small_screen_and_four_times_its_size(open_page, kind_address):
    page = visit(open_page(viewport={"width": 320, "height": 640}, has_touch=True), kind_address)
    assert_nothing_moved(page)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert_nothing_sticks_out(page)
    staying = """() => [...document.querySelectorAll('*')]
        .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position)).length"""
    assert page.evaluate(staying) == 0, "what stays in place would cover so small a screen"


def test_a_page_bears_letters_twice_as_large_and_more_space_between(open_page, kind_address):
    """WCAG 1.4.4 and 1.4.12."""
    page = open_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    visit(page, kind_address)
    page.add_style_tag(
        content="html { font-size: 200% } * { line-height: 1.5 !important;"
        "letter-spacing: .12em !important; word-spacing: .16em !important }"
        "p { margin-block-end: 2em !important }"
    )
    assert_nothing_sticks_out(page)


@pytest.mark.parametrize("kind", SOME, indirect=True)
def test_a_page_is_dark_where_the_system_is(page, kind_address):
    visit(page, kind_address)
    page.emulate_media(color_scheme="light")
    paper, ink = lightness(page)
    assert paper > ink + 300
    page.emulate_media(color_scheme="dark")
    paper, ink = lightness(page)
    assert ink > paper + 300


def lightness(page):
    """Of paper and of ink: 0 is black, 765 is white."""
    colours = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    return [sum(numbers(colour)) for colour in page.locator("body").evaluate(colours)]


def numbers(colour):
    return [float(part) for part in colour.strip("rgba()").split(",")[:3]]


def test_on_paper_there_is_text_and_nothing_to_press(open_page, kind_address):
    page = visit(open_page(color_scheme="dark"), kind_address)
    page.emulate_media(media="print")
    for gone in ("nav", "search", "button", "select", ".skip", "theme-switch"):
        assert [e for e in page.locator(gone).all() if e.is_visible()] == [], gone
    assert page.locator("h1").is_visible()
    paper, ink = lightness(page)
    assert paper > 700
    assert ink < 200
    page.set_viewport_size(PAPER)
    assert_nothing_sticks_out(page)


@pytest.mark.parametrize(
    "sticking", ["<p style='width:2000px'>x", "<p style='margin-left:-50px'>x"]
)
def test_what_sticks_out_is_seen(open_page, tmp_path, sticking):
    (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title>{sticking}")
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto((tmp_path / "x.html").as_uri())
    with pytest.raises(AssertionError):
        assert_nothing_sticks_out(page)


def test_what_moves_is_seen(page, tmp_path):
    (tmp_path / "x.html").write_text(
        "<!doctype html><title>x</title><p>Text<script>onload = () => setTimeout(() => "
        "{ document.body.style.paddingTop = '300px'; }, 100)</script>"
    )
    page.goto((tmp_path / "x.html").as_uri())
    page.wait_for_timeout(200)
    with pytest.raises(AssertionError):
        assert_nothing_moved(page)

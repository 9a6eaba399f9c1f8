"""An archive full of attacks, opened in a browser that is told to allow everything: still nothing
runs and nothing becomes an element. The policy is a second wall; this is about the first."""

import re
from shutil import copytree
from urllib.parse import quote

import pytest

from tests.building import pages
from tests.hostile import ATTACKS
from tests.hosting import hosted

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
# An older address sends its reader on at once, which leaves no time to look at it.
REFRESH = re.compile(r'<meta http-equiv="refresh"[^>]*>\n?')
WHAT_GOT_THROUGH = """() => {
    const ELEMENTS = new Set(['x-hurt', 'iframe', 'frame', 'object', 'embed', 'base', 'math',
        'audio', 'video', 'animate', 'style', 'textarea']);
    const KEYS = /^on|^style$|^srcdoc$|^formaction$|^autofocus$/;
    const ADDRESSES = /^(href|src|action|data|poster|cite|xlink:href)$/;
    const PROGRAM = /^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i;
    // An article's record as a file: saved, never opened, and of no type that runs.
    const TYPES = ['x-bibtex', 'x-research-info-systems', 'vnd.citationstyles.csl+json'];
    const saved = (e) => e.localName === 'a' && e.download && TYPES.some(
        (type) => e.getAttribute('href').startsWith(`data:application/${type};charset=utf-8,`));
    const here = (address) => new URL(address, location).origin === location.origin;
    const tests = {
        script: (e) => e.src ? !here(e.src) : e.type !== 'application/ld+json',
        link: (e) => e.relList.contains('stylesheet') && !here(e.href),
        form: (e) => !here(e.action),
        img: (e) => !/^(..\\/)*images\\/pixel.png$/.test(e.getAttribute('src')),
        meta: (e) => e.httpEquiv !== '',
    };
    const got = (e) => ELEMENTS.has(e.localName) || tests[e.localName]?.(e)
        || [...e.attributes].some(({name, value}) =>
            KEYS.test(name) || (ADDRESSES.test(name) && PROGRAM.test(value) && !saved(e)));
    const through = [...document.querySelectorAll('*')].filter(got)
        .map((e) => e.outerHTML.slice(0, 300));
    return typeof hurt === 'undefined' ? through : [...through, 'a script ran'];
}"""
# The fewest pages that an attack in every field makes, by folder.
FOLDERS = dict.fromkeys(
    ("", "articles", "dates", "organisations", "people", "places", "sources", "tags"), len(ATTACKS)
) | {"data": 1}


@pytest.fixture(scope="module")
def open_wide(hostile_site, tmp_path_factory):
    """The hostile site with no policy on its pages, served."""
    copy = copytree(hostile_site, tmp_path_factory.mktemp("hostile") / "site")
    for path in copy.rglob("*.html"):
        text, removed = POLICY.subn("", path.read_text("utf-8"))
        assert removed == 1, path
        path.write_text(REFRESH.sub("", text), "utf-8")
    with hosted(copy) as address:
        yield address


def groups(hostile_site):
    """Pages by their first folder: people, articles, dates..."""
    found = {}
    for page in pages(hostile_site):
        folder, slash, _ = page.partition("/")
        found.setdefault(folder if slash else "", []).append(page)
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_runs_and_nothing_becomes_an_element(page, open_wide, hostile_site, folder):
    found = groups(hostile_site)
    assert set(found) == set(FOLDERS)
    assert len(found[folder]) >= FOLDERS[folder]
    for name in found[folder]:
        page.goto(f"{open_wide}{name}")
        page.mouse.move(300, 300)
        assert page.evaluate(WHAT_GOT_THROUGH) == [], name


@pytest.mark.parametrize("attack", [pytest.param(a, id=name) for name, a in ATTACKS.items()])
def test_a_search_for_an_attack_runs_nothing(page, open_wide, attack):
    """In the address and in the field; hostile titles, names and snippets come back."""
    page.goto(f"{open_wide}search.html?q={quote(attack)}")
    page.locator("[data-part=found]:not(:empty)").wait_for()
    assert page.get_by_label("Search the archive").input_value() == attack
    assert page.evaluate(WHAT_GOT_THROUGH) == []
    page.get_by_label("Search the archive").fill(f"{attack} words")
    page.keyboard.press("Enter")
    page.locator("[data-part=list] li").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    page.wait_for_timeout(100)
    assert page.evaluate(WHAT_GOT_THROUGH) == []


@pytest.mark.parametrize(
    "key", ["person", "place", "organisation", "tag", "source", "from", "to", "sort"]
)
def test_a_filter_in_the_address_runs_nothing(page, open_wide, key):
    page.goto(f"{open_wide}search.html?q=words&{key}={quote(ATTACKS['image'])}")
    page.locator("[data-part=found]:not(:empty)").wait_for()
    assert page.evaluate(WHAT_GOT_THROUGH) == []


def test_the_policy_is_a_second_wall(open_page, hostile_site, faults):
    """A script that somebody gets into a page after all does not run."""
    with hosted(hostile_site) as address:
        page = open_page()
        page.goto(f"{address}index.html")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'),"
            "{textContent: 'window.hurt = 1'}))"
        )
        assert page.evaluate("typeof hurt") == "undefined"
        page.wait_for_timeout(100)
    assert [fault for fault in faults if "script-src" in fault]
    faults.clear()


def test_an_attack_that_gets_through_would_be_seen(open_page, tmp_path, faults):
    for number, attack in enumerate((ATTACKS["script"], ATTACKS["image"], ATTACKS["frame"])):
        (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title><p>{attack}")
        with hosted(tmp_path) as address:
            page = open_page()
            page.goto(f"{address}x.html")
            page.wait_for_timeout(100)
            assert page.evaluate(WHAT_GOT_THROUGH), number
    faults.clear()

"""axe-core finds nothing to object to: on every kind of page, light and dark, large and small."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import visit
from tests.browser.kinds import KINDS

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOOKS = (("light", DESKTOP), ("dark", PHONE), ("dark", DESKTOP), ("light", PHONE))
# The first of each template has all four looks; the others, which are made of the same parts,
# have each colour and each size once.
FIRST = {
    KINDS[name]
    for name in (
        "front page",
        "article",
        "article with all there is",
        "withdrawn article",
        "person",
        "people, A to Z",
        "years",
        "month",
        "search with results",
        "hand-written page",
        "error page",
    )
}


# WCAG 2.2 asks for the size of targets (2.5.8), axe only where told to. Of the rules that a page
# passes it need not write down every element, which takes half of its time.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}


def violations(page):
    report = Axe().run(page, options=OPTIONS)
    return [
        f"{found['id']}: {node['target']}: {node['html'][:160]}"
        for found in report.response["violations"]
        for node in found["nodes"]
    ]


def test_axe_has_nothing_to_object_to(page, kind, kind_address):
    visit(page, kind_address)
    for scheme, size in LOOKS if kind in FIRST else LOOKS[:2]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        assert violations(page) == [], (scheme, size)


def test_axe_has_eyes(page, tmp_path):
    (tmp_path / "x.html").write_text(
        "<!doctype html><title>x</title><p style='color:#eee'>pale"
        "<p style='font-size:9px;line-height:1'><a href=x>one</a><br><a href=y>two</a>"
    )
    page.goto((tmp_path / "x.html").as_uri())
    found = {line.partition(":")[0] for line in violations(page)}
    assert found >= {"color-contrast", "html-has-lang", "target-size"}

"""The good archive's pages are what they were when somebody last looked at them.

After a change that is meant: `python -m tests.site.renew`, then `git diff tests/site/golden`.
"""

from difflib import unified_diff
from hashlib import sha256
from itertools import islice

import pytest

from plugins.publish.assets import SCRIPTS, SHEETS
from tests.building import ROOT, files
from tests.crawl import links
from tests.site.renew import GOLDEN, golden

STATIC = ROOT / "theme" / "static"


def difference(name, expected, got):
    """The first lines that differ, short enough to read."""
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (expected, got))
    return "\n".join(islice(unified_diff(old, new, f"golden/{name}", "built", lineterm=""), 30))


@pytest.mark.parametrize(
    ("kept", "fixture"), [("plain", "good_site"), ("addressed", "addressed_good_site")]
)
def test_the_good_archive_gives_the_golden_files(kept, fixture, request):
    expected = files(GOLDEN / kept)
    built = golden(kept, request.getfixturevalue(fixture))
    assert len(expected) > 10
    assert sorted(built) == sorted(expected)
    changed = [
        difference(name, expected[name], data)
        for name, data in built.items()
        if data != expected[name]
    ]
    assert not changed, "\n\n".join(changed[:5])


def test_the_themes_files_are_published_as_they_are(good_site):
    built = files(good_site / "theme")
    style = "\n".join((STATIC / "css" / f"{name}.css").read_text("utf-8") for name in SHEETS)
    joined = ("css/", *(f"js/{folder}/" for folder in SCRIPTS))
    sources = {name: data for name, data in files(STATIC).items() if not name.startswith(joined)}
    together = {"style.css": style.encode()}
    for folder, names in SCRIPTS.items():
        scripts = (STATIC / "js" / folder / f"{name}.js" for name in names)
        together[f"js/{folder}.js"] = "\n".join(
            path.read_text("utf-8") for path in scripts
        ).encode()
    assert built == {**sources, **together}


def test_every_style_sheet_of_the_theme_is_in_the_one_that_is_published():
    assert {path.stem for path in (STATIC / "css").glob("*.css")} == set(SHEETS)


def test_a_theme_file_is_asked_for_by_its_digest(good_site):
    asked = {
        (link.path, link.address.partition("?")[2]) for link in links(good_site) if link.fetched
    }
    themed = {(path, digest) for path, digest in asked if path.startswith("theme/")}
    assert {path for path, _ in themed} >= {"theme/style.css", "theme/js/theme-switch.js"}
    for path, digest in themed:
        assert sha256((good_site / path).read_bytes()).hexdigest()[:8] == digest, path

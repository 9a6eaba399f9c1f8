"""Every page is valid HTML in the eyes of the Nu HTML Checker: no error, no warning."""

import re
from collections import defaultdict
from contextlib import ExitStack

import pytest

from tests.browser.npm import NoPackageError
from tests.browser.vnu import complaints, find_vnu
from tests.building import pages
from tests.hosting import hosted

pytestmark = pytest.mark.java
# Pages of one kind, of which the large site has hundreds: digits stand for any.
KIND = re.compile(r"\d+")
OF_EACH_KIND = 12
SITES = (
    "site",
    "good_site",
    "addressed_good_site",
    "extreme_site",
    "hostile_site",
    "large_site",
    "empty_site",
    "single_site",
    "unnamed_site",
)


@pytest.fixture(scope="session")
def jar():
    try:
        return find_vnu()
    except NoPackageError as missing:
        pytest.skip(f"pages are not validated: {missing}")


def some_of_each_kind(names):
    kinds = defaultdict(list)
    for name in names:
        kinds[KIND.sub("0", name)].append(name)
    return [name for found in kinds.values() for name in found[:OF_EACH_KIND]]


@pytest.fixture(scope="session")
def told(jar, request):
    """What the checker says, by site: one run for all, because it starts slowly."""
    with ExitStack() as stack:
        addresses = {}
        for name in SITES:
            site = request.getfixturevalue(name)
            at = stack.enter_context(hosted(site))
            judged = [page for page in some_of_each_kind(pages(site)) if not elsewhere(name, page)]
            assert judged
            addresses[name] = [f"{at}{page}" for page in judged]
        lines = complaints(jar, [address for found in addresses.values() for address in found])
    return {
        name: [line for line in lines if line.startswith(tuple(found))]
        for name, found in addresses.items()
    } | {"": [line for line in lines if not line.startswith("http://127.0.0.1")]}


def elsewhere(name, page):
    """The error page of a site with an address asks for its style there, not here."""
    return name.startswith("addressed") and page == "404.html"


@pytest.mark.parametrize("name", ["", *SITES])
def test_every_page_is_valid_html(told, name):
    assert told[name] == []


def test_the_checker_has_eyes(jar, tmp_path):
    (tmp_path / "x.html").write_text(
        "<!doctype html><html lang=en><title>x</title>"
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"
        "<script src=x.js></script><script>0</script><blink>x</blink>"
        '<script type="application/ld+json">{}</script>'
    )
    with hosted(tmp_path) as address:
        told = complaints(jar, [f"{address}x.html"])
    assert [line for line in told if "blink" in line]
    assert len([line for line in told if "Inline script" in line]) == 1
    assert not [line for line in told if "x.js" in line]

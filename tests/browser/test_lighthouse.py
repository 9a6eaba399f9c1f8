"""Lighthouse gives every kind of page full marks, on a desktop and on a phone.

Performance hangs on the clock, so it is no part of `inv test`: `inv bench-pages` asks for it, and
takes the best of up to three looks.
"""

import pytest

from tests.browser.kinds import KINDS
from tests.browser.lighthouse import lighthouse
from tests.browser.npm import NoPackageError
from tests.hosting import hosted

pytestmark = [pytest.mark.browser, pytest.mark.node]
LOOKS = 3
FULL = {"accessibility": 100, "best-practices": 100, "seo": 100}
LEAST = 99
# One of each template, the heaviest where there are several.
EACH = (
    "front page of a thousand",
    "article",
    "article with all there is",
    "withdrawn article",
    "person",
    "crowded tag",
    "year of a crowded tag",
    "people, A to Z",
    "map",
    "collection of many",
    "years",
    "crowded year",
    "crowded month",
    "day",
    "codebook",
    "search",
    "search with results",
    "feeds",
    "page about reading",
    "hand-written page",
    "error page",
)
# Search engines are told not to list these, which Lighthouse takes for a mistake.
UNLISTED = {KINDS["withdrawn article"], KINDS["error page"]}
BAD = """<!doctype html><meta http-equiv="refresh" content="9"><p style="color: #eee">pale
<img src="nowhere.png"><script>
for (const start = performance.now(); performance.now() - start < 900;);
</script>"""


@pytest.fixture(scope="session")
def judge():
    try:
        with lighthouse() as judge:
            yield judge
    except NoPackageError as missing:
        pytest.skip(f"Lighthouse is not asked: {missing}")


EACH_KIND = pytest.mark.parametrize(
    "kind", [pytest.param(KINDS[name], id=name) for name in EACH], indirect=True
)
IN_BOTH_FORMS = pytest.mark.parametrize("form", ["desktop", "phone"])


def without(kind):
    return ("is-crawlable",) if kind in UNLISTED else ()


@IN_BOTH_FORMS
@EACH_KIND
def test_lighthouse_gives_full_marks(judge, kind, kind_address, form):
    told = judge(kind_address, form, without(kind))
    assert told.scores.items() >= FULL.items(), told


@pytest.mark.speed
@IN_BOTH_FORMS
@EACH_KIND
def test_lighthouse_finds_every_page_fast(judge, kind, kind_address, form):
    for look in range(LOOKS):
        told = judge(kind_address, form, without(kind), again=look > 0)
        if told.scores["performance"] >= LEAST:
            return
    pytest.fail(f"three looks, and performance is below {LEAST}: {told}", pytrace=False)


def test_lighthouse_has_eyes(judge, tmp_path):
    (tmp_path / "x.html").write_text(BAD)
    with hosted(tmp_path) as address:
        told = judge(f"{address}x.html", "phone")
    assert all(score < LEAST for score in told.scores.values()), told
    seen = {line.partition(":")[0] for line in told.faults}
    assert seen >= {"html-has-lang", "color-contrast", "errors-in-console"}

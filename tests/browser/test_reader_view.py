"""The reader view of a browser shows an article's text whole."""

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from tests.browser.npm import NoPackageError
from tests.browser.readability import reader_view, source
from tests.building import GOOD, SAMPLE

CONTENT = {"good_site": GOOD, "site": SAMPLE}
EVERY = 5  # of the sample's articles, which are made alike


@pytest.fixture(scope="module")
def readability():
    try:
        return source()
    except NoPackageError as missing:
        pytest.skip(f"the reader view is not tried: {missing}")


@pytest.mark.parametrize("name", CONTENT)
def test_the_reader_view_extracts_the_text_whole(readability, page, host, name):
    library = Library.of(read_content(CONTENT[name]))
    ids = [id_ for id_ in library.articles() if library.body(id_).plain]
    for id_ in ids if name == "good_site" else ids[::EVERY]:
        page.goto(f"{host(name)}articles/{id_}.html")
        view = reader_view(page)
        assert view, id_
        assert words_of(library.body(id_).plain) in words_of(view["textContent"]), id_
        assert view["title"].startswith(library.article(id_).title), id_
        for beside in ("Provenance and rights", "Cite this", "Filed under"):
            assert beside not in view["textContent"], id_


def words_of(text):
    """Words alone: where blocks meet, the view has no blank."""
    return "".join(text.split())

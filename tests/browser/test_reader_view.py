"""The reader view of a browser shows an article's text whole."""

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from tests.archives import write_article, write_record
from tests.browser.npm import NoPackageError
from tests.browser.readability import reader_view, source
from tests.building import GOOD, SAMPLE
from tests.hosting import hosted

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


HINDI = """मीरा कदम ने सोमवार को पोर्ट लुमेन की परिषद से कहा कि नौका अगले साल की पहली अप्रैल से चलेगी, और \
कि किराया वही रहेगा जो नौ साल पहले था। परिषद ने इस पर दो घंटे तक बात की, पर किसी ने विरोध नहीं किया।

“हमने लंबे समय तक इंतज़ार किया है,” बंदरगाह के दफ़्तर के एक कर्मचारी ने कहा। “अब दीया फिर से जलता है, घाट की \
मरम्मत हो चुकी है, और मछुआरे भी यही चाहते हैं कि लोग फिर से पानी के रास्ते आएँ।”

- पहली नौका सुबह छह बजे निकलेगी।
- आख़िरी नौका रात दस बजे लौटेगी।

नौका में साठ लोग बैठ सकेंगे। पुराने घाट पर एक छोटा टिकट घर बनेगा, जिसकी दीवार पर शहर के बच्चे चित्र बनाएँगे।
"""


def write_hindi(content):
    write_record(content, "sources", "paper", heading="Tat Samachar")
    keys = {"title": "नौका फिर चलेगी", "source": "paper", "lang": "hi"}
    write_article(content, "2021/ferry", HINDI, **keys)
    return content


def test_the_reader_view_extracts_a_text_in_hindi_whole(readability, page, build_once):
    site = build_once("hindi-site", write_hindi)
    plain = Library.of(read_content(site.parent / "content")).body("2021/ferry").plain
    with hosted(site) as address:
        page.goto(f"{address}articles/2021/ferry.html")
        view = reader_view(page)
    assert len(plain) > 500  # with less Readability is not content
    assert words_of(plain) in words_of(view["textContent"])
    assert 'lang="hi"' in view["content"]


def words_of(text):
    """Words alone: where blocks meet, the view has no blank."""
    return "".join(text.split())

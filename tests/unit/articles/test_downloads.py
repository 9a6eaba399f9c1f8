"""What a page offers as a file, read back by programs of others."""

import json
from urllib.parse import unquote

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from plugins.archive.characters import NOT_ON_ONE_LINE
from plugins.articles.bibtex import bibtex
from plugins.articles.downloads import downloads
from plugins.articles.ris import ris

RECORD = {
    "id": "2021/lavrov-visit",
    "type": "article-newspaper",
    "title": "Ministers meet",
    "author": [{"literal": "Asha Rao"}, {"literal": "PTI and ANI, New Delhi"}],
    "container-title": "The Hindu",
    "issued": {"date-parts": [[2021, 4, 6]]},
    "language": "en",
    "URL": "https://paper.example/a_b?c=1&d=%20#e~f",
    "archive": "Cuttings",
    "archive_location": "https://archive.example/articles/2021/lavrov-visit.html",
    "abstract": "They met.",
    "keyword": "Lavrov, Sergey; Defence",
}
HARD = [
    r"100% of A & B: {braces}, \backslash, $5 #1 a_b ~ ^",
    "a { that nothing closes",
    r"} and \{ the other way \} \\",
    "Zürich, São Paulo, Łódź, Đà Nẵng, naïve “quotes” – ‘more’ … «ещё»",
    "Встреча министров иностранных дел",
    "नई दिल्ली में विदेश मंत्रियों की वार्ता",
    "محادثات وزراء الخارجية",
    '@article{x, title = {y}} and = # , " \' ` " -- --- <b>',
    "TY  - BOOK ER  - ",
    "a--b ---c ''d'' ``e`` ?`f !`g <<h>> ,,i",
]
# Words of LaTeX that the reader does not know, or has another sign for.
WORDS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
KNOWN = get_default_latex_context_db()
KNOWN.add_context_category(
    "signs", prepend=True, macros=[MacroTextSpec(name, sign) for name, sign in WORDS.items()]
)
READER = LatexNodes2Text(latex_context=KNOWN, strict_latex_spaces=True)
# As the model and the checks let through: one line, no controls, something to be seen.
LINES = st.text(min_size=1, max_size=60).filter(
    lambda text: not NOT_ON_ONE_LINE.search(text) and text.split()
)


def spaced(text):
    return " ".join(text.split())


def read_bibtex(record):
    entries = parse_string(bibtex(record), "bibtex").entries
    assert len(entries) == 1
    return next(iter(entries.items()))


def words(latex):
    """What TeX would set, without the braces."""
    return READER.latex_to_text(latex)


def read_ris(record):
    (found,) = rispy.loads(ris(record))
    return found


def test_bibtex_says_what_the_record_says():
    key, entry = read_bibtex(RECORD)
    assert (key, entry.type) == ("2021-lavrov-visit", "article")
    assert [words(str(person)) for person in entry.persons["author"]] == [
        "Asha Rao",
        "PTI and ANI, New Delhi",
    ]
    assert entry.fields["url"] == RECORD["URL"]
    told = {name: words(entry.fields[name]) for name in entry.fields if name != "url"}
    assert told == {
        "title": "Ministers meet",
        "journal": "The Hindu",
        "entrysubtype": "newspaper",
        "date": "2021-04-06",
        "year": "2021",
        "month": "April",
        "language": "en",
        "keywords": "Lavrov, Sergey; Defence",
        "abstract": "They met.",
        "library": "Cuttings, https://archive.example/articles/2021/lavrov-visit.html",
    }


def test_ris_says_what_the_record_says():
    found = read_ris(RECORD)
    assert found == {
        "type_of_reference": "NEWS",
        "id": "2021/lavrov-visit",
        "title": "Ministers meet",
        "authors": ["Asha Rao", "PTI and ANI, New Delhi"],
        "secondary_title": "The Hindu",
        "date": "2021/04/06",
        "year": "2021",
        "urls": [RECORD["URL"]],
        "language": "en",
        "keywords": ["Lavrov, Sergey", "Defence"],
        "notes_abstract": "They met.",
        "name_of_database": "Cuttings",
        "unknown_tag": {"AV": ["https://archive.example/articles/2021/lavrov-visit.html"]},
    }


def test_what_is_not_known_is_in_none_of_them():
    bare = {key: RECORD[key] for key in RECORD if key not in ("author", "URL", "abstract")}
    assert not {"authors", "urls", "notes_abstract"} & read_ris(bare).keys()
    _, entry = read_bibtex(bare)
    assert not entry.persons
    assert not {"url", "abstract", "note"} & entry.fields.keys()


def test_a_digest_says_so():
    note = {"note": "Title and abstract are those of a digest."}
    assert read_ris(RECORD | note)["notes"] == [note["note"]]
    assert read_bibtex(RECORD | note)[1].fields["note"] == note["note"]


@pytest.mark.parametrize("text", HARD)
def test_signs_of_the_formats_and_all_scripts_survive(text):
    survives(text)


@given(LINES)
def test_any_words_survive(text):
    survives(text)


def survives(text):
    record = RECORD | {"title": text, "author": [{"literal": text}], "abstract": text}
    _, entry = read_bibtex(record)
    assert words(entry.fields["title"]) == spaced(text)
    assert words(entry.fields["abstract"]) == spaced(text)
    (author,) = entry.persons["author"]
    assert words(str(author)) == spaced(text)
    found = read_ris(record)
    assert (found["title"], found["authors"]) == (spaced(text), [spaced(text)])
    assert found["notes_abstract"] == spaced(text)


def test_lines_of_a_summary_are_one_line():
    record = RECORD | {"abstract": "First.\n\nER  - \nSecond."}
    assert read_ris(record)["notes_abstract"] == "First. ER - Second."
    assert read_bibtex(record)[1].fields["abstract"] == "First. ER - Second."


@given(LINES)
def test_the_address_of_a_download_holds_its_bytes(text):
    record = RECORD | {"title": text}
    found = {each.format: each for each in downloads(record)}
    assert [each.file for each in found.values()] == [
        "2021-lavrov-visit.bib",
        "2021-lavrov-visit.ris",
        "2021-lavrov-visit.json",
    ]
    told = {name: unquote(each.address.partition(",")[2]) for name, each in found.items()}
    assert told["BibTeX"] == bibtex(record)
    assert told["RIS"] == ris(record)
    assert json.loads(told["CSL-JSON"]) == [record]
    for each in found.values():
        assert not set("\r\n\t #&\"'<>\\^`{|}[]") & set(each.address)
        assert each.address.startswith("data:application/")

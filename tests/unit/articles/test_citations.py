"""Citations beside such as were made by hand, after the manuals of the three styles."""

from dataclasses import replace

import pytest

from plugins.archive.content import read_content
from plugins.archive.csl import csl
from plugins.archive.library import Library
from plugins.articles.citations import citations
from tests.building import ADDRESS, GOOD, SAMPLE
from tests.sites import SITE

# Of each article: in Chicago, APA and MLA style. {here} is the address of our page.
BY_HAND = {
    # Digests: of a report with a time, of one that another site reposted, an apostrophe, June.
    "2021/lavrov-jaishankar-new-delhi-2021": (
        "“Lavrov and Jaishankar hold talks in New Delhi.” Digest of Mint, April 6, 2021. "
        "Cuttings, {here}.",
        "Lavrov and Jaishankar hold talks in New Delhi [Digest]. (2021, April 6). Mint. "
        "Cuttings. {here}",
        "“Lavrov and Jaishankar hold talks in New Delhi.” Digest of Mint, 6 Apr. 2021. "
        "Cuttings, {here}.",
    ),
    "1971/indo-soviet-treaty-1971": (
        "“Indo-Soviet Treaty of Peace, Friendship and Cooperation signed.” Digest of "
        "Associated Press dispatch reposted at bdesh.com, August 9, 1971. Cuttings, {here}.",
        "Indo-Soviet Treaty of Peace, Friendship and Cooperation signed [Digest]. "
        "(1971, August 9). Associated Press dispatch reposted at bdesh.com. Cuttings. {here}",
        "“Indo-Soviet Treaty of Peace, Friendship and Cooperation signed.” Digest of "
        "Associated Press dispatch reposted at bdesh.com, 9 Aug. 1971. Cuttings, {here}.",
    ),
    "2020/caatsa-turkey-ssb-2020": (
        "“US sanctions Turkey’s SSB over S-400.” Digest of JD Supra (Eversheds Sutherland), "
        "December 14, 2020. Cuttings, {here}.",
        "US sanctions Turkey’s SSB over S-400 [Digest]. (2020, December 14). "
        "JD Supra (Eversheds Sutherland). Cuttings. {here}",
        "“US sanctions Turkey’s SSB over S-400.” Digest of JD Supra (Eversheds Sutherland), "
        "14 Dec. 2020. Cuttings, {here}.",
    ),
    "2020/victory-parade-moscow-2020": (
        "“Rajnath Singh attends Moscow Victory Day Parade.” Digest of The Quint, "
        "June 24, 2020. Cuttings, {here}.",
        "Rajnath Singh attends Moscow Victory Day Parade [Digest]. (2020, June 24). "
        "The Quint. Cuttings. {here}",
        "“Rajnath Singh attends Moscow Victory Day Parade.” Digest of The Quint, "
        "24 June 2020. Cuttings, {here}.",
    ),
    # A digest in Hindi, one in Russian.
    "2021/ferry-in-hindi": (
        "“पोर्ट लुमेन में नौका पर बातचीत.” Digest of Tat Samachar, April 7, 2021. Cuttings, {here}.",
        "पोर्ट लुमेन में नौका पर बातचीत [Digest]. (2021, April 7). Tat Samachar. Cuttings. {here}",
        "“पोर्ट लुमेन में नौका पर बातचीत.” Digest of Tat Samachar, 7 Apr. 2021. Cuttings, {here}.",
    ),
    "2020/beacon-on-old-wick": (
        "“Маяк снова горит.” Digest of Northern Beacon, May 15, 2020. Cuttings, {here}.",
        "Маяк снова горит [Digest]. (2020, May 15). Northern Beacon. Cuttings. {here}",
        "“Маяк снова горит.” Digest of Northern Beacon, 15 May 2020. Cuttings, {here}.",
    ),
    # Two authors, quotes within quotes, an address.
    "2020/lighthouse-lit": (
        "Bruno Quill and Asha Tamm & Sons. “Lighthouse ‘Old Wick’ lit again: B-12 lamp shines "
        "over Port Lumen.” The Lumen Courier, May 14, 2020. "
        "https://courier.example/2020/05/lighthouse?lit=1&lamp=B-12. Cuttings, {here}.",
        "Bruno Quill, & Asha Tamm & Sons. (2020, May 14). Lighthouse “Old Wick” lit again: B-12 "
        "lamp shines over Port Lumen. The Lumen Courier. "
        "https://courier.example/2020/05/lighthouse?lit=1&lamp=B-12",
        "Bruno Quill and Asha Tamm & Sons. “Lighthouse ‘Old Wick’ lit again: B-12 lamp shines "
        "over Port Lumen.” The Lumen Courier, 14 May 2020, "
        "https://courier.example/2020/05/lighthouse?lit=1&lamp=B-12. Cuttings, {here}.",
    ),
    # Unsigned: with an address, and with none.
    "2021/ferry-talks": (
        "The Lumen Courier. “Talks on a ferry between Port Lumen and Old Wick.” April 6, 2021. "
        "https://courier.example/2021/04/ferry. Cuttings, {here}.",
        "Talks on a ferry between Port Lumen and Old Wick. (2021, April 6). The Lumen Courier. "
        "https://courier.example/2021/04/ferry",
        "“Talks on a ferry between Port Lumen and Old Wick.” The Lumen Courier, 6 Apr. 2021, "
        "https://courier.example/2021/04/ferry. Cuttings, {here}.",
    ),
    "2020/count-of-boats": (
        "The Lumen Courier. “Count of boats in the harbour.” January 2, 2020. Cuttings, {here}.",
        "Count of boats in the harbour. (2020, January 2). The Lumen Courier. Cuttings. {here}",
        "“Count of boats in the harbour.” The Lumen Courier, 2 Jan. 2020. Cuttings, {here}.",
    ),
    "2020/moscow-five-points-2020": (
        "“India and China agree five points in Moscow, beside SCO and RIC meetings.” Digest of "
        "The Indian Express, September 11, 2020. Cuttings, {here}.",
        "India and China agree five points in Moscow, beside SCO and RIC meetings [Digest]. "
        "(2020, September 11). The Indian Express. Cuttings. {here}",
        "“India and China agree five points in Moscow, beside SCO and RIC meetings.” Digest of "
        "The Indian Express, 11 Sept. 2020. Cuttings, {here}.",
    ),
}
RECORD = {
    "id": "2021/a",
    "title": "Ministers meet",
    "container-title": "Mint",
    "issued": {"date-parts": [[2021, 3, 6]]},
    "archive": "Cuttings",
    "archive_location": "articles/2021/a.html",
}


@pytest.fixture(scope="module")
def records():
    """Of the articles of both archives, by id."""
    site = replace(SITE, url=ADDRESS)
    libraries = [Library.of(read_content(content)) for content in (SAMPLE, GOOD)]
    return {
        id_: csl(library.article(id_), library.entry(id_), site)
        for library in libraries
        for id_ in library.articles()
    }


def said(record):
    return tuple(str(citation) for citation in citations(record))


def by(*names, **changed):
    return RECORD | {"author": [{"literal": name} for name in names]} | changed


@pytest.mark.parametrize("id_", BY_HAND)
def test_citations_are_those_made_by_hand(records, id_):
    here = f"{ADDRESS}/articles/{id_}.html"
    assert said(records[id_]) == tuple(text.format(here=here) for text in BY_HAND[id_])


def test_the_paper_and_the_archive_are_in_italics(records):
    italic = [
        [run.words for run in citation.runs if run.italic]
        for citation in citations(records["2020/lighthouse-lit"])
    ]
    paper = "The Lumen Courier"
    assert italic == [[paper, "Cuttings"], [paper], [paper, "Cuttings"]]


def test_title_and_authors_are_marked_as_the_language_of_the_article():
    for citation in citations(by("Иван Петров", title="Полёт")):
        own = "".join(run.words for run in citation.runs if run.own)
        assert own.startswith("Иван Петров.")
        assert "Полёт" in own
        assert "Mint" not in own


ENDINGS = [
    ("a question", "Who pays?", "“Who pays?”", "Who pays?"),
    ("a danda", "कौन देगा।", "“कौन देगा।”", "कौन देगा।"),
    ("a quote", "The end of “peace”", "“The end of ‘peace.’”", "The end of “peace.”"),
    ("a quoted question", "He asks “why?”", "“He asks ‘why?’”", "He asks “why?”"),
    ("a full stop", "It is over.", "“It is over.”", "It is over."),
    ("a plural", "The voters’", "“The voters’.”", "The voters’."),
]


@pytest.mark.parametrize(("_", "title", "quoted", "plain"), ENDINGS, ids=[e[0] for e in ENDINGS])
def test_a_title_gets_a_full_stop_only_where_it_needs_one(_, title, quoted, plain):
    chicago, apa, mla = said(RECORD | {"title": title})
    assert chicago.startswith(f"Mint. {quoted} March 6, 2021.")
    assert apa.startswith(f"{plain} (2021, March 6). Mint.")
    assert mla.startswith(f"{quoted} Mint, 6 Mar. 2021.")


NAMES = [f"N{number}" for number in range(1, 25)]
AUTHORS = [
    (["PTI"], "PTI.", "PTI.", "PTI."),
    (["Lumen Press Inc."], "Lumen Press Inc.", "Lumen Press Inc.", "Lumen Press Inc."),
    (NAMES[:2], "N1 and N2.", "N1, & N2.", "N1 and N2."),
    (NAMES[:3], "N1, N2, and N3.", "N1, N2, & N3.", "N1, et al."),
    (
        NAMES[:7],
        "N1, N2, N3, et al.",
        "N1, N2, N3, N4, N5, N6, & N7.",
        "N1, et al.",
    ),
    (
        NAMES[:21],
        "N1, N2, N3, et al.",
        f"{', '.join(NAMES[:19])}, . . . N21.",
        "N1, et al.",
    ),
]


@pytest.mark.parametrize(("names", "chicago", "apa", "mla"), AUTHORS)
def test_authors_are_listed_as_each_style_does(names, chicago, apa, mla):
    found = said(by(*names))
    assert found[0].startswith(f"{chicago} “Ministers meet.” Mint, March 6, 2021.")
    assert found[1].startswith(f"{apa} (2021, March 6). Ministers meet. Mint.")
    assert found[2].startswith(f"{mla} “Ministers meet.” Mint, 6 Mar. 2021.")

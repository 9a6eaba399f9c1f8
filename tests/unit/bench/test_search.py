"""The bench of the search: what it asks, counts, keeps and shows; without a browser."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bench.make_archive import write_archive
from bench.ours import Ours
from bench.search import command, costs, findings, goals, indexing, report, site
from bench.search.downloads import Visit
from bench.search.findings import Finding
from bench.search.host import Host, Transfer, hosted
from bench.search.questions import MIXES, Questions, asked, mistyped
from tests.building import GOOD, files

ROW = goals.kilobytes("words", "some words", 60, 220)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    (tmp_path / "site" / "search").mkdir(parents=True)
    (tmp_path / "secret.js").write_text("secret")
    (tmp_path / "site" / "search" / "meta.js").write_text("put(" + "1," * 999 + "1)")
    with hosted(tmp_path / "site") as found:
        yield found


def test_files_are_sent_compressed_and_accounted_for(host: Host) -> None:
    with urlopen(f"{host.address}search/meta.js?v1") as answer:
        body = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "javascript" in answer.headers["Content-Type"]
    assert gzip.decompress(body).startswith(b"put(1,")
    assert host.account() == (Transfer("search/meta.js", len(body)),)
    assert host.account() == ()


@pytest.mark.parametrize("path", ["none.js", "%2e%2e/secret.js", "search/"])
def test_nothing_else_is_sent(host: Host, path: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{host.address}{path}")


def test_the_same_seed_asks_the_same() -> None:
    one, other = Questions(500), Questions(500)
    assert one.every_mix() == other.every_mix()
    assert one.sentence() == other.sentence()
    assert one.filters() == other.filters()
    assert one.mistyped() == other.mistyped()


def test_a_query_has_up_to_three_words_and_a_sentence_more() -> None:
    questions = Questions(500)
    assert [len(words.split()) <= 3 for words in questions.every_mix()] == [True] * len(MIXES)
    assert len(questions.sentence().split()) > 8


def test_a_mistyped_word_is_one_letter_off() -> None:
    questions = Questions(500)
    for _ in range(200):
        word = questions.rare()
        assert abs(len(mistyped(word, questions.chance)) - len(word)) <= 1
        assert mistyped(word, questions.chance) != word


def test_words_become_an_address() -> None:
    assert asked("oil & gas") == "?q=oil+%26+gas"


def test_bytes_of_a_visit_add_up_by_kind_of_file() -> None:
    sent = (("a1/words-0f", 3_000), ("b2/words-ff", 2_000), ("b2/meta", 400), ("people", 50))
    visit = Visit("?q=oil", tuple(Transfer(f"search/{name}.js", size) for name, size in sent))
    assert visit.kinds == {"words": 5_000, "meta": 400, "people": 50}
    assert (visit.bytes, visit.requests) == (5_450, 4)


def test_the_worst_visit_is_judged() -> None:
    assert ROW.verdict(10_000, [10_000, 60_000]) == "reached"
    assert ROW.verdict(10_000, [10_000, 60_001]) == "missed"
    assert ROW.verdict(1_000, [99_999]) == ""


def test_of_a_hundred_times_the_ninety_fifth_is_judged() -> None:
    assert goals.p95(range(1, 101)) == 95
    assert goals.p95([7]) == 7


def finding(articles: int = 10_000) -> Finding:
    found = Finding(articles=articles, day="2026-11-22", machine="a machine")
    visits = [
        Visit(f"?q={size}", (Transfer("search/manifest.js", size * 1_000),)) for size in (30, 70)
    ]
    found.add_visits("words", visits)
    return found


def test_a_row_shows_limit_worst_and_median() -> None:
    lines = report.markdown([finding()]).splitlines()
    assert "| first query of up to three words | 60 KB | 70 KB | 50 KB | missed |" in lines
    assert "| its requests | 20 | 1 | 1 | reached |" in lines


def test_the_worst_question_is_told() -> None:
    assert "    most for ?q=70" in report.kinds_table(finding())


def test_findings_of_other_sizes_are_kept(tmp_path: Path) -> None:
    kept = tmp_path / "search.json"
    for one in (finding(), finding(1_000), finding()):
        findings.keep(kept, one)
    assert [one.articles for one in findings.read(kept)] == [1_000, 10_000]
    assert findings.read(kept)[1] == finding()


def test_what_is_kept_is_recorded_without_measuring(tmp_path: Path) -> None:
    home, docs = tmp_path / ".cache" / "bench", tmp_path / "docs"
    home.mkdir(parents=True)
    docs.mkdir()
    findings.keep(home / "search.json", finding())
    page = docs / "performance.md"
    page.write_text(f"Before\n{command.BEGIN}old\n{command.END}After\n")
    assert command.bench(tmp_path, day="2026-11-23", sizes="", record=True) == 0
    text = page.read_text("utf-8")
    assert text.startswith("Before\n")
    assert text.endswith("After\n")
    assert "Measured 2026-11-22: a machine" in text
    assert "old" not in text


def test_sizes_are_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.bench(tmp_path, day="2026-11-22", sizes="many") == 1
    assert "--sizes takes numbers of articles" in capsys.readouterr().err


def test_a_site_is_built_again_only_when_something_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "project"
    for name in (*site.MAKERS, "__init__.py"):
        write(code / "bench" / name)
    for name in ("plugins/search/index.py", "theme/page.html", "pelicanconf.py", "tasks.py"):
        write(code / name)
    built: list[object] = []
    monkeypatch.setattr(site, "measure", lambda *_: built.append(1))
    monkeypatch.setattr(site, "write", lambda ours, *_: write(ours.content / "an-article"))
    site.built(tmp_path / "site", code, 5)
    site.built(tmp_path / "site", code, 5)
    assert len(built) == 1
    write(code / "theme/page.html", "changed")
    site.built(tmp_path / "site", code, 5)
    assert len(built) == 2
    assert (tmp_path / "site/content/an-article").exists()


def write(path: Path, text: str = "text") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_the_index_that_is_measured_is_the_one_that_is_published(
    good_site: Path, tmp_path: Path
) -> None:
    answer = indexing.whole(good_site.parent / "cache" / "store.sqlite", GOOD, tmp_path / "new")
    assert files(tmp_path / "new" / "search") == files(good_site / "search")
    assert answer["articles"] == 5


def test_one_more_article_is_measured_and_gone_again(tmp_path: Path) -> None:
    ours = Ours(tmp_path, Path(__file__).parents[3])
    write_archive(ours.content, 3)
    before = files(ours.content)
    with costs.one_more(ours.content, costs.newest(3, 3)) as _:
        assert len(files(ours.content)) > len(before)
    assert files(ours.content) == before


def test_articles_that_name_somebody_new_are_told_from_others(tmp_path: Path) -> None:
    write_archive(tmp_path, 150)
    found = list(costs.additions(tmp_path, 150))
    assert sorted(name for name, _ in found) == ["added"] * 4 + ["added name"] * 4
    for name, article in found:
        assert bool(list(costs.unknown(tmp_path, article))) == (name == "added name")


def test_an_added_article_leaves_the_store_as_it_was(good_site: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy2(good_site.parent / "cache" / "store.sqlite", tmp_path))
    content = Path(shutil.copytree(GOOD, tmp_path / "content"))
    for folder in (tmp_path / "one", tmp_path / "two"):
        with costs.one_more(content, costs.newest(0, 3)):
            assert indexing.added(store, content, folder)["files"] > 3
    assert files(tmp_path / "one") == files(tmp_path / "two")

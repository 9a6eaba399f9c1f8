"""The generated archive: the same every time, valid, and shaped like news."""

from pathlib import Path

import pytest

from bench.cast import SIZES, record
from bench.drafts import FIRST_DAY, LAST_DAY, dated, draft, identity, markdown, revised
from bench.make_archive import write_archive
from bench.vocabulary import RARE_WORDS, rare_word
from plugins.archive.content import read_content
from plugins.checks.desk import check

SEED = 7
LINK_LIKE = "]("


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_archive_of_one_more_article_only_adds_files(tmp_path: Path) -> None:
    write_archive(tmp_path / "small", 40, SEED)
    write_archive(tmp_path / "larger", 41, SEED)
    small, larger = files(tmp_path / "small"), files(tmp_path / "larger")
    assert small.items() < larger.items()
    assert sum(name.startswith("articles/") for name in larger.keys() - small.keys()) == 1


def test_the_same_seed_gives_the_same_archive_and_another_seed_another(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_archive(tmp_path / name, 5, seed)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_a_generated_archive_has_no_problems(tmp_path: Path) -> None:
    write_archive(tmp_path / "content", 300, SEED)
    content = read_content(tmp_path / "content")
    assert len(content.articles) == 300
    assert check(content) == ()


def test_articles_have_about_390_words() -> None:
    words = [len(draft(SEED, number).body.split()) for number in range(400)]
    assert 370 < sum(words) / len(words) < 410
    assert min(words) < 200
    assert max(words) > 700


def test_every_kind_of_markdown_occurs() -> None:
    bodies = "\n\n".join(draft(SEED, number).body for number in range(100))
    for sign in ("\n> ", "\n- ", "**", LINK_LIKE, '"', " -- ", " ... ", "S-400"):
        assert sign in bodies


def test_links_lead_to_articles_with_lower_numbers() -> None:
    known = {"/".join((str(day.year), name)) for day, name in (identity(SEED, n) for n in range(9))}
    for number in range(60):
        body = draft(SEED, number, below=9).body
        for part in body.split("](../")[1:]:
            assert part.split(".md)")[0] in known


def test_the_first_ranks_are_named_most() -> None:
    named: dict[str, int] = {}
    for number in range(400):
        for person in draft(SEED, number).people:
            named[person.id] = named.get(person.id, 0) + 1
    counts = sorted(named.values(), reverse=True)
    assert named[record("people", 0).id] in counts[:3]
    assert counts[0] > 10 * counts[len(counts) // 2]


def test_days_span_twenty_years() -> None:
    days = [identity(SEED, number)[0] for number in range(2_000)]
    assert all(FIRST_DAY <= day <= LAST_DAY for day in days)
    assert len({day.year for day in days}) == 20


@pytest.mark.parametrize("kind", sorted(SIZES))
def test_no_two_records_of_a_kind_share_an_id(kind: str) -> None:
    ids = {record(kind, rank).id for rank in range(SIZES[kind])}
    assert len(ids) == SIZES[kind]


def test_no_two_rare_words_are_the_same() -> None:
    assert len({rare_word(rank) for rank in range(RARE_WORDS)}) == RARE_WORDS


def test_a_revised_article_differs_with_each_mark() -> None:
    article = draft(SEED, 3)
    assert len({markdown(one) for one in (article, revised(article, 1), revised(article, 2))}) == 3


def test_a_dated_article_stands_in_the_folder_of_its_year() -> None:
    article = dated(draft(SEED, 3), FIRST_DAY, LAST_DAY)
    assert article.id.startswith(f"{FIRST_DAY.year}/")
    assert f'added: "{LAST_DAY}"' in markdown(article)

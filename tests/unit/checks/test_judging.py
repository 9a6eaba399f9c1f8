"""A check of what changed says what a check of everything says."""

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.archive.content import read_content
from plugins.archive.holdings import Holdings, copying
from plugins.archive.holdings.tables import store_in
from plugins.archive.likeness import likeness
from plugins.checks.command import verdict_on
from plugins.checks.desk import check
from tests.archives import write, write_article, write_page, write_record

TODAY = date(2021, 6, 15)
LONG = " ".join(f"word{number}" for number in range(120))
TEXTS = [
    "",
    "A line.",
    LONG,
    " ".join(LONG.split()[:70]),
    "Before it stood something else. " + LONG,
    " ".join(f"other{number}" for number in range(120)),
    "[a](a.md) and [b](../2021/b.md)",
    "[c](c.md)",
    "[page](../../pages/about.md)",
    "[person](../../authorities/people/asha.yaml)",
    "> " * 30 + "deep",
]
ARTICLES = ["2021/a", "2021/b", "2021/c", "2020/d"]

articles = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Same", "same", "Other"]),
        "date": st.sampled_from(["2021-01-01", "2021-06-17", "2020-12-31", "2030-01-01", "x"]),
        "happened": st.sampled_from(["2021-01-01", "2022"]),
        "source": st.sampled_from(["paper", "gazette", "nowhere"]),
        "source_url": st.sampled_from(["https://x.example/1", "https://x.example/2"]),
        "people": st.lists(st.sampled_from(["asha", "ascha", "nobody"]), max_size=3),
        "tags": st.lists(st.sampled_from(["wall", "walls"]), max_size=2),
        "aliases": st.lists(
            st.sampled_from(["articles/2021/a.html", "articles/2019/z.html"]), max_size=2
        ),
        "images": st.sampled_from([[{"file": "x.png"}], [{"file": "x.png", "rights": "CC0-1.0"}]]),
        "capture": st.sampled_from(
            [{"file": "x.txt", "sha256": "0" * 64}, {"file": "y.txt", "sha256": "1" * 64}]
        ),
        "status": st.just("draft"),
        "withdrawn": st.just({"date": "2021-05-05", "reason": "twice"}),
        "accepted": st.sampled_from(
            [
                [{"code": "future-date"}],
                [{"code": "same-story", "other": "2021/a"}, {"code": "missing-capture"}],
            ]
        ),
        "colour": st.just("red"),
    },
)
records = st.fixed_dictionaries(
    {},
    optional={
        "heading": st.sampled_from(["Asha Tamm", "Ascha Tamm", "Sea wall", "Sea walls"]),
        "see_also": st.lists(st.sampled_from(["asha", "walls", "paper"]), max_size=2),
        "accepted": st.just([{"code": "unused-record"}]),
        "colour": st.just("red"),
    },
)
RECORDS = {
    "people": ["asha", "ascha"],
    "tags": ["wall", "walls"],
    "sources": ["paper", "gazette"],
}
FILES = ["images/x.png", "captures/x.txt", "captures/y.txt", "stray.txt", "images/x y.png",
         "articles/2021/a.md", "articles/stray.md", "authorities/people/asha.yaml"]  # fmt: skip

edits = st.one_of(
    st.tuples(st.just("article"), st.sampled_from(ARTICLES), articles, st.sampled_from(TEXTS)),
    st.sampled_from([(kind, id_) for kind, ids in RECORDS.items() for id_ in ids]).flatmap(
        lambda record: st.tuples(st.just("record"), st.just(record), records)
    ),
    st.tuples(st.just("since"), st.sampled_from(["1950", "2021-03", "2031"])),
    st.tuples(st.just("broader"), st.sampled_from(["wall", "walls"])),
    st.tuples(st.just("page"), st.sampled_from(TEXTS)),
    st.tuples(st.just("file"), st.sampled_from(FILES), st.sampled_from(["", "x", "\x00", "y"])),
    st.tuples(st.just("link"), st.sampled_from(FILES)),
    st.tuples(st.just("gone"), st.sampled_from(FILES + [f"articles/{a}.md" for a in ARTICLES])),
    st.tuples(st.just("day"), st.sampled_from([TODAY, date(2021, 6, 16), date(2032, 1, 1)])),
    st.tuples(st.just("import")),
    st.tuples(st.just("damage")),
)


class Desk:
    """An archive on which somebody works, and the cache of the checks."""

    def __init__(self, folder: Path) -> None:
        self.content, self.cache = folder / "content", folder / "cache"
        self.today = TODAY
        for kind, ids in RECORDS.items():
            for id_ in ids:
                write_record(self.content, kind, id_)

    def edit(self, what, *values):
        getattr(self, f"do_{what}")(*values)

    def free(self, path):
        file = self.content / path
        file.unlink(missing_ok=True)
        return file

    def do_article(self, id_, keys, body):
        self.free(f"articles/{id_}.md")
        write_article(self.content, id_, body, **keys)

    def do_record(self, record, keys):
        self.free(f"authorities/{record[0]}/{record[1]}.yaml")
        write_record(self.content, *record, **keys)

    def do_since(self, since):
        write_record(self.content, "sources", "paper", since=since)

    def do_broader(self, broader):
        write_record(self.content, "tags", "wall", broader=broader)

    def do_page(self, body):
        write_page(self.content, "about", "About", body)

    def do_file(self, path, text):
        write(self.free(path), text)

    def do_link(self, path):
        file = self.free(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(__file__)

    def do_gone(self, path):
        self.free(path)

    def do_day(self, day):
        self.today = day

    def do_import(self):
        """What an import would ask, answered as by all articles."""
        content = read_content(self.content)
        with Holdings.opened(self.content, self.cache) as holdings:
            assert set(holdings.problems) == set(content.problems)
            assert holdings.authorities == content.authorities
            for article in content.articles.values():
                assert holdings.article(article.id) == article
                others = [one for one in content.articles.values() if one.id != article.id]
                like = {value for _, _, value in likeness(article)}
                twins = (one.id for one in others if like & {v for *_, v in likeness(one)})
                assert holdings.twin(article) == min(twins, default=None)
            for digest in ("0" * 64, "1" * 64):
                made = (one for one in content.articles.values() if one.capture)
                ids = sorted(one.id for one in made if one.capture.sha256 == digest)
                assert [one.id for one in holdings.made_of(digest)] == ids

    def do_damage(self):
        store = store_in(self.cache)
        if store.exists():
            data = bytearray(store.read_bytes())
            data[len(data) // 3 : len(data) // 2] = os.urandom(len(data) // 2 - len(data) // 3)
            store.write_bytes(data)

    def verdict(self):
        return verdict_on(self.content, self.cache, self.today)

    def anew(self):
        return verdict_on(self.content, None, self.today)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(rounds=st.lists(st.lists(edits, min_size=1, max_size=4), min_size=1, max_size=6))
def test_a_check_of_what_changed_says_what_one_of_everything_says(rounds):
    # A text of which there are three is a formula, so that some become and cease to be one.
    with TemporaryDirectory() as folder, patch.object(copying, "COMMON", 2):
        desk = Desk(Path(folder))
        for round_ in rounds:
            for edit in round_:
                desk.edit(*edit)
            verdict = desk.verdict()
            assert verdict == desk.anew()
            errors = [one for one in verdict.problems if one.severity == "error"]
            assert errors == list(check(read_content(desk.content)))

"""The verdict on the whole content folder, passed anew only where a change can have changed it.

Holdings know what changed and what that puts in doubt. An article's verdict hangs on its own
file, on the names of all files, and on a few others: those it has a key in common with, and
drafts that it links to. So it is read with these beside it, and with nothing else.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from ..archive.content import Content, read_file
from ..archive.holdings import copying, reach, taking
from ..archive.holdings.facts import FAULTY
from ..archive.holdings.tables import transaction
from ..archive.model import AUTHORITIES, Authority
from ..archive.permalinks import resolve
from ..archive.problems import Problem
from ..archive.sealed import get_meta, set_meta
from ..archive.text.body import links
from . import collection, doubts, lookalikes, strays
from .desk import check_articles, check_records

BATCH = 50


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every problem, errors and warnings, by path and line."""

    problems: tuple[Problem, ...]
    articles: int

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def judge(db: sqlite3.Connection, folder: Path, clock: Path | None, today: date) -> Verdict:
    """Bring holdings level with the folder, and judge what that puts in doubt."""
    return Judging(db, folder, today).run(clock)


class Judging:
    """One check; `folder` is the content folder, by an absolute path."""

    def __init__(self, db: sqlite3.Connection, folder: Path, today: date) -> None:
        self.db = db
        self.folder = folder
        self.today = today

    def run(self, clock: Path | None) -> Verdict:
        taking.take_in(self.db, self.folder, clock, self.of_articles)
        with transaction(self.db):
            self.turn_the_page()
            self.judge_stale()
            copying.pair(self.db, copying.Texts(self.folder))
            strays.keep(self.db, self.folder)
        problems = {*self.kept(), *self.of_collection()}
        (articles,) = self.db.execute(
            "SELECT count(*) FROM articles WHERE state < ?", (FAULTY,)
        ).fetchone()
        return Verdict(tuple(sorted(problems)), articles)

    def of_articles(self, content: Content) -> tuple[Problem, ...]:
        """The verdict on what is read in `content`, where the sources' records are at hand.

        The names of the others are needed only to say what a wrong id may have meant.
        """
        problems = check_articles(content)
        if problems:
            content.authorities = self.records()
            problems = check_articles(content)
        return (*problems, *doubts.doubts(content, self.today))

    def records(self) -> dict[str, dict[str, Authority]]:
        return {kind: taking.records(self.db, kind) for kind in AUTHORITIES}

    # What is in doubt

    def turn_the_page(self) -> None:
        """A day that was yet to come may have come since the last check."""
        last, now = get_meta(self.db, "today"), self.today.isoformat()
        if last is not None and last != now:
            self.db.execute(
                "INSERT OR IGNORE INTO stale "
                "SELECT 'articles/' || id || '.md' FROM articles WHERE day >= ?",
                (min(last, now),),
            )
        set_meta(self.db, "today", now)

    def judge_stale(self) -> None:
        paths = [path for (path,) in self.db.execute("SELECT path FROM stale ORDER BY path")]
        if not paths:
            return
        self.names = self.blank()
        changed = taking.records_in(paths)
        for kind in AUTHORITIES:
            if ids := {id_ for kind_, id_ in changed if kind_ == kind}:
                self.judge_records(kind, ids)
        if "pages/" in paths:
            self.judge_pages()
        articles = (path for path in paths if path.startswith("articles/"))
        sources = taking.records(self.db, "sources")
        while some := set(islice(articles, BATCH)):
            content = self.like_names()
            content.authorities["sources"] = sources
            self.replace(content, some, self.of_articles(self.read(content, some)))
        self.db.execute("DELETE FROM stale")

    def blank(self) -> Content:
        """The names of all files, none of them read."""
        content = Content(self.folder, paths=set(taking.names_taken_in(self.db)))
        taking.fill_names(self.db, content)
        return content

    def like_names(self) -> Content:
        names = self.names
        return Content(self.folder, paths=names.paths, images=names.images, captures=names.captures)

    def read(self, content: Content, paths: set[str]) -> Content:
        """Some articles and pages, and what their verdicts hang on besides."""
        for path in sorted(paths & content.paths):
            read_file(content, path, "file")
        for path in sorted(self.beside(content) & content.paths - paths):
            read_file(content, path, "file")
        return content

    def beside(self, content: Content) -> set[str]:
        found = {f"articles/{id_}.md" for id_ in self.sharing(content)}
        targets = {
            target
            for name, page in content.pages.items()
            for _, link in links(page.body)
            if (target := resolve(f"pages/{name}.md", link))
        }
        numbers = self.numbers(content)
        targets.update(
            target
            for number in numbers
            for (target,) in self.db.execute("SELECT target FROM leans WHERE number = ?", (number,))
        )
        return found | {path for path in targets if reach.is_draft(self.db, path)}

    def numbers(self, content: Content) -> list[int]:
        query = "SELECT number FROM articles WHERE id = ?"
        return [n for id_ in content.articles for (n,) in self.db.execute(query, (id_,))]

    def sharing(self, content: Content) -> Iterator[str]:
        query = (
            "SELECT DISTINCT id FROM keys AS mine JOIN keys AS theirs USING (key) "
            "JOIN articles ON articles.number = theirs.number WHERE mine.number = ?"
        )
        for number in self.numbers(content):
            yield from (id_ for (id_,) in self.db.execute(query, (number,)))

    def replace(self, content: Content, paths: set[str], found: Iterable[Problem]) -> None:
        """Put the new verdict on some files in the place of the old one."""
        for path in sorted(paths):
            self.db.execute("DELETE FROM problems WHERE path = ?", (path,))
        taking.note_problems(
            self.db, content, (one for one in found if taking.inside(content, one) in paths)
        )

    # Pages and records

    def judge_pages(self) -> None:
        content = self.like_names()
        paths = {path for path in content.paths if path.startswith("pages/")}
        self.read(content, paths)
        content.articles = {
            id_: one for id_, one in content.articles.items() if one.status == "draft"
        }
        self.db.execute("DELETE FROM problems WHERE path LIKE 'pages/%'")
        self.replace(content, paths, check_articles(content))

    def judge_records(self, kind: str, changed: set[str]) -> None:
        """All records of a kind among themselves, for none hangs on another kind's; `changed` are
        the ids of those that did. One that something is wrong with is read for the line."""
        content = self.like_names()
        content.authorities[kind] = taking.records(self.db, kind)
        problems = check_records(content)
        wrong = {taking.inside(content, one) for one in problems}
        for path in sorted(wrong & content.paths):
            read_file(content, path, "file")
        found = [*(check_records(content) if wrong else ()), *self.alike(content, kind, changed)]
        self.db.execute("DELETE FROM problems WHERE path GLOB ?", (f"authorities/{kind}/*",))
        taking.note_problems(self.db, content, found)

    def alike(self, content: Content, kind: str, changed: set[str]) -> Iterator[Problem]:
        records = content.authorities[kind]
        for pair in lookalikes.kept(self.db, kind, records, changed):
            if not lookalikes.are_told_apart(pair, records):
                path, message = lookalikes.told(kind, pair)
                yield Problem(content.shown(path), 1, "alike-records", message, "warning")

    # All that is known

    def kept(self) -> Iterator[Problem]:
        shown = f"{self.folder.name}/"
        for path, line, code, message in self.db.execute(
            "SELECT path, line, code, message FROM faults"
        ):
            yield Problem(shown + path, line, code, message)
        for path, line, code, message, severity in self.db.execute(
            "SELECT path, line, code, message, severity FROM problems"
        ):
            yield Problem(shown + path, line, code, message, severity)

    def of_collection(self) -> Iterator[Problem]:
        """Doubts that are about all articles together."""
        shown = f"{self.folder.name}/"
        for path, line, code, message in (
            *collection.unused(self.db),
            *collection.missing_captures(self.db),
            *collection.copies(self.db),
            *strays.unused(self.db),
        ):
            yield Problem(shown + path, line, code, message, "warning")

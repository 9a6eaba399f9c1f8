"""An incremental build equals a clean one, byte for byte, whatever was done to the content."""

import re
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from jinja2 import StrictUndefined

from plugins import articles, atlas, authorities, data, dates, feeds, home, machines, search
from plugins.archive import company, crowding, following, intake, library
from plugins.archive.asked import Asked
from plugins.archive.intake import Checks
from plugins.archive.problems import ContentProblemsError
from plugins.archive.unchanged import Question
from plugins.archive.versions import theme_version
from plugins.checks.desk import check_articles, check_records
from plugins.data import parts
from plugins.dates import timeline
from plugins.publish import build as publish_build
from plugins.publish.build import Build, Order
from plugins.publish.making import Made
from plugins.publish.templates import Look
from plugins.search import articles as search_articles
from plugins.search import cut
from plugins.search import index as search_index
from tests import sites
from tests.building import ROOT
from tests.hostile import PIXEL

ROOMS = (articles, atlas, authorities, data, dates, feeds, home, machines, search)
SITE = replace(sites.SITE, url="https://example.org", marks=((2021, "A year"),))
OPTIONS = {
    "autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined,
}  # fmt: skip
CAUSE = re.compile(r"\b(articles/\d+/\w+\.md|authorities/\w+/\w+\.yaml|images/p\.png|links\.yaml)")
PEOPLE, TAGS, PLACES = ("ann", "bob", "cid"), ("war", "air", "sea"), ("rome", "oslo")


def build(
    folder: Path,
    content: Path,
    theme: Path,
    version: str,
    told: Callable[[Made], None] = lambda _made: None,
    jobs: int = 1,
) -> Path:
    """Build `content` into `folder`, with what an earlier build left there. Where not all of
    the site is looked at, `told` hears of each file. What a question before it saw is used."""
    where = {"content": content, "output": folder / "out", "cache": folder / "cache"}
    asked = Asked.of(theme / "templates/base.html", **where, site_url=version)
    question = Question(asked)
    left = tree(where["output"]) if question.unchanged() is not None else None
    order = Order(
        **where,
        checks=Checks(check_articles, check_records),
        site=SITE,
        look=Look(theme=theme, options=OPTIONS),
        version=version,
        asked=asked.text,
        seen=question.seen,
        jobs=jobs,
        # A thread has the small lists of this process.
        start=lambda _jobs: ThreadPoolExecutor(1),
    )
    with Build(order) as work:
        work.take_in()
        work.begin()
        work.told = work.told if work.is_whole else told
        work.make()
        work.publish()
    assert left in (None, tree(order.output)), "there was something to build"
    return order.output


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class Archive(RuleBasedStateMachine):
    """A curator at work on a small archive, with lists that are cut at three articles."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.content = self.folder / "content"
        self.theme = self.folder / "theme"
        shutil.copytree(ROOT / "theme", self.theme)
        self.built: dict[str, bytes] = {}
        self.names: list[str] = []
        self.drafted = 0
        for kind, ids in (("people", PEOPLE), ("tags", TAGS), ("places", PLACES)):
            for id_ in ids:
                self.record(kind, id_, f"heading: {id_.title()}\n")
        self.record("sources", "mint", "heading: Mint\ntimezone: Asia/Kolkata\n")
        self.picture(0)

    def record(self, kind: str, id_: str, text: str) -> None:
        path = self.content / "authorities" / kind / f"{id_}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def article(self, name: str, **keys: object) -> None:
        path = self.content / "articles" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{key}: {value}\n" for key, value in keys.items() if value)
        path.write_text(f"---\n{lines}---\n\nText of {name}, with words.\n")

    @rule(
        day=st.dates(
            min_value=__import__("datetime").date(2020, 11, 1),
            max_value=__import__("datetime").date(2022, 2, 28),
        ),
        people=st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3),
        tags=st.lists(st.sampled_from(TAGS), unique=True, max_size=3),
        places=st.lists(st.sampled_from(PLACES), unique=True, max_size=1),
        happened=st.sampled_from(["", "", "2021-01", "2020", "2021-03-01/2021-03-04"]),
        state=st.sampled_from(["", "", "", "status: draft", "withdrawn"]),
        added=st.sampled_from(["", "2024-01-01", "2024-01-02"]),
        alias=st.booleans(),
        linked=st.booleans(),
        image=st.booleans(),
        event=st.sampled_from(["", "flood", "fire"]),
        corrected=st.sampled_from(["", "", "2024-03-01", "2024-03-02"]),
        which=st.integers(0, 30),
    )
    def put(  # noqa: PLR0917  # what Hypothesis draws
        self,
        day,
        people,
        tags,
        places,
        happened,
        state,
        added,
        alias,
        linked,
        image,
        event,
        corrected,
        which,
    ) -> None:
        """Add an article, or rewrite one that is there."""
        names = [name for name in self.names if name.startswith(f"{day.year}/")]
        if which < len(names):
            name = names[which]
        else:
            self.drafted += 1
            name = f"{day.year}/a{self.drafted}"
            self.names.append(name)
        self.article(
            name,
            title=f"Title {name} of {day}",
            date=day,
            source="mint",
            source_url=f"https://mint.example/{name}" if linked else "",
            people=f"[{', '.join(people)}]" if people else "",
            tags=f"[{', '.join(tags)}]" if tags else "",
            places=f"[{', '.join(places)}]" if places else "",
            happened=happened,
            added=added,
            status="draft" if state == "status: draft" else "",
            withdrawn="{date: 2024-02-02, reason: Gone}" if state == "withdrawn" else "",
            images="[{file: p.png, alt: A quay, rights: CC0-1.0}]" if image else "",
            event=event,
            corrections=f"[{{date: {corrected}, note: Mended.}}]" if corrected else "",
            aliases=f"[articles/1999/{name.replace('/', '-')}.html]" if alias else "",
        )

    @rule(which=st.integers(0, 30))
    def delete(self, which: int) -> None:
        if which < len(self.names):
            (self.content / "articles" / f"{self.names.pop(which)}.md").unlink()

    @rule()
    def delete_all(self) -> None:
        """More than is counted one by one."""
        while self.names:
            self.delete(0)

    @rule(which=st.integers(0, 30))
    def move(self, which: int) -> None:
        """Another file name, and so another address."""
        if which < len(self.names):
            self.drafted += 1
            new = f"{self.names[which][:4]}/m{self.drafted}"
            articles = self.content / "articles"
            (articles / f"{self.names[which]}.md").rename(articles / f"{new}.md")
            self.names[which] = new

    @rule(
        kind_id=st.sampled_from(
            [("people", id_) for id_ in PEOPLE]
            + [("tags", id_) for id_ in TAGS]
            + [("places", id_) for id_ in PLACES]
        ),
        heading=st.sampled_from(["Alpha", "Beta", "Gamma"]),
        extra=st.sampled_from(["", "variants:\n- Xi {0}\n", "note: A note.\n"]),
    )
    def rename(self, kind_id: tuple[str, str], heading: str, extra: str) -> None:
        kind, id_ = kind_id
        self.record(kind, id_, f"heading: {heading} {id_}\n{extra.format(id_)}")

    @rule(
        kind_id=st.sampled_from([("people", "ann"), ("tags", "sea"), ("places", "oslo")]),
        former=st.lists(st.sampled_from(["ab", "bc"]), unique=True, max_size=2),
    )
    def succeed(self, kind_id: tuple[str, str], former: list[str]) -> None:
        """A record that had other ids before, and perhaps another record of late."""
        kind, id_ = kind_id
        other = {"people": "bob", "tags": "war", "places": "rome"}[kind]
        self.record(kind, id_, f"heading: Delta {id_}\nformer: [{', '.join(former)}]\n")
        left = [old for old in ("ab", "bc") if old not in former]
        self.record(kind, other, f"heading: Delta {other}\nformer: [{', '.join(left[:1])}]\n")

    @rule(above=st.sampled_from(["", "war"]), form=st.booleans())
    def regroup(self, above: str, form: bool) -> None:
        broader = f"broader: {above}\n" if above else ""
        self.record("tags", "air", f"heading: Air\n{broader}form: {str(form).lower()}\n")

    @rule(days=st.lists(st.sampled_from(["", "2024-03-01", "2024-03-02"]), max_size=8))
    def ask(self, days: list[str]) -> None:
        """What is known of originals: some are gone, some are there again."""
        path = self.content / "links.yaml"
        names = [f"2021/a{number}" for number in range(1, 8)]
        gone = [(name, day) for name, day in zip(names, days, strict=False) if day]
        lines = [
            f"- url: https://mint.example/{name}\n  since: {day}\n  why: 404 Not Found\n"
            for name, day in gone
        ]
        if lines:
            path.write_text("gone:\n" + "".join(lines))
        else:
            path.unlink(missing_ok=True)

    @rule(variant=st.integers(0, 3))
    def picture(self, variant: int) -> None:
        """Another picture under the same name."""
        path = self.content / "images" / "p.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PIXEL + bytes([variant]))

    @rule(step=st.integers(1, 3))
    def change_theme(self, step: int) -> None:
        base = (ROOT / "theme" / "templates" / "base.html").read_text("utf-8")
        changed = base.replace("</body>", f"<!-- {step} --></body>")
        (self.theme / "templates" / "base.html").write_text(changed, "utf-8")

    @rule()
    def lose_the_store(self) -> None:
        (self.folder / "cache" / "store.sqlite").unlink(missing_ok=True)

    @invariant()
    def incremental_equals_clean(self) -> None:
        told: list[Made] = []
        version = theme_version(self.theme)
        built = tree(build(self.folder, self.content, self.theme, version, told.append))
        self.check_reasons(told)
        with tempfile.TemporaryDirectory() as other:
            clean = tree(build(Path(other), self.content, self.theme, version, jobs=2))
        assert sorted(built) == sorted(clean)
        differing = [path for path, data in clean.items() if built[path] != data]
        assert not differing

    def check_reasons(self, told: list[Made]) -> None:
        """Each file that is told of names a content file that was changed."""
        before, self.built = self.built, tree(self.content)
        changed = {p for p in {**before, **self.built} if before.get(p) != self.built.get(p)}
        for made in told:
            cause = CAUSE.search(made.why)
            assert cause, made
            assert cause[0] in changed, made

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def small_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ROOMS:
        room.register()
    monkeypatch.setattr(crowding, "MOST", 3)
    monkeypatch.setattr(crowding, "NEWEST", 2)
    for kind in ("people", "places", "tags"):
        monkeypatch.setitem(following.LEAST, kind, 2)
    monkeypatch.setattr(parts, "MOST", 1)
    monkeypatch.setattr(cut, "BLOCK", 12)
    monkeypatch.setattr(cut, "LARGE", 10)
    monkeypatch.setattr(cut, "MIDDLE", 6)
    monkeypatch.setattr(cut, "NEWEST", 3)
    monkeypatch.setattr(search_articles, "SMALL", 6)
    monkeypatch.setattr(search_index, "SMALL", 6)
    monkeypatch.setattr(company, "FEW", 1)
    monkeypatch.setattr(library, "REPORTS", 1)
    monkeypatch.setattr(timeline, "MOST", 3)
    monkeypatch.setattr(timeline, "FEW", 1)
    monkeypatch.setattr(intake, "MANY", 3)
    for module in (publish_build, intake):
        monkeypatch.setattr(module, "PARALLEL", 2)


@pytest.mark.usefixtures("small_lists")
def test_any_history_of_builds_gives_the_bytes_of_a_clean_one() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=6,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.usefixtures("small_lists")
def test_an_edit_of_an_edited_index_leaves_no_file_behind() -> None:
    """A file that came with a whole segment goes, also after another was written by itself."""
    machine = Archive()
    machine.start()
    for number in (1, 2):
        keys = {"title": f"A{number}", "date": f"2021-01-0{number}", "source": "mint"}
        machine.article(f"2021/a{number}", **keys, people="[ann]")
    machine.incremental_equals_clean()
    machine.article("2021/a1", title="Another", date="2021-01-01", source="mint", people="[ann]")
    machine.incremental_equals_clean()
    machine.article("2021/a1", title="Another", date="2021-01-01", source="mint")
    machine.article("2021/a2", title="A2", date="2021-01-02", source="mint")
    machine.incremental_equals_clean()
    machine.teardown()


@pytest.mark.usefixtures("small_lists")
def test_a_record_that_becomes_another_redirects_with_all_parts_of_its_list() -> None:
    machine = Archive()
    machine.start()

    def tagged(tag: str) -> None:
        for number in range(1, 6):
            day = f"202{number % 2}-01-0{number}"
            keys = {"title": f"A{number}", "date": day, "source": "mint"}
            machine.article(f"{day[:4]}/a{number}", **keys, tags=f"[{tag}]")

    def redirects() -> list[str]:
        machine.incremental_equals_clean()
        there = tree(machine.folder / "out")
        return sorted(
            path
            for path, data in there.items()
            if path.startswith("tags/") and b'http-equiv="refresh"' in data
        )

    tagged("sea")
    assert redirects() == []
    tagged("war")
    (machine.content / "authorities" / "tags" / "sea.yaml").unlink()
    machine.record("tags", "war", "heading: War\nformer: [sea]\n")
    assert redirects() == ["tags/sea.html", "tags/sea/2020.html", "tags/sea/2021.html"]
    machine.record("tags", "war", "heading: War\n")
    machine.record("tags", "air", "heading: Air\nformer: [sea]\n")
    assert redirects() == ["tags/sea.html"]
    machine.record("tags", "air", "heading: Air\n")
    assert redirects() == []
    machine.teardown()


@pytest.mark.usefixtures("small_lists")
def test_names_are_rewritten_where_articles_name_the_record() -> None:
    machine = Archive()
    machine.start()
    machine.article("2021/a", title="A", date="2021-01-01", source="mint", people="[ann]")
    version = theme_version(machine.theme)

    def names_written() -> bool:
        told: list[Made] = []
        build(machine.folder, machine.content, machine.theme, version, told.append)
        return any(made.path.startswith("search/names/") and made.written for made in told)

    names_written()
    machine.record("people", "bob", "heading: Bobby\n")
    assert not names_written()
    machine.record("people", "ann", "heading: Anna\n")
    assert names_written()
    machine.article("2021/b", title="B", date="2021-01-02", source="mint", people="[ann]")
    assert not names_written()
    machine.article("2021/b", title="B", date="2021-01-02", source="mint", people="[bob]")
    assert names_written()
    (machine.content / "articles" / "2021" / "b.md").unlink()
    assert names_written()
    machine.incremental_equals_clean()
    machine.teardown()


@pytest.mark.usefixtures("small_lists")
def test_a_record_takes_the_address_of_a_name_and_gives_it_back() -> None:
    machine = Archive()
    machine.start()
    address = machine.folder / "out/people/dan.html"
    dan = machine.content / "authorities/people/dan.yaml"
    machine.record("people", "ann", "heading: Ann\nvariants:\n- Dan\n")
    machine.incremental_equals_clean()
    assert "See <a" in address.read_text()
    machine.record("people", "ann", "heading: Anna\nvariants:\n- Dan\n")
    machine.incremental_equals_clean()
    assert ">Anna<" in address.read_text()
    machine.record("people", "ann", "heading: Ann\n")
    machine.record("people", "dan", "heading: Dan\n")
    machine.incremental_equals_clean()
    assert "See <a" not in address.read_text()
    machine.record("people", "ann", "heading: Ann\nvariants:\n- Dan\n")
    dan.unlink()
    machine.incremental_equals_clean()
    assert "See <a" in address.read_text()
    machine.record("people", "ann", "heading: Ann\n")
    machine.incremental_equals_clean()
    assert not address.exists()
    machine.teardown()


@pytest.mark.usefixtures("small_lists")
def test_days_of_the_calendar_come_and_go_with_the_years_that_have_them() -> None:
    machine = Archive()
    machine.start()
    address = machine.folder / "out/dates/03-01.html"
    for name, there in (("2021/a", False), ("2022/b", True), ("2019/c", True)):
        machine.article(name, title=name, date=f"{name[:4]}-03-01", source="mint")
        machine.incremental_equals_clean()
        assert address.exists() == there
    for name, there in (("2021/a", True), ("2019/c", False), ("2022/b", False)):
        (machine.content / f"articles/{name}.md").unlink()
        machine.incremental_equals_clean()
        assert address.exists() == there
    machine.teardown()


@pytest.mark.usefixtures("small_lists")
def test_an_original_that_is_gone_reaches_its_article_and_the_tables_alone() -> None:
    machine = Archive()
    machine.start()
    for number in (1, 2, 3):
        keys = {"title": f"A{number}", "date": f"202{number % 2}-01-0{number}", "source": "mint"}
        name = f"202{number % 2}/a{number}"
        machine.article(name, **keys, source_url=f"https://mint.example/{name}")
    machine.article("2021/w", title="W", date="2021-05-05", source="mint",
                    source_url="https://mint.example/2021/a4",
                    withdrawn="{date: 2024-02-02, reason: Gone}")  # fmt: skip
    machine.incremental_equals_clean()
    version = theme_version(machine.theme)

    def looked_at() -> list[str]:
        told: list[Made] = []
        build(machine.folder, machine.content, machine.theme, version, told.append)
        assert {made.why for made in told} <= {"links.yaml changed"}
        assert all(made.written for made in told)
        return sorted(made.path for made in told if not made.path.startswith("data/"))

    own = ["articles/2021/a1.html", "articles/2021/a1.json"]
    machine.ask(["2024-03-01"])
    assert looked_at() == own
    page = machine.folder / "out" / own[0]
    assert "No longer found there on" in page.read_text()
    machine.ask(["2024-03-02", "", "2024-03-01", "2024-03-01"])
    others = [f"articles/2021/{name}" for name in ("a3.html", "a3.json", "w.html", "w.json")]
    assert looked_at() == [*own, *others]
    machine.ask(["2024-03-02"])
    assert looked_at() == others
    machine.ask([])
    assert looked_at() == own
    machine.incremental_equals_clean()
    machine.teardown()


def test_a_problem_leaves_store_and_site_as_they_were(tmp_path: Path) -> None:
    machine = Archive()
    machine.start()
    machine.article("2021/a", title="A", date="2021-01-01", source="mint", people="[ann]")
    build(machine.folder, machine.content, machine.theme, "1")
    before = tree(machine.folder / "out")
    (machine.content / "authorities" / "people" / "ann.yaml").unlink()
    with pytest.raises(ContentProblemsError) as caught:
        build(machine.folder, machine.content, machine.theme, "1")
    assert [(p.path, p.line, p.code) for p in caught.value.problems] == [
        ("content/articles/2021/a.md", 5, "unknown-person")
    ]
    assert tree(machine.folder / "out") == before
    machine.record("people", "ann", "heading: Ann\n")
    build(machine.folder, machine.content, machine.theme, "1")
    assert tree(machine.folder / "out") == before
    machine.teardown()

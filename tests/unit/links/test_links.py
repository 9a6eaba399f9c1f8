"""A whole run: what is asked, kept, recorded and said."""

import json
import os
import signal
import sys
from datetime import date, timedelta
from itertools import pairwise
from subprocess import PIPE, Popen
from time import monotonic

import pytest

from plugins.archive.content import read_content
from plugins.links import command
from plugins.links.round import ask_all
from tests.archives import write_record
from tests.building import ROOT
from tests.unit.links.conftest import DAY, NEXT


def test_every_kind_of_address_is_asked(server, archive):
    archive.add(
        source_url=f"{server.base}/source",
        archived_url=f"{server.base}/copy",
        also=[{"name": "Other", "url": f"{server.base}/other"}],
    )
    archive.add("draft", source_url=f"{server.base}/draft", status="draft")
    withdrawn = {"date": "2022-01-01", "reason": "Asked for."}
    archive.add("out", source_url=f"{server.base}/withdrawn", withdrawn=withdrawn)
    write_record(archive.content, "sources", "paper", homepage=f"{server.base}/")
    archive.links()
    asked = {path for _, path in server.asked()}
    assert asked == {"/source", "/copy", "/other", "/draft", "/"}


def test_an_address_that_two_name_is_asked_once_and_told_for_both(server, archive):
    archive.add("one", source_url=f"{server.base}/x")
    archive.add("two", archived_url=f"{server.base}/x")
    said = archive.links()
    assert server.asked() == [("HEAD", "/x"), ("GET", "/x")]
    assert "content/articles/2021/one.md:5: missing:" in said
    assert "content/articles/2021/two.md:5: missing:" in said


def test_gone_is_what_is_missing_on_two_days(server, archive):
    archive.add(source_url=f"{server.base}/x")
    archive.links(DAY)
    archive.links(DAY, older_than=0)
    assert archive.record is None
    said = archive.links(NEXT)
    assert archive.record.endswith(
        f'gone:\n- url: "{server.base}/x"\n  since: 2026-05-01\n  why: "404 Not Found"\n'
    )
    assert "content/articles/2021/one.md:5: gone:" in said
    assert "content/links.yaml: 1 more gone, 0 taken out; commit it" in said
    content = read_content(archive.content)
    assert content.problems == []
    assert content.gone[f"{server.base}/x"].since == DAY


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_trouble_never_makes_it_gone(server, archive, status):
    archive.add(source_url=f"{server.base}/x")
    server.pages["/x"] = (status, {"Retry-After": "0"}, b"")
    for days in range(4):
        archive.links(DAY + timedelta(days))
    assert archive.record is None
    assert "unsure" in archive.said[-1]


def test_a_passing_trouble_neither_confirms_nor_clears(server, archive):
    archive.add(source_url=f"{server.base}/x")
    archive.links(DAY)
    server.pages["/x"] = (500, {}, b"")
    archive.links(NEXT)
    assert archive.record is None
    del server.pages["/x"]
    archive.links(date(2026, 5, 3))
    assert "since: 2026-05-01" in archive.record


def test_what_is_gone_stays_on_record_without_the_cache_and_through_troubles(server, archive):
    archive.add(source_url=f"{server.base}/x")
    archive.links(DAY)
    archive.links(NEXT)
    before = archive.record
    (archive.cache / "links.jsonl").unlink()
    archive.links(date(2026, 6, 1))
    assert archive.record == before
    server.pages["/x"] = (500, {}, b"")
    archive.links(date(2026, 6, 2), older_than=0)
    assert archive.record == before


def test_what_is_there_again_is_taken_off_the_record(server, archive):
    archive.add(source_url=f"{server.base}/x")
    archive.links(DAY)
    archive.links(NEXT)
    server.pages["/x"] = (200, {}, b"")
    said = archive.links(date(2026, 7, 1))
    assert archive.record is None
    assert "0 more gone, 1 taken out" in said


def test_articles_are_never_changed(server, archive):
    file = archive.add(source_url=f"{server.base}/x")
    server.pages["/x"] = (301, {"Location": "/y"}, b"")
    server.pages["/y"] = (200, {}, b"")
    before = file.read_bytes()
    said = archive.links()
    assert f"one.md:5: moved: {server.base}/x is for good at {server.base}/y" in said
    assert file.read_bytes() == before


def test_a_second_run_asks_only_what_is_left_or_due(server, archive):
    for number in range(5):
        server.pages[f"/{number}"] = (200, {}, b"")
        archive.add(f"n{number}", source_url=f"{server.base}/{number}")
    said = archive.links(limit=2)
    assert "3 more are due" in said
    archive.links()
    assert sorted(server.asked()) == [("HEAD", f"/{number}") for number in range(5)]
    archive.links(DAY + timedelta(29))
    assert len(server.seen) == 5
    archive.links(DAY + timedelta(30), limit=1)
    assert len(server.seen) == 6
    archive.links(DAY + timedelta(30), older_than=0)
    assert len(server.seen) == 11


def test_a_run_that_is_broken_off_keeps_what_it_found(server, archive, monkeypatch):
    for number in range(3):
        server.pages[f"/{number}"] = (200, {}, b"")
        archive.add(f"n{number}", source_url=f"{server.base}/{number}")

    def broken_off(*given, **kinds):
        found = ask_all(*given, **kinds)
        yield next(found)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "ask_all", broken_off)
    assert "what was found is kept" in archive.links(delay=5.0)
    assert archive.code == 1
    monkeypatch.undo()
    archive.links()
    assert archive.code == 0
    assert "2 asked: 2 there" in archive.said[-1]


def test_half_a_line_of_a_killed_run_does_no_harm(server, archive):
    for name in ("a", "b"):
        server.pages[f"/{name}"] = (200, {}, b"")
        archive.add(name, source_url=f"{server.base}/{name}")
    archive.links()
    state = archive.cache / "links.jsonl"
    state.write_bytes(state.read_bytes()[:-20])
    archive.links()
    lines = state.read_text("utf-8").splitlines()
    assert [json.loads(line)["url"] for line in lines] == [
        f"{server.base}/a",
        f"{server.base}/b",
    ]
    assert len(server.seen) == 3


def test_one_host_is_asked_one_thing_at_a_time(server, archive):
    for number in range(6):
        server.pages[f"/{number}"] = (200, {}, b"")
        archive.add(f"n{number}", source_url=f"{server.base}/{number}")
    archive.links(delay=0.1)
    assert server.most == 1
    times = [at for *_, at in server.seen]
    assert min(after - before for before, after in pairwise(times)) >= 0.1


def test_hosts_are_asked_side_by_side(server, archive):
    """Two names of one machine are two hosts; a slow one does not keep the other waiting."""
    server.pages["/slow"] = (200, {}, b"")
    port = server.server_address[1]
    archive.add("a", source_url=f"http://127.0.0.1:{port}/slow")
    archive.add("b", source_url=f"http://localhost:{port}/slow")
    archive.links(timeout=10.0)
    assert server.most == 2


def test_progress_is_said_line_by_line(server, archive):
    archive.add(source_url=f"{server.base}/x")
    assert f"1/1 missing: {server.base}/x (404 Not Found)" in archive.links()


def test_a_host_that_wants_rest_leaves_the_job_undone(server, archive):
    for name in ("a", "b"):
        server.pages[f"/{name}"] = (429, {"Retry-After": "3600"}, b"")
        archive.add(name, source_url=f"{server.base}/{name}")
    said = archive.links()
    assert archive.code == 1
    assert "1 not asked: no answer, or their hosts want to be left alone" in said
    assert len(server.seen) == 1


NAMELESS = command.Answer(found="missing", why="no such host", answered=False, by_name=True)


@pytest.fixture
def no_such_host(monkeypatch):
    """Names under .invalid have no address, also where a test has no resolver."""
    ask = command.Asking.ask
    monkeypatch.setattr(
        command.Asking, "ask", lambda self, url: NAMELESS if "invalid" in url else ask(self, url)
    )


def test_without_a_network_nothing_is_kept(archive, no_such_host):
    archive.add(source_url="http://nobody.invalid/x")
    for day in (DAY, NEXT):
        assert "is this machine on the network?" in archive.links(day)
        assert archive.code == 1
    assert archive.record is None
    assert "1 never asked" in archive.links(report=True)


def test_a_lost_name_counts_where_others_answer(server, archive, no_such_host):
    archive.add("a", source_url="http://nobody.invalid/x")
    archive.add("b", source_url=f"{server.base}/x")
    server.pages["/x"] = (200, {}, b"")
    archive.links(DAY)
    archive.links(NEXT)  # asks only for what was missing, and of the other whether it is there
    assert 'why: "no such host"' in archive.record
    assert server.asked() == [("HEAD", "/x")] * 2


def test_a_copy_is_suggested_for_the_day_of_the_article_and_not_written(server, archive):
    file = archive.add(source_url=f"{server.base}/x", date="2021-04-06")
    copy = {"available": True, "url": "http://web.archive.org/web/2021/x", "status": "200"}
    body = json.dumps({"archived_snapshots": {"closest": copy}}).encode()
    server.pages["/wayback/available"] = (200, {}, body)
    before = file.read_bytes()
    said = archive.links(suggest=True, archive=server.base)
    assert "content/articles/2021/one.md:5: archived-copy:" in said
    assert "archived_url: https://web.archive.org/web/2021/x" in said
    asked = server.asked()[-1][1]
    assert asked.startswith("/wayback/available?url=http%3A%2F%2F127.0.0.1")
    assert asked.endswith("timestamp=20210406")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, b'{"archived_snapshots": {}}', "no archived copy found"),
        (200, b'{"archived_snapshots": {"closest": {"available": false}}}', "no archived copy"),
        (200, b"<html>", "no answer about copies"),
        (200, b'["archived_snapshots"]', "no answer about copies"),
        (500, b"", "no answer about copies"),
        (
            200,
            b'{"archived_snapshots": {"closest": {"available": true, "status": "200", '
            b'"url": "javascript:alert(1)"}}}',
            "no archived copy found",
        ),
        (
            200,
            b'{"archived_snapshots": {"closest": {"available": true, "status": "404", '
            b'"url": "http://web.archive.org/web/2021/x"}}}',
            "no archived copy found",
        ),
    ],
)
def test_what_the_archive_can_not_say_is_said(server, archive, status, body, words):
    archive.add(source_url=f"{server.base}/x")
    server.pages["/wayback/available"] = (status, {}, body)
    assert words in archive.links(suggest=True, archive=server.base)


def test_copies_are_asked_for_only_where_they_are_wanted(server, archive):
    archive.add("a", source_url=f"{server.base}/a", archived_url=f"{server.base}/copy")
    archive.add("b", source_url=f"{server.base}/b")
    for path in ("/copy", "/b"):
        server.pages[path] = (200, {}, b"")
    archive.links(suggest=True, archive=server.base)
    assert not [path for _, path in server.asked() if "wayback" in path]


def test_the_report_asks_nobody(server, archive):
    archive.add("a", source_url=f"{server.base}/a")
    archive.links(DAY)
    archive.links(NEXT)
    archive.add("b", source_url=f"{server.base}/b")
    before = len(server.seen)
    said = archive.links(report=True)
    assert f"a.md:5: gone: {server.base}/a is gone since 2026-05-01 (404 Not Found)" in said
    assert "2 addresses: 1 missing; 1 on record as gone; 1 never asked" in said
    assert len(server.seen) == before


def test_faulty_content_is_told_first_and_nothing_is_asked(server, archive, capsys):
    archive.add(source_url=f"{server.base}/x")
    archive.add("bad", source_url="no address")
    assert archive.links() == ""
    assert archive.code == 1
    assert "content/articles/2021/bad.md:5: bad-value:" in capsys.readouterr().err
    assert server.seen == []


@pytest.mark.parametrize(
    ("choices", "option"),
    [
        ({"delay": -1.0}, "--delay"),
        ({"delay": float("nan")}, "--delay"),
        ({"timeout": 0.0}, "--timeout"),
        ({"timeout": command.seconds("soon")}, "--timeout"),
        ({"timeout": float("inf")}, "--timeout"),
        ({"limit": -1}, "--limit"),
        ({"older_than": -1}, "--older-than"),
        ({"at_once": 0}, "--at-once"),
        ({"archive": "file:///etc"}, "--archive"),
    ],
)
def test_a_bad_choice_is_refused(archive, capsys, choices, option):
    archive.links(**choices)
    assert archive.code == 1
    assert capsys.readouterr().err.startswith(f"{option}:1: bad-")


def test_a_faulty_record_is_a_problem_with_its_line(archive):
    (archive.content / "links.yaml").write_text("gone:\n- url: x\n  since: soon\n  why: y\n")
    found = [str(problem) for problem in read_content(archive.content).problems]
    lines = [line.split(": ")[0] for line in found]
    assert lines == ["content/links.yaml:2", "content/links.yaml:3"]


def test_only_one_run_at_a_time(server, archive, capsys):
    from filelock import FileLock

    archive.cache.mkdir()
    with FileLock(archive.cache / "links.lock"):
        archive.links()
    assert archive.code == 1
    assert "another `inv links` is at work" in capsys.readouterr().err


def test_ctrl_c_does_not_wait_for_a_slow_server(server, archive):
    server.pages["/a"] = (200, {}, b"")
    archive.add("a", source_url=f"{server.base}/a")
    archive.add("b", source_url=f"{server.base}/slow")
    server.slowness = 20
    folders = ["--content", str(archive.content), "--cache", str(archive.cache)]
    options = [*folders, "--allow-local", "--delay", "0", "--timeout", "60"]
    with Popen(
        [sys.executable, "-m", "invoke", "links", *options],
        cwd=ROOT,
        stdout=PIPE,
        stderr=PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as run:
        assert run.stdout.readline().startswith("1/2 there: ")
        run.send_signal(signal.SIGINT)
        began = monotonic()
        said, errors = run.communicate(timeout=30)
    assert monotonic() - began < 10
    assert "broken off; what was found is kept" in said
    assert "Traceback" not in errors
    assert run.returncode == 1
    assert len((archive.cache / "links.jsonl").read_text("utf-8").splitlines()) == 1

"""What is sent: files as they are, pages with one script more, and nothing to strangers."""

import http.client
import json
import threading
from contextlib import contextmanager

import pytest

from plugins.preview.server import Server
from plugins.preview.state import State

PAGE = "<!doctype html><html><head><title>t</title></head><body>здесь</body></html>"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "people").mkdir()
    for name in ("index.html", "people/index.html", "404.html"):
        (tmp_path / name).write_text(PAGE.replace("здесь", name), "utf-8")
    (tmp_path / "feed.xml").write_text("<feed/>")
    return tmp_path


@pytest.fixture
def state():
    return State("s")


@contextmanager
def served(folder, state):
    with Server(0, folder, state) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            state.end()
            server.shutdown()


def get(port, path, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer


def test_a_page_gets_the_script_that_knows_its_build(site, state):
    with served(site, state) as port:
        status, headers, answer = get(port, "/people/?x=1")
        text = answer.read().decode()
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert text.count("</head>") == 1
    assert '<script src="/-/preview.js?s-0" defer></script></head>' in text
    assert text.endswith("<body>people/index.html</body></html>")


def test_other_files_are_sent_as_they_are(site, state):
    with served(site, state) as port:
        status, _, answer = get(port, "/feed.xml")
        assert (status, answer.read()) == (200, b"<feed/>")


def test_what_is_not_there_gets_the_site_s_own_page_and_hears_of_builds_too(site, state):
    with served(site, state) as port:
        status, _, answer = get(port, "/articles/2021/gone.html")
        text = answer.read().decode()
    assert status == 404
    assert "404.html" in text
    assert "/-/preview.js" in text


def test_without_a_site_there_is_a_page_that_hears_of_builds(tmp_path, state):
    with served(tmp_path / "output", state) as port:
        status, _, answer = get(port, "/")
        assert status == 404
        assert b"/-/preview.js" in answer.read()


@pytest.mark.parametrize("path", ["/-/../server.py", "/-/server.py", "/-/%2e%2e/server.py", "/-/"])
def test_nothing_but_its_own_page_files_is_sent_from_its_folder(site, state, path):
    with served(site, state) as port:
        assert get(port, path)[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:80"])
def test_a_browser_that_was_told_another_name_for_this_machine_gets_nothing(site, state, host):
    with served(site, state) as port:
        assert get(port, "/", host)[0] == 403


def test_news_comes_as_it_happens(site, state):
    with served(site, state) as port:
        _, headers, stream = get(port, "/-/events")
        assert headers["Content-Type"].startswith("text/event-stream")

        def read():
            line = stream.readline().decode()
            assert stream.readline() == b"\n"
            return json.loads(line.removeprefix("data: "))

        assert read() == {"build": "s-0", "problems": []}
        state.refused(("content/x.md:1: a-code: слова",))
        assert read() == {"build": "s-0", "problems": ["content/x.md:1: a-code: слова"]}
        state.built()
        assert read() == {"build": "s-2", "problems": []}

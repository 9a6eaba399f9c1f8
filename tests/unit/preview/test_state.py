import json
import threading

from plugins.preview.state import State


def told(news):
    return json.loads(str(news))


def test_a_build_names_another_site_and_a_refusal_does_not():
    state = State("s")
    assert told(state.news) == {"build": "s-0", "problems": []}
    state.refused(("content/x.md:1: a-code: words",))
    assert told(state.news) == {"build": "s-0", "problems": ["content/x.md:1: a-code: words"]}
    state.built()
    assert told(state.news)["problems"] == []
    assert told(state.news)["build"] != "s-0"


def test_news_is_told_once_to_whoever_waits():
    state = State("s")
    first = state.after(-1, 0)
    assert first == state.news
    assert state.after(first.number, 0.01) is None
    threading.Timer(0.05, state.built).start()
    assert state.after(first.number, 10) == state.news != first


def test_the_end_is_waited_for_no_longer():
    state = State("s")
    threading.Timer(0.05, state.end).start()
    assert state.after(0, 10) is None
    assert state.is_over

"""A small archive on disk, and a desk at which articles are added to it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from plugins.accession.desk import Desk
from plugins.accession.terminal import Terminal
from plugins.capture.filing import write_all
from plugins.checks.desk import check
from tests.archives import write, write_article, write_record

TODAY = date(2024, 5, 2)


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    write_record(folder, "sources", "mint", heading="Mint", timezone="Asia/Kolkata")
    write_record(folder, "sources", "tass", heading="TASS")
    write_record(
        folder,
        "people",
        "sergey-lavrov",
        heading="Sergey Lavrov",
        sort="Lavrov, Sergey",
        variants=["Sergei Lavrov"],
        scripts={"ru": ["Сергей Лавров"]},
        former=["s-lavrov"],
    )
    write_record(folder, "people", "sergey-shoigu", heading="Sergey Shoigu")
    write_record(folder, "places", "new-delhi", heading="New Delhi", variants=["Delhi"])
    write_record(folder, "tags", "diplomacy", heading="Diplomacy")
    write(folder / "articles" / ".gitkeep", "")
    write_article(
        folder,
        "2021/there",
        "Text.",
        title="It's there",
        date="2021-04-06",
        source="mint",
        source_url="https://mint.example/there",
    )
    return folder


@pytest.fixture
def desk(content):
    """desk(...): nobody to ask, unless a terminal is given."""
    return partial(
        Desk,
        folder=content,
        today=TODAY,
        check=check,
        write=lambda files: write_all(files, frozenset()),
        show=lambda _text: None,
    )


@pytest.fixture
def typed(desk):
    """typed("words\\r..."): add an article at a terminal where that is typed; the exit code, and
    what was shown. In a thread of its own: a terminal runs an event loop, and in the main thread
    one may be running, that of a browser which an earlier test drove."""

    def run(keys, given=None, body=None):
        shown = []
        with create_pipe_input() as pipe:
            pipe.send_text(keys)
            session = PromptSession(input=pipe, output=DummyOutput())
            terminal = Terminal(shown.append, session)
            add = desk(terminal=terminal, show=shown.append).add
            with ThreadPoolExecutor(1) as thread:
                code = thread.submit(add, given or {}, body).result()
        return code, shown

    return run

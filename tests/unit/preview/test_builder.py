"""A build in a process of its own."""

import subprocess
import sys

import pytest

from plugins.preview.builder import Builder


def builder(folder, words):
    return Builder((sys.executable, "-c", words), folder)


def test_what_it_said_and_its_code_are_given_back(tmp_path):
    one = builder(tmp_path, "input(); print('a'); print('b'); raise SystemExit(3)")
    assert one.build() == (3, ("a", "b"))
    one.end()


def test_a_build_ends_with_the_one_who_waits_for_it(tmp_path, monkeypatch):
    one = builder(tmp_path, "input(); import time; time.sleep(60)")
    one.prepare()
    process = one._waiting

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        one.build()
    assert process.poll() is not None
    process.stdin.close()
    process.stdout.close()

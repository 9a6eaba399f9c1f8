"""How verbs end: with a number that is none, and where nobody reads on."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
INV = [sys.executable, "-m", "invoke", "--search-root", str(ROOT)]
TASKS = """
import sys
sys.path.insert(0, {root!r})
from functools import partial
from invoke import Exit, task
from plugins.archive.verb import Verb
verb = partial(task, klass=Verb)

@verb
def talk(_context, lines=1, code=0):
    for number in range(lines):
        print("a line of forty letters, more or less", number)
    if code:
        raise Exit(code=code)

@verb
def complain(_context, lines=1):
    for number in range(lines):
        print("a line of forty letters, more or less", number, file=sys.stderr)

@verb
def write(_context):
    import os
    read, write = os.pipe()
    os.close(read)
    os.write(write, b"x")
"""


@pytest.fixture
def talker(tmp_path):
    (tmp_path / "tasks.py").write_text(TASKS.format(root=str(ROOT)), "utf-8")
    return [sys.executable, "-m", "invoke", "--search-root", str(tmp_path)]


def run_unread(command):
    """Its exit code, and what it says on standard error, with nobody to read what it prints."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    return done.returncode, done.stderr.decode()


# Of few lines all stay in memory to the end.
@pytest.mark.parametrize("lines", ["3", "30000"])
@pytest.mark.parametrize("code", ["0", "1"])
def test_a_verb_that_nobody_reads_ends_quietly(talker, lines, code):
    assert run_unread([*talker, "talk", "--lines", lines, "--code", code]) == (141, "")


def test_a_verb_whose_complaints_nobody_reads_ends_too(talker):
    read, write = os.pipe()
    os.close(read)
    command = [*talker, "complain", "--lines", "3000"]
    done = subprocess.run(command, stdout=write, stderr=write, check=False)
    os.close(write)
    assert done.returncode == 141


def test_another_pipe_that_breaks_is_a_fault_in_the_code(talker):
    done = subprocess.run([*talker, "write"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "BrokenPipeError" in done.stderr


def test_the_state_of_the_archive_may_be_read_in_part(tmp_path):
    assert run_unread([*INV, "stats", "--cache", str(tmp_path)]) == (141, "")


@pytest.mark.parametrize("words", [["--list"], ["--help", "links"]])
def test_what_invoke_says_by_itself_may_be_read_in_part(words):
    assert run_unread([*INV, *words]) == (1, "")


def numbers():
    """Every option of every verb that takes a number."""
    for verb in re.split(r"\n(?=@)", (ROOT / "tasks.py").read_text("utf-8")):
        named = re.search(r"\ndef (\w+)\(", verb)
        if verb.startswith("@task") and named:
            name = re.match(r'@task\(\n    name="([\w-]+)"', verb)
            for option in re.findall(r"(\w+): int = ", verb.partition("def ")[2]):
                yield name[1] if name else named[1], option.replace("_", "-")


def test_the_options_that_take_numbers_are_found():
    assert set(numbers()) >= {("links", "limit"), ("build", "jobs"), ("bench-check", "rounds")}


@pytest.mark.parametrize(("verb", "option"), list(numbers()))
def test_a_number_that_is_none_is_told_in_a_line(verb, option):
    for value in ("x", "-1", "1.5"):
        command = [*INV, verb, f"--{option}={value}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        told = f'--{option}:1: bad-number: "{value}" is none; give a whole number, such as 8\n'
        assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_a_port_that_no_machine_has_is_told_in_a_line():
    command = [*INV, "serve", "--port", "70000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == ("cuttings: port 70000: ports end at 65535; name another with --port\n")

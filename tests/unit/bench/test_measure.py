"""What a command cost, its children included."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.measure import CommandError, Cost, measure
from tests.building import ROOT

CHILD = "x = bytearray(80_000_000)\nfor i in range(3_000_000): i * i\nimport time; time.sleep(0.6)"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def cost(folder: Path, *arguments: str) -> Cost:
    report = folder / "report.json"
    return measure([sys.executable, "-c", *arguments], report, folder, dict(os.environ))


def test_processor_time_and_memory_of_children_count(tmp_path: Path) -> None:
    found = cost(tmp_path, PARENT, CHILD)
    assert found.peak > 80_000_000
    assert found.cpu > 0.05
    assert found.wall > 0.2


@pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="no /proc: one process's peak only"
)
def test_memory_of_processes_that_run_together_adds_up(tmp_path: Path) -> None:
    both = (
        "import subprocess, sys\n"
        "both = [subprocess.Popen([sys.executable, '-c', sys.argv[1]]) for _ in range(2)]\n"
        "[one.wait() for one in both]"
    )
    assert cost(tmp_path, both, CHILD).peak > 160_000_000


def test_the_bench_itself_does_not_count(tmp_path: Path) -> None:
    ballast = bytearray(120_000_000)
    assert cost(tmp_path, "pass").peak < 60_000_000
    assert ballast


def test_a_command_that_fails_ends_the_bench_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"exit 3(.|\n)*no such theme"):
        cost(tmp_path, "import sys; print('no such theme'); sys.exit(3)")


def test_ending_the_bench_ends_the_command(tmp_path: Path) -> None:
    ticks = tmp_path / "ticks"
    ticking = "import sys, time\nwhile True: open(sys.argv[1], 'a').write('.'); time.sleep(0.02)"
    script = (
        "import os, pathlib, signal, sys\n"
        "from bench.measure import measure\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "command = [sys.executable, '-c', sys.argv[2], str(folder / 'ticks')]\n"
        "measure(command, folder / 'report.json', folder, dict(os.environ))"
    )
    bench = subprocess.Popen([sys.executable, "-c", script, str(tmp_path), ticking], cwd=ROOT)
    until = time.monotonic() + 30
    while not ticks.exists() and time.monotonic() < until:
        time.sleep(0.02)
    bench.terminate()
    assert bench.wait(30) == 143
    length = ticks.stat().st_size
    time.sleep(0.3)
    assert ticks.stat().st_size == length

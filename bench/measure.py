"""One command, measured: wall time, processor time and memory of all its processes.

Run as a small program of its own, `python measure.py REPORT COMMAND...`, because a process
begins with the peak memory of the one that started it, and the bench itself is large.

Memory is that of the command and all its descendants, added up five times a second (more
often, the looking itself would slow a command that keeps all processors busy), or the largest
size that the kernel reports for one of them, whichever is more. What several processes share
is divided among them. Processor time is what was last seen of each process, or what the kernel
reports for those that were waited for, whichever is more: a server of workers waits for them
itself, and nobody for the server.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

INTERVAL = 0.2  # seconds between two looks at the processes
# What ru_maxrss counts in: bytes on macOS, else kilobytes.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
PROC = Path("/proc")


class CommandError(Exception):
    """A measured command that did not exit with 0: its name and the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, processor seconds (user and system), peak memory in bytes."""

    wall: float
    cpu: float
    peak: int


def measure(command: list[str], report: Path, cwd: Path, env: dict[str, str]) -> Cost:
    """Run `command` to its end. `report` is a file for the answer; its neighbour ending in
    `.log` takes what the command prints."""
    log = report.with_suffix(".log")
    os.sync()  # what the last command left to write is not this one's cost
    launcher = [sys.executable, "-I", __file__, str(report), *command]
    with log.open("wb") as said:
        code = wait(
            subprocess.Popen(
                launcher,
                cwd=cwd,
                env=env,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        )
    if code:
        tail = log.read_text("utf-8", "replace")[-2_000:]
        raise CommandError(f"exit {code}: {' '.join(command)}\n{tail}")
    return Cost(**json.loads(report.read_text()))


def wait(process: subprocess.Popen[bytes]) -> int:
    """The exit code. If the bench is ended meanwhile, so are the command and its children."""
    try:
        return process.wait()
    except BaseException:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


class Watch(threading.Thread):
    """Adds up memory and time of a process and its descendants until it is told to stop.

    `times`: processor seconds last seen of each, those of its waited-for children left out.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0
        self.times: dict[int, float] = {}
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(INTERVAL):
            found = family(self.process)
            self.peak = max(self.peak, sum(map(memory, found)))
            for process in found:
                self.times[process] = max(seconds(process), self.times.get(process, 0.0))


def family(process: int) -> list[int]:
    """A process and its descendants, as far as the system tells (Linux)."""
    found = [process]
    for one in found:  # grows while it is read
        for listing in (PROC / str(one)).glob("task/*/children"):
            try:
                found.extend(map(int, listing.read_text().split()))
            except OSError:  # it has just ended
                continue
    return found


def memory(process: int) -> int:
    """Bytes of its own, and its share of those that it shares; 0 if it has ended."""
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def seconds(process: int) -> float:
    """Processor seconds, user and system, of a process alone; 0 if it has ended."""
    try:
        fields = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(command: list[str]) -> tuple[int, Cost]:
    """The command's exit code and cost."""
    started = perf_counter()
    process = subprocess.Popen(command)
    watch = Watch(process.pid)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for: tell Popen
    watch.stopped.set()
    watch.join()
    peak = max(watch.peak, usage.ru_maxrss * PEAK_UNIT)
    cpu = max(usage.ru_utime + usage.ru_stime, sum(watch.times.values()))
    return process.returncode, Cost(wall, cpu, peak)


def main() -> int:
    report, *command = sys.argv[1:]
    code, cost = run(command)
    Path(report).write_text(json.dumps(asdict(cost)))
    return abs(code)


if __name__ == "__main__":
    raise SystemExit(main())

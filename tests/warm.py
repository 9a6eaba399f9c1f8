"""Builds in fresh processes that need not start Python and import everything again.

`python -m tests.warm` imports what a build imports and then forks one process per line on its
standard input: JSON [folder, options, file]. It answers with two lines: the process id, which is
the process group's too, and, when the build has ended, its exit code. What the build prints goes
to `file`.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.building import NEEDED, ROOT


@dataclass(frozen=True)
class Ended:
    """How a build ended; `code` is -9 for one that was killed."""

    code: int
    told: str
    seconds: float


class WarmBuilder:
    """One build at a time; several of these, several at a time."""

    def __init__(self) -> None:
        self.folder = TemporaryDirectory()
        self.said = Path(self.folder.name, "said")
        kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
        self.server = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            cwd=ROOT,
            env=kept | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.server.stdout.readline() == "ready\n"

    def build(self, folder: Path, *options: str, kill_after: float | None = None) -> Ended:
        """As `inv build` of `folder`/content into `folder`/out with the cache `folder`/cache;
        with `kill_after`, its process group is killed so many seconds after it began."""
        start = time.perf_counter()
        self.begin(folder, *options)
        if kill_after is not None:
            time.sleep(max(0.0, start + kill_after - time.perf_counter()))
            self.kill()
        return self.end()

    def begin(self, folder: Path, *options: str) -> None:
        self.started = time.perf_counter()
        self.server.stdin.write(json.dumps([str(folder), options, str(self.said)]) + "\n")
        self.server.stdin.flush()
        self.group = int(self.server.stdout.readline())

    def kill(self) -> None:
        os.killpg(self.group, signal.SIGKILL)

    def end(self) -> Ended:
        code = int(self.server.stdout.readline())
        seconds = time.perf_counter() - self.started
        return Ended(code, self.said.read_text("utf-8"), seconds)

    def close(self) -> None:
        self.server.stdin.close()
        self.server.wait()
        self.server.stdout.close()
        self.folder.cleanup()


def serve() -> None:
    import_what_a_build_needs()
    print("ready", flush=True)
    pid = 0
    for line in sys.stdin:
        if pid:
            os.waitpid(pid, 0)
        folder, options, said = json.loads(line)
        where = ["--content", f"{folder}/content", "--output", f"{folder}/out"]
        told = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        pid = os.fork()
        if not pid:
            os.setpgid(0, 0)
            become_a_build([*where, "--cache", f"{folder}/cache", *options], told)
        os.close(told)
        with suppress(PermissionError):  # the child has done it, and is past it
            os.setpgid(pid, pid)
        print(pid, flush=True)
        # Its number stays taken until the next one: nobody else's process is killed.
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        print(ended.si_status * (1 if ended.si_code == os.CLD_EXITED else -1), flush=True)


def import_what_a_build_needs() -> None:
    import importlib

    for name in ("invoke.main", "pelican", "filelock", "ctypes", "rich.progress"):
        importlib.import_module(name)
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        if "capture" not in path.parts:
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def become_a_build(options: list[str], told: int) -> None:
    for handle in (1, 2):
        os.dup2(told, handle)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["invoke", "--search-root", str(ROOT), "build", *options]
    from invoke.main import program

    code = 1
    try:
        program.run()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()

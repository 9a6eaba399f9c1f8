"""Lighthouse, as npm has it: one Node and one Chromium, asked about page after page."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.chromium import find_chromium, is_root
from tests.browser.npm import Locked

HERE = Path(__file__).parent / "node"
LIGHTHOUSE = Locked(package="lighthouse", folder=HERE, named="CUTTINGS_LIGHTHOUSE")


@dataclass(frozen=True)
class Verdict:
    """Of a hundred each: performance, accessibility, best-practices, seo; and what cost points."""

    scores: dict[str, int]
    faults: tuple[str, ...]


Judge = Callable[..., Verdict]


@contextmanager
def lighthouse() -> Iterator[Judge]:
    """`judge(address, form, without, again)`: what it makes of a page on a "desktop" or a "phone",
    without some audits; `NoPackageError` where Lighthouse can't be had. A page that is judged
    again is so with regard to how busy this machine just was."""
    flags = ["--no-sandbox"] if is_root() else []
    script, modules = str(HERE / "lighthouse.mjs"), str(LIGHTHOUSE.path())
    command = ["node", script, modules, str(find_chromium()), *flags]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as node:
        assert node.stdin
        assert node.stdout

        def judge(
            address: str, form: str, without: tuple[str, ...] = (), *, again: bool = False
        ) -> Verdict:
            asked = json.dumps(
                {"address": address, "form": form, "without": without, "again": again}
            )
            print(asked, file=node.stdin, flush=True)
            answer = json.loads(node.stdout.readline() or '{"error": "Lighthouse is gone"}')
            if "error" in answer:
                raise RuntimeError(f"{address}: {answer['error']}")
            return Verdict(answer["scores"], tuple(answer["faults"]))

        yield judge
        node.stdin.close()

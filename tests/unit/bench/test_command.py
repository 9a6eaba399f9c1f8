"""Options of `inv bench` that can't be followed, and the machine's description."""

from pathlib import Path

import pytest

from bench import machine
from bench.command import bench


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"peers": "jekyll"}, "--peers knows no jekyll; it takes hugo, pagefind, pelican"),
        ({"peers": "pagefind"}, "write --peers hugo,pagefind"),
        ({"peers": "", "jobs": "warm"}, "--jobs-list knows no warm"),
        ({"peers": "", "sizes": "many"}, "--sizes takes numbers of articles"),
        ({"peers": "", "tmpfs": "."}, "is not in memory"),
    ],
)
def test_an_option_that_cannot_be_followed_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: dict[str, str], said: str
) -> None:
    assert bench(tmp_path, day="2026-11-22", **options) == 1
    assert said in capsys.readouterr().err


def test_the_machine_is_described_without_its_name() -> None:
    assert "cores of" in machine.describe()
    assert "/" not in machine.file_system(Path("/"))

"""Options of `inv bench` that can't be followed, and the machine's description."""

from pathlib import Path

import pytest

from bench import machine
from bench.command import BEGIN, END, bench
from bench.results import Results, Sample


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
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: dict[str, str],
    said: str,
) -> None:
    monkeypatch.setattr(machine, "file_system", lambda _folder: "ext4")
    assert bench(tmp_path, day="2026-11-22", **options) == 1
    assert said in capsys.readouterr().err


def test_what_is_kept_is_recorded_without_measuring_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = Sample(
        place="disk", size=1_000, job="added", system="ours", round=0, wall=1.5, cpu=1.25,
        peak=100_000_000, files=12, bytes=34_000_000, day="2026-11-22", machine="a machine",
    )  # fmt: skip
    kept = tmp_path / ".cache" / "bench" / "results.json"
    kept.parent.mkdir(parents=True)
    Results([sample]).write(kept)
    page = tmp_path / "docs" / "performance.md"
    page.parent.mkdir()
    page.write_text(f"Before\n\n{BEGIN}\nNothing.\n\n{END}\nAfter\n")
    assert bench(tmp_path, day="2026-11-23", peers="", jobs="", record=True) == 0
    assert "2026-11-22: a machine" in page.read_text("utf-8")
    assert "| one article added | ours | 1.50 |" in page.read_text("utf-8")
    assert "one article added" in capsys.readouterr().out


def test_the_machine_is_described_without_its_name() -> None:
    assert "cores of" in machine.describe()
    assert "/" not in machine.file_system(Path("/"))

"""Finding and installing a browser, with a fake apt-get and a fake Playwright."""

import sys
from pathlib import Path

import pytest

from tests.browser import chromium

BROWSER = '#!/bin/sh\necho "Chromium 150.0"\n'
STUB = '#!/bin/sh\necho "please install the snap" >&2; exit 1\n'


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """An empty machine: nothing on PATH but what a test puts there, and no Playwright."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.delenv(chromium.NAMED, raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(chromium, "MAC_APPS", ())
    monkeypatch.setattr(sys, "executable", str(program(programs, "python", failing("python"))))
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    return programs


def program(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def failing(name: str) -> str:
    return f'#!/bin/sh\necho "{name} $*" >> "${{0%/*}}/calls"; echo "no network" >&2; exit 7\n'


def apt_that_brings(browser: Path) -> str:
    """Logs each call; `install` puts a browser on the PATH."""
    return (
        '#!/bin/sh\necho "apt-get $* $DEBIAN_FRONTEND" >> "${0%/*}/calls"\n'
        f'[ "$1" = install ] || exit 0\n'
        f"printf '#!/bin/sh\\necho Chromium 150\\n' > '{browser}' && /bin/chmod +x '{browser}'\n"
    )


def calls(machine: Path) -> list[str]:
    return (machine / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", chromium.COMMANDS)
def test_a_browser_on_the_path_is_found(machine, name):
    browser = program(machine, name, BROWSER)
    assert chromium.find_chromium() == browser


def test_the_first_name_wins(machine):
    program(machine, "google-chrome", BROWSER)
    browser = program(machine, "chromium", BROWSER)
    assert chromium.find_chromium() == browser


def test_the_named_browser_goes_first(machine, monkeypatch, tmp_path):
    program(machine, "chromium", BROWSER)
    mine = program(tmp_path, "mine", BROWSER)
    monkeypatch.setenv(chromium.NAMED, str(mine))
    assert chromium.find_chromium() == mine


def test_a_named_browser_that_is_not_there_is_an_error_not_a_fallback(machine, monkeypatch, capsys):
    program(machine, "chromium", BROWSER)
    monkeypatch.setenv(chromium.NAMED, "/nowhere/chrome")
    with pytest.raises(chromium.NoChromiumError, match="'/nowhere/chrome'"):
        chromium.find_chromium()
    assert chromium.main() == 1
    assert "/nowhere/chrome" in capsys.readouterr().out


def test_a_stub_that_tells_no_version_is_passed_over(machine):
    program(machine, "chromium-browser", STUB)
    browser = program(machine, "google-chrome", BROWSER)
    assert chromium.find_chromium() == browser


def test_a_mac_application_is_found(machine, monkeypatch, tmp_path):
    app = program(tmp_path, "Google Chrome", BROWSER)
    monkeypatch.setattr(chromium, "MAC_APPS", (str(app),))
    assert chromium.find_chromium() == app


def test_playwrights_own_browser_is_found(machine, monkeypatch, tmp_path):
    own = program(tmp_path, "chrome", BROWSER)
    monkeypatch.setattr(
        sys, "executable", str(program(tmp_path, "py", f"#!/bin/sh\necho '{own}'\n"))
    )
    assert chromium.find_chromium() == own


def test_a_browser_that_is_there_is_not_installed(machine, capsys):
    found = program(machine, "chromium", BROWSER)
    program(machine, "apt-get", failing("apt-get"))
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"browser: using {found}\n"
    assert not (machine / "calls").exists()


def test_where_playwright_cannot_download_debian_brings_one(machine, capsys):
    program(machine, "apt-get", apt_that_brings(machine / "chromium"))
    assert chromium.main() == 0
    out = capsys.readouterr().out
    assert "browser: installing Playwright's own Chromium" in out
    assert "  | no network" in out
    assert "browser: installing Debian's Chromium" in out
    assert f"browser: installed; using {machine / 'chromium'}" in out
    assert [call for call in calls(machine) if "apt-get" in call or "install" in call] == [
        "python -m playwright install chromium",
        "apt-get update -qq noninteractive",
        "apt-get install -y -qq chromium noninteractive",
    ]


def test_apt_is_left_alone_by_who_is_not_root(machine, monkeypatch, capsys):
    program(machine, "apt-get", apt_that_brings(machine / "chromium"))
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    assert chromium.main() == 1
    assert "not root, so apt-get is not tried" in capsys.readouterr().out
    assert not any("apt-get" in call for call in calls(machine))


def test_no_browser_at_all_is_a_failure_with_the_remedy(machine, capsys):
    program(machine, "apt-get", failing("apt-get"))
    assert chromium.main() == 1
    out = capsys.readouterr().out
    assert "`apt-get install -y -qq chromium` failed with exit 7" in out
    assert out.endswith(chromium.REMEDY + "\n")
    assert "CUTTINGS_CHROMIUM" in out

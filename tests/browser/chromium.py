"""Where a Chromium is; and, run as a module, a Chromium had at any price.

    python -m tests.browser.chromium

finds one or installs one, says which, and fails with the remedy if none can be had: the
browser tests are never skipped for want of a browser.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMED = "CUTTINGS_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A process of its own: Playwright's synchronous API refuses to start twice in one.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
REMEDY = f"""\
browser: no Chromium or Chrome could be found or installed, and the browser tests need one.
  Debian:   apt-get install chromium     (as root)
  Ubuntu:   install Google Chrome, or .venv/bin/playwright install --with-deps chromium
  macOS:    install Google Chrome or Chromium into /Applications
  else:     set {NAMED} to the program's path"""


class NoChromiumError(Exception):
    """None is there; the message says what to do."""


def find_chromium() -> Path:
    """The browser to drive; `NoChromiumError` where there is none."""
    if named := os.environ.get(NAMED):
        if found := working(named):
            return found
        raise NoChromiumError(f"browser: {NAMED} is {named!r}, which is no working Chromium")
    for look in (on_the_path, among_the_apps, playwrights_own):
        if found := look():
            return found
    raise NoChromiumError(REMEDY)


def on_the_path() -> Path | None:
    return first_working(COMMANDS)


def among_the_apps() -> Path | None:
    return first_working(MAC_APPS)


def playwrights_own() -> Path | None:
    answer = run([sys.executable, "-c", ASK_PLAYWRIGHT], timeout=60)
    return working(answer.stdout.strip()) if answer and answer.returncode == 0 else None


def first_working(commands: tuple[str, ...]) -> Path | None:
    return next((found for command in commands if (found := working(command))), None)


def working(command: str) -> Path | None:
    """Its path if it tells its version: Ubuntu's `chromium-browser` may be a stub that asks
    for a snap, and Playwright's download may lack system libraries."""
    path = shutil.which(command)
    answer = run([path, "--version"], timeout=30) if path else None
    return Path(path) if path and answer and "Chrom" in answer.stdout else None


def run(command: list[str], timeout: float) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None


def install_from_playwright() -> None:
    say("installing Playwright's own Chromium (python -m playwright install chromium)")
    attempt([sys.executable, "-m", "playwright", "install", "chromium"])


def install_from_debian() -> None:
    if not shutil.which("apt-get"):
        return
    if not is_root():
        say("not root, so apt-get is not tried")
        return
    say("installing Debian's Chromium (apt-get update; apt-get install -y chromium)")
    attempt(["apt-get", "update", "-qq"])
    attempt(["apt-get", "install", "-y", "-qq", "chromium"])


def attempt(command: list[str]) -> None:
    """Output is kept for a failure, where its end tells why; the next way may still work."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=quiet,
        check=False,
    )
    if done.returncode:
        say(f"`{' '.join(command)}` failed with exit {done.returncode}:")
        for line in done.stdout.strip().splitlines()[-5:]:
            say(f"  | {line}")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def say(line: str) -> None:
    print(f"browser: {line}", flush=True)


INSTALLERS: tuple[Callable[[], None], ...] = (install_from_playwright, install_from_debian)


def main() -> int:
    try:
        say(f"using {find_chromium()}")
        return 0
    except NoChromiumError as missing:
        if os.environ.get(NAMED):
            print(missing, flush=True)
            return 1
    say("no Chromium or Chrome here")
    for install in INSTALLERS:
        install()
        try:
            say(f"installed; using {find_chromium()}")
            return 0
        except NoChromiumError:
            continue
    print(REMEDY, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())

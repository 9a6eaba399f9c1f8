"""The Nu HTML Checker: the jar that npm's `vnu-jar` carries, fetched once into .cache/.

No Python package ships one that knows `<search>` (docs/dependencies.md).
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.browser.npm import Carried, NoPackageError

VNU = Carried(
    package="vnu-jar",
    version="26.9.27",
    digest="TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==",
    member="package/build/dist/vnu.jar",
    named="CUTTINGS_VNU",
)


def find_vnu() -> Path:
    """The jar; `NoPackageError` without Java, or without both a stored jar and npm."""
    if not shutil.which("java"):
        raise NoPackageError("no Java here")
    return VNU.path()


def complaints(jar: Path, addresses: Iterable[str]) -> list[str]:
    """Each error and warning about pages on this machine, as `address:line: type: message`.

    The checker guesses languages by chance, and now and then another one: what it guesses it is
    asked twice.
    """
    found = judged(jar, addresses)
    guessed = {message["url"] for message in found if is_a_guess(message)}
    if guessed:
        again = judged(jar, sorted(guessed))
        guessed = {message["url"] for message in again if is_a_guess(message)}
    return [
        f"{message['url']}:{message.get('lastLine', 0)}: {message['type']}: {message['message']}"
        for message in found
        if not is_about_linked_data(message)
        and (not is_a_guess(message) or message["url"] in guessed)
    ]


def judged(jar: Path, addresses: Iterable[str]) -> list[dict[str, Any]]:
    """What the checker says about pages.

    Over HTTP rather than from disk: a file has no origin, so that the checker thinks 'self' in
    a policy to be nothing.
    """
    command = ["java", "-Xss1m", "-Dnu.validator.servlet.allow-forbidden-hosts=true"]
    command += ["-jar", str(jar), "--format", "json", "--exit-zero-always", *addresses]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    messages: list[dict[str, Any]] = json.loads(told)["messages"]
    return messages


def is_a_guess(message: dict[str, Any]) -> bool:
    return "appears to be written in" in message["message"]


def is_about_linked_data(message: dict[str, Any]) -> bool:
    """A data block is never run, so no policy governs it: the HTML standard, "prepare the
    script element", ends for one before it comes to the policy."""
    about = f"{message.get('extract', '')}"
    return "Inline script violates" in message["message"] and "application/ld+json" in about

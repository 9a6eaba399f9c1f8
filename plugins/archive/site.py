"""The settings that pages show, taken from pelicanconf.py once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LICENCES = {
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
}


# What programs may do with the site, by the word of the setting MACHINE_READERS.
MACHINE_READERS = ("welcome", "no-training", "none")


class SettingError(ValueError):
    """A setting that says nothing the build understands; its message says what it may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page may need of the settings.

    `url` is the absolute address without its last slash, or None: then no page holds an
    absolute address. `licence` is the code under which digests may be reused.
    `machine_readers` is one of MACHINE_READERS.
    """

    name: str
    url: str | None
    subtitle: str
    description: str
    collection: str
    lang: str
    licence: str
    marks: tuple[tuple[int, str], ...]
    machine_readers: str = "welcome"

    def __post_init__(self) -> None:
        if self.machine_readers not in MACHINE_READERS:
            words = ", ".join(map(repr, MACHINE_READERS))
            raise SettingError(f"MACHINE_READERS is {self.machine_readers!r}; write one of {words}")

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Site":
        return cls(
            name=settings["SITENAME"],
            url=(settings.get("SITEURL") or "").rstrip("/") or None,
            subtitle=settings["SITESUBTITLE"],
            description=settings["DESCRIPTION"],
            collection=settings["COLLECTION"],
            lang=settings["DEFAULT_LANG"],
            licence=settings["DIGEST_LICENCE"],
            marks=tuple(sorted(settings["CHART_CAPTIONS"].items())),
            machine_readers=settings["MACHINE_READERS"],
        )

    @property
    def licence_name(self) -> str:
        return LICENCES[self.licence][0]

    @property
    def licence_url(self) -> str:
        return LICENCES[self.licence][1]

    def absolute(self, path: str) -> str | None:
        """The absolute address of an output path, if the site knows where it stands."""
        return f"{self.url}/{path}" if self.url else None

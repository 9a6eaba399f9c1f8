"""From settings to an order: what is to be built, and a digest of all that shapes pages."""

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..archive.site import Site
from ..archive.versions import theme_version
from .build import Order
from .templates import Look

# Settings that say where and how a build runs; no byte of a page depends on them.
ELSEWHERE = frozenset(
    {
        "ASKED", "BIND", "BUILD", "CACHE_PATH", "CHECKS", "DEBUG", "ERRORS", "EXPLAIN", "FRAGMENTS",
        "HERE", "JOBS", "LOG_FILTER", "OUTPUT_PATH", "PATH", "PLUGIN_PATHS", "PORT", "QUIET",
        "REPORT", "SCRATCH", "SEEN", "STARTED", "THEME", "THEME_TEMPLATES_OVERRIDES",
    }
)  # fmt: skip


def order_of(settings: Mapping[str, Any], output: Path) -> Order:
    theme = Path(settings["THEME"])
    return Order(
        content=Path(settings["PATH"]),
        output=output,
        cache=Path(settings["CACHE_PATH"]),
        checks=settings["CHECKS"],
        site=Site.of(settings),
        look=Look(
            theme=theme,
            options=settings["JINJA_ENVIRONMENT"],
            filters=settings["JINJA_FILTERS"],
            globals=settings["JINJA_GLOBALS"],
        ),
        version=f"{theme_version(theme)} {settings_version(settings)}",
        asked=settings.get("ASKED"),
        seen=settings.get("SEEN"),
        jobs=settings["JOBS"] or os.cpu_count() or 1,
    )


def settings_version(settings: Mapping[str, Any]) -> str:
    """A digest of every setting that can change a page."""
    digest = blake2b(digest_size=16)
    for name in sorted(settings.keys() - ELSEWHERE):
        digest.update(f"{name}={stable(settings[name])}\n".encode())
    return digest.hexdigest()


def stable(value: object) -> str:
    """A value as text that is the same in every process: no addresses, no set order."""
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{stable(k)}:{stable(v)}" for k, v in value.items())) + "}"
    if isinstance(value, set | frozenset):
        return "{" + ",".join(sorted(map(stable, value))) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(stable, value)) + "]"
    if value is None or isinstance(value, str | int | float | bool):
        return repr(value)
    return getattr(value, "__qualname__", type(value).__qualname__)

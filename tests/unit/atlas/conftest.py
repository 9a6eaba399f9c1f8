"""A Library made of a few words."""

from tests.unit.dates.conftest import archive

__all__ = ["archive"]

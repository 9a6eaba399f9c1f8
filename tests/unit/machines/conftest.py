"""The fixtures of page rooms, told once."""

from tests.unit.articles.samples import archive, site, site_with_address

__all__ = ["archive", "site", "site_with_address"]

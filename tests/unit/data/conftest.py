"""The fixtures of the page rooms."""

from tests.unit.articles.samples import archive, site, site_with_address

__all__ = ["archive", "site", "site_with_address"]

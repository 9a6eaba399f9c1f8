"""What a build was asked for, so that the next one can tell that it is asked for the same."""

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`settings` is the file, `digest` is of its bytes. All paths are absolute. How many
    processes work, and what they tell, is left out: the site is the same."""

    settings: Path
    content: Path
    output: Path
    cache: Path
    site_url: str
    digest: str

    @classmethod
    def of(
        cls, settings: Path, *, content: Path, output: Path, cache: Path, site_url: str
    ) -> "Asked":
        return cls(
            settings=settings.absolute(),
            content=content.absolute(),
            output=output.absolute(),
            cache=cache.absolute(),
            site_url=site_url,
            digest=blake2b(settings.read_bytes(), digest_size=16).hexdigest(),
        )

    def again(self) -> "Asked":
        """The same, of what the settings file is now."""
        return Asked.of(
            self.settings,
            content=self.content,
            output=self.output,
            cache=self.cache,
            site_url=self.site_url,
        )

    @property
    def text(self) -> str:
        folders = (self.settings, self.content, self.output, self.cache)
        return json.dumps([*map(str, folders), self.site_url, self.digest])

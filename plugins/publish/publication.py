"""The site is published as a whole: the new one grows beside it, then the two change places.

Beside it means in the cache folder. There stands the twin, a tree with the files of the
published site by hard links; a build changes what it has to in the twin, waits for the disk,
and exchanges the two. What was published is the twin then, one publish behind; the list of
paths that differ (`journal`) brings it level again. Nothing here trusts what it finds: with
any doubt the twin is thrown away and made anew.

    with Publication(output, cache) as site:
        root = site.begin()
        site.write("index.html", data)
        identity = site.publish(on_commit)
"""

import errno
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ..archive.lock import NAME as LOCK
from ..archive.roots import PREFIX, State, boot, identity_of, list_digest, listing, root_of, trees
from . import durable, inplace, journal, lock, places, tree, twin
from .lock import say


class Publication:
    """One build's hold on `output`; see above. `cache` is made if it is not there. A second
    build waits up to `wait` seconds, then is refused: BlockingIOError."""

    def __init__(self, output: Path, cache: Path, *, wait: float = lock.WAIT) -> None:
        # The folder itself: a symlink to it stays what it is.
        self.output = output.resolve()
        self.folder = cache.resolve() / "twin"
        self.wait = wait
        self.root = self.folder / "none"
        self.clean = True
        self.is_published = False

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = lock.acquire(self.folder.parent / LOCK, self.wait)
        try:
            self._state = State.read(self.folder)
            self._recover()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _value: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Without `publish`: half a tree made from nothing goes at once; a twin is brought level
        by the next build."""
        if self.clean and not self.is_published:
            tree.clear(self.root)
        self._lock.release()

    def _recover(self) -> None:
        """Bring to an end what a killed build was about, and find out what is published.

        `previous`: the identity of the published tree, None if it isn't as a build left it.
        """
        was_completed = inplace.complete(self.output)
        if not self.output.exists():
            self._bring_back()
        self._published = root_of(self.output)
        self.previous = identity_of(self.output)
        state = self._state
        self._listing = listing(self.output) if state.listing else ""
        is_known = self.previous == state.identity and state.listing in ("", self._listing)
        # Killed after the exchange: it's the tree that the build had finished.
        is_new = state.level != "" and self._published == state.twin
        if was_completed or not (is_known or is_new):
            self.previous = None

    def _bring_back(self) -> None:
        """A build was killed between two renames: the previous site comes back."""
        for folder in trees(self.folder):
            if self._state.published and root_of(folder) == self._state.published:
                folder.rename(self.output)

    # The new tree

    def begin(self, *, clean: bool = False) -> Path:
        """The folder in which the new site grows: level with the published one, or empty.

        Empty if `clean`, or if `previous` is None: then everything must be written. Where the
        trees can't be exchanged, it is empty too, and holds what is written only.
        """
        self.clean = clean or self.previous is None
        self.is_elsewhere = places.is_elsewhere(self.output, self.folder)
        places.must_be_writable(self.output, self.is_elsewhere)
        if self.is_elsewhere:
            say(
                f"{self.output} and {self.folder.parent} can't be exchanged: they are on two "
                "file systems; files will be replaced one by one"
            )
        found = None if self.clean or self.is_elsewhere else self._take_twin()
        self.root = self._new_root()
        if found:
            found.rename(self.root)
        for other in trees(self.folder):
            if other != self.root:
                tree.clear(other)
        if self.clean or self.is_elsewhere:
            self._start_empty()
        else:
            self._start_level(found is not None)
        return self.root

    def _new_root(self) -> Path:
        """A name that no build had before: a worker of a killed one can't write into it."""
        return self.folder / f"{PREFIX}{secrets.token_hex(6)}"

    def _take_twin(self) -> Path | None:
        """The twin, if it is the one that was recorded and the list of paths can be trusted."""
        state = self._state
        pairs = (f for f in trees(self.folder) if state.is_pair(root_of(f), self._published))
        try:
            if state.level and state.level in (boot(), list_digest(self.folder)):
                return next(pairs, None)
        except FileNotFoundError:
            pass
        return None

    def _start_empty(self) -> None:
        journal.stop(self.folder)
        self._record(other=None, level="")
        self.root.mkdir()
        if self.output.exists():
            twin.copy_mode(self.output, self.root)
        if not self.clean:
            journal.start(self.folder)

    def _start_level(self, is_there: bool) -> None:
        """Level a twin that was found, or make one."""
        if is_there:
            self._record(other=root_of(self.root), level=boot())
            is_there = self._level()
        if not is_there:
            journal.stop(self.folder)
            self._record(other=None, level="")
            self.root.mkdir()
            twin.make(self.output, self.root)
        journal.start(self.folder)
        self._record(other=root_of(self.root), level=boot())

    def _level(self) -> bool:
        """Bring the twin level; False if that doesn't make it equal the published tree."""
        try:
            twin.level(self.output, self.root, journal.paths(self.folder))
            if not self._listing or twin.is_level(self.output, self.root):
                return True
        except OSError:
            pass  # something stands where no build puts it
        tree.clear(self.root)
        return False

    def _record(self, *, other: str | None, level: str) -> None:
        """Put on disk which trees there are, before one of them is touched."""
        state = State(
            identity=self.previous,
            published=self._published,
            twin=other,
            level=level,
            listing=self._listing if self.previous else "",
        )
        if state != self._state:
            state.write(self.folder)
            durable.sync(self.folder)
            self._state = state

    # What a build does with it; workers call tree.write_file(root, path, data)

    def write(self, path: str, data: bytes) -> None:
        tree.write_file(self.root, path, data)

    def remove(self, path: str) -> None:
        """`path` is no longer part of the site; with a closing "/", nothing below it is."""
        if self.is_elsewhere and not self.clean:
            # What is to go stands in the published tree only: its paths go on the list.
            names = tree.files(self.output / path) if path.endswith("/") else [""]
            for name in list(names):
                journal.note(self.root, path + name)
        tree.remove_file(self.root, path)

    # The end of a build

    def publish(self, on_commit: Callable[[str], object] = lambda _: None) -> str:
        """Put the new site in the published one's place; its identity, for the next build.

        `on_commit(identity)` is called as soon as readers see the new site. OSError before
        that: the published site is as it was.
        """
        if root_of(self.output) != self._published:
            told = "another program replaced this folder while the site was built"
            raise OSError(errno.ESTALE, told, str(self.output))
        if self.is_elsewhere or not self._exchange():
            inplace.replace(self.root, self.output, self._changes())
        self.is_published = True
        identity = identity_of(self.output)
        if identity is None:
            raise OSError(errno.ENOENT, "this folder was removed by another program", self.output)
        on_commit(identity)
        self._tidy(identity)
        return identity

    def _changes(self) -> list[str]:
        """The paths in which the new tree and the published one may differ."""
        if not self.clean:
            return journal.paths(self.folder)
        return sorted({*tree.files(self.root), *tree.files(self.output)})

    def _exchange(self) -> bool:
        """Exchange the trees; False if they can't be moved to each other's place."""
        durable.sync(self.root)
        try:
            places.swap(self.root, self.output, self._new_root())
        except OSError as error:
            if error.errno in places.CANNOT_MOVE:
                say(f"{self.output} can't be moved: {error.strerror}; replacing file by file")
                return False
            raise
        with suppress(OSError):  # the new site is there; an error would say that it isn't
            durable.sync_names(self.output.parent)
        return True

    def _tidy(self, identity: str) -> None:
        """Leave a twin for the next build. Whatever goes wrong here costs that build time."""
        looks = listing(self.output) if self.clean or self._listing else ""
        known = State(identity=identity, published=root_of(self.output), listing=looks)
        try:
            if self.clean or self.is_elsewhere:
                tree.clear(self.root)
                journal.stop(self.folder)
            if self.clean and not self.is_elsewhere:
                self.root = self._new_root()
                self.root.mkdir()
                twin.make(self.output, self.root)
                journal.start(self.folder)
            if not self.is_elsewhere:
                level = list_digest(self.folder)
                known = replace(known, twin=root_of(self.root), level=level)
        except OSError:
            tree.clear(self.root)
        with suppress(OSError):
            known.write(self.folder)

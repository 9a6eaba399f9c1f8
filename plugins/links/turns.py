"""Who may ask a host, and when: one at a time, with a pause after each request."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

PATIENCE = 3  # addresses of a host without an answer


class RestingError(Exception):
    """The host is to be asked nothing more in this run."""


class Turns:
    """`delay` in seconds. `wait` sleeps, and may raise to give up."""

    def __init__(
        self,
        delay: float,
        wait: Callable[[float], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.delay, self.wait, self.clock = delay, wait, clock
        self._mine = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._free: dict[str, float] = {}
        self._resting: set[str] = set()
        self._silent: defaultdict[str, int] = defaultdict(int)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """For as long as this is open, nobody else asks that host."""
        with self._mine:
            lock = self._locks[host]
        with lock:
            if host in self._resting:
                raise RestingError
            rest = self._free.get(host, 0.0) - self.clock()
            if host in self._free and rest > 0:
                self.wait(rest)
            try:
                yield
            finally:
                self.put_off(host, self.delay)

    def put_off(self, host: str, seconds: float) -> None:
        """Ask it nothing before so many seconds are over."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)

    def let_rest(self, host: str) -> None:
        """Ask it nothing more in this run."""
        self._resting.add(host)

    def note(self, host: str, *, answered: bool) -> None:
        """A host that is silent for several addresses in a row is left alone, too."""
        self._silent[host] = 0 if answered else self._silent[host] + 1
        if self._silent[host] >= PATIENCE:
            self.let_rest(host)

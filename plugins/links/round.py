"""Many addresses: hosts side by side, those of one host one after the other."""

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread

from .answers import Answer
from .asking import host_of

# Seconds. Ctrl-C that comes as a wait begins is noticed when it ends, not before.
LOOK = 0.5


class StoppedError(Exception):
    """The run was broken off while somebody waited."""


def waiting(stop: Event) -> Callable[[float], None]:
    """A sleep that ends when the run is broken off."""

    def wait(seconds: float) -> None:
        if stop.wait(seconds):
            raise StoppedError

    return wait


def by_host(urls: Iterable[str]) -> list[list[str]]:
    """The addresses of each host; the host with most of them first, since it takes longest."""
    found: dict[str, list[str]] = {}
    for url in urls:
        found.setdefault(host_of(url), []).append(url)
    return sorted(found.values(), key=len, reverse=True)


def ask_all(
    urls: Iterable[str],
    ask: Callable[[str], Answer | None],
    *,
    at_once: int,
    stop: Event,
) -> Iterator[tuple[str, Answer]]:
    """Each address with its answer, as they come; None from `ask` is passed over.

    The threads are daemons: whoever breaks off does not wait for a slow server.
    """
    lists = by_host(urls)
    waiting_lists: SimpleQueue[list[str]] = SimpleQueue()
    for one in lists:
        waiting_lists.put(one)
    found: SimpleQueue[tuple[str, Answer | Exception] | None] = SimpleQueue()

    def work() -> None:
        try:
            while not stop.is_set():
                for url in waiting_lists.get_nowait():
                    answer = ask(url)
                    if answer is not None:
                        found.put((url, answer))
        except (Empty, StoppedError):
            pass
        except Exception as error:  # handed on, and raised below
            found.put(("", error))
        found.put(None)

    workers = [Thread(target=work, daemon=True) for _ in range(min(at_once, len(lists)))]
    for worker in workers:
        worker.start()
    left = len(workers)
    try:
        while left:
            try:
                item = found.get(timeout=LOOK)
            except Empty:
                continue
            if item is None:
                left -= 1
            elif isinstance(item[1], Exception):
                raise item[1]
            else:
                yield item[0], item[1]
    finally:
        stop.set()

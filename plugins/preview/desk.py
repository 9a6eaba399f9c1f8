"""`inv serve`: build, show, and build again whenever something is saved."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import time_ns

from .builder import Builder
from .server import Server
from .state import State
from .watching import saved


def serve(
    port: int,
    *,
    output: Path,
    content: tuple[Path, ...],
    code: tuple[Path, ...],
    builder: Builder,
    show: Callable[[str], None],
    stop: Event | None = None,
) -> int:
    """Serve and watch until interrupted, or `stop`; the exit code.

    `content` is watched for what to build, `code` for what to build with. The first build may be
    refused like any other.
    """
    state, over = State(str(time_ns())), stop or Event()
    try:
        server = Server(port, output, state)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "ports end at 65535"
        print(f"cuttings: port {port}: {why}; name another with --port", file=sys.stderr)
        return 1
    Thread(target=server.serve_forever, daemon=True).start()
    show(f"http://127.0.0.1:{server.server_address[1]}/  (Ctrl-C ends it)")
    try:
        builder.prepare()
        for change in saved(content, code, over):
            if change.is_code:
                builder.renew()
            build(builder, state, show)
    except KeyboardInterrupt:
        pass
    finally:
        state.end()
        server.shutdown()
        server.server_close()
        builder.end()
    return 0


def build(builder: Builder, state: State, show: Callable[[str], None]) -> None:
    """Build, tell the terminal what was said, and the open pages what came of it."""
    code, said = builder.build()
    for line in said:
        show(line)
    if code:
        state.refused(said)
    else:
        state.built()

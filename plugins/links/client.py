"""One request, sent with care: its time and its body are bounded, and it stays outside.

An address comes out of content or out of a redirect, so it may point anywhere. Which machine is
meant is looked at once the connection stands and before a word is sent: what a name meant a
moment ago does not count.
"""

import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from threading import Timer
from urllib.parse import quote, urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry

# Whoever reads a log of visits can find out what this is, and leave it a rule of its own.
AGENT = "Cuttings-links/1.0 (checks the source addresses of a news archive)"
LONGEST = 3  # timeouts that a connection may last
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}

TROUBLES: tuple[tuple[tuple[type[Exception], ...], str, bool], ...] = (
    ((NewConnectionError,), "no connection", True),  # one of those below, by descent
    ((ConnectTimeoutError, ReadTimeoutError), "no answer in time", True),
    ((SSLError,), "no safe connection; its certificate is at fault", False),
    ((ValueError,), "this can't be read as an address", False),
)


class LocalAddressError(ValueError):
    """The address leads to this machine or a private network."""


class NoReplyError(Exception):
    """Nothing was answered. `may_pass`: trying again may help; `by_name`: there is no such host."""

    def __init__(self, why: str, *, may_pass: bool = True, by_name: bool = False) -> None:
        super().__init__(why)
        self.may_pass, self.by_name = may_pass, by_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """`wait`: seconds after which the server wants to be asked again, 0 if it does not say."""

    status: int
    reason: str
    location: str | None
    wait: float
    body: bytes


class Bounded(HTTPConnection):
    """Ends after so many times its timeout, however slowly something comes: a timeout alone is
    one for each byte."""

    _clock: Timer | None = None

    def _new_conn(self) -> socket.socket:
        connected = super()._new_conn()
        if isinstance(self.timeout, float):
            self._clock = Timer(self.timeout * LONGEST, self.break_off)
            self._clock.daemon = True
            self._clock.start()
        return connected

    def break_off(self) -> None:
        # As a plain socket: what an encrypted one keeps is in use by the thread that reads.
        with suppress(OSError, TypeError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def close(self) -> None:
        if self._clock:
            self._clock.cancel()
        super().close()


class BoundedTls(Bounded, HTTPSConnection):
    pass


class Outside(Bounded):
    def _new_conn(self) -> socket.socket:
        return outside(super()._new_conn())


class OutsideTls(Outside, HTTPSConnection):
    pass


def pool(connection: type[HTTPConnection]) -> type[HTTPConnectionPool]:
    """Connections of this kind to one host."""
    base = HTTPSConnectionPool if issubclass(connection, HTTPSConnection) else HTTPConnectionPool
    return type(f"{connection.__name__}Pool", (base,), {"ConnectionCls": connection})


def outside(connected: socket.socket) -> socket.socket:
    """The same, if it leads to the internet."""
    there = ip_address(connected.getpeername()[0].partition("%")[0])
    if isinstance(there, IPv6Address) and there.ipv4_mapped:
        there = there.ipv4_mapped
    if not there.is_global or there.is_multicast:
        connected.close()
        raise LocalAddressError(str(there))
    return connected


class Client:
    """Sends requests. With `allow_local` they may go anywhere."""

    def __init__(self, *, timeout: float, allow_local: bool = False) -> None:
        self.pools = PoolManager(
            num_pools=50,
            headers={"User-Agent": AGENT, "Accept": "*/*"},
            timeout=Timeout(connect=timeout, read=timeout),
        )
        plain, tls = (Bounded, BoundedTls) if allow_local else (Outside, OutsideTls)
        self.pools.pool_classes_by_scheme = {"http": pool(plain), "https": pool(tls)}

    def send(self, method: str, url: str, most: int = 0) -> Reply:
        """The reply, with no more than `most` bytes of its body.

        Raises NoReplyError, and LocalAddressError where the address must not be asked.
        """
        try:
            response = self.pools.request(
                method, ascii_host(url), retries=False, redirect=False, preload_content=False
            )
            try:
                return reply(response, response.read(most, decode_content=False) if most else b"")
            finally:
                # Not read to its end: a body may have none.
                response.close()
        except LocalAddressError:
            raise
        except (HTTPError, UnicodeError, OSError, ValueError) as error:
            raise no_reply(error) from error


def reply(response: BaseHTTPResponse, body: bytes) -> Reply:
    location = response.get_redirect_location()
    return Reply(
        status=response.status,
        reason=response.reason or "",
        location=location or None,
        wait=wait_of(response),
        body=body,
    )


def wait_of(response: BaseHTTPResponse) -> float:
    """Retry-After in seconds, which may be given as a time of day."""
    try:
        return Retry().get_retry_after(response) or 0.0
    except InvalidHeader:
        return 0.0


def no_reply(error: Exception) -> NoReplyError:
    if isinstance(error, NameResolutionError):
        cause = error.__cause__
        if isinstance(cause, socket.gaierror) and cause.errno in NO_SUCH_NAME:
            return NoReplyError("no such host", may_pass=False, by_name=True)
        return NoReplyError("its name could not be looked up")
    for kinds, why, may_pass in TROUBLES:
        if isinstance(error, kinds):
            return NoReplyError(why, may_pass=may_pass)
    return NoReplyError("the connection broke off")


def ascii_host(url: str) -> str:
    """The address as it goes over the wire: a name in other letters has a form in ASCII."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host.isascii():
        wired = host.encode("idna").decode("ascii")
        netloc = f"{wired}:{parts.port}" if parts.port else wired
        parts = parts._replace(netloc=netloc)
    # Signs that have their meaning in an address stay; what is escaped already stays, too.
    path, query = (quote(part, safe="/%:@!$&'()*+,;=?~-._") for part in (parts.path, parts.query))
    return parts._replace(path=path, query=query, fragment="").geturl()

"""HTTP for SPARQL servers: one request, one answer, every failure one line."""

import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from kg.errors import StoreError

SECONDS = 60.0  # to wait for an answer
LONG = 600.0  # to an answer to many triples

_openers: dict[str, urllib.request.OpenerDirector] = {}  # of servers that may ask who speaks, by scheme, host and port


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered: status, media type, body."""

    status: int
    media: str
    body: bytes

    @property
    def text(self) -> str:
        """The first line of the body, as an error message shows it."""
        lines = self.body.decode("utf-8", "replace").strip().splitlines() or [""]
        return lines[0][:200]


def log_in(address: str, login: tuple[str, str] | None) -> None:
    """Have user name and password ready for the server at an address; None forgets them.

    They are sent only when the server asks for them (Basic or Digest), and to no other server it may lead to.
    """
    origin = _origin(address)
    _openers.pop(origin, None)
    if login is not None:
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, origin, *login)
        ways = urllib.request.HTTPBasicAuthHandler(known), urllib.request.HTTPDigestAuthHandler(known)
        _openers[origin] = urllib.request.build_opener(*ways)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def send(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> Answer:
    """Return the server's answer, whatever its status. Raises StoreError where there is none."""
    if not url.startswith(("http://", "https://")):
        raise StoreError(f"{url}: not an http address")
    patience = SECONDS if seconds is None else seconds
    request = urllib.request.Request(url, data=body, headers=dict(headers or {}), method=method)  # noqa: S310 - checked
    opener = _openers.get(_origin(url))
    ask = urllib.request.urlopen if opener is None else opener.open
    try:
        with ask(request, timeout=patience) as reply:
            return Answer(status=reply.status, media=reply.headers.get_content_type(), body=reply.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(status=error.code, media=error.headers.get_content_type(), body=error.read())
    except TimeoutError as error:
        raise StoreError(f"{url}: no answer within {patience:g} seconds") from error
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:  # ValueError: another way to log in
        raise StoreError(f"{url}: {_explain(error)}") from error


def _explain(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ConnectionResetError | BrokenPipeError | HTTPException):
        return "the connection was lost, or no HTTP server answers there"
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, ConnectionRefusedError | socket.gaierror):
        return "no server answers there"
    text = str(reason)
    return f"no secure connection: {text}" if "SSL" in text or "CERTIFICATE" in text.upper() else text

"""How requests are made, and made again."""

from __future__ import annotations

import json
import random
import secrets
import socket
import time
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from ._answers import Answer
from ._errors import RosterError, refused_with, unanswered
from ._version import __version__

AGAIN = (429, 502, 503, 504)
"""Statuses that say: not now."""
LONGEST_ASKED = 60.0
"""Longer than this nobody is made to wait by a header, in seconds."""
FIRST = 0.5
LONGEST = 8.0


class _NoRedirect(HTTPRedirectHandler):
    """A key is sent to the address it was given for and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


class _Again(Exception):
    """What went wrong and may go well another time."""

    def __init__(self, why: RosterError, retry_after: str | None = None) -> None:
        super().__init__(str(why))
        self.why = why
        self.retry_after = retry_after


class Connection:
    """Where requests go, and as whom."""

    def __init__(self, url: str, key: str, timeout: float, retries: int) -> None:
        if not url.startswith(("https://", "http://")):
            raise ValueError("the address of Roster begins with https:// or http://")
        if not key.isascii() or not key.isprintable() or " " in key or key == "":
            raise ValueError("key is an API key: rst_ and 36 characters")
        self._root = f"{url.rstrip('/')}/api/v1"
        self._key = key
        self._timeout = timeout
        self._retries = retries
        self._opener = build_opener(_NoRedirect)

    def __repr__(self) -> str:
        return f"Connection({self._root!r})"

    def send(
        self,
        method: str,
        target: str,
        body: Any,
        *,
        if_match: str | None,
        idempotency_key: str | None,
        timeout: float | None,
        retries: int | None,
        file: bool,
    ) -> Any:
        """Sends a request, again if need be; what is refused or not answered is raised as RosterError."""
        headers = {
            "Accept": "*/*" if file else "application/json",
            "Authorization": f"Bearer {self._key}",
            "User-Agent": f"roster-sdk-python/{__version__}",
        }
        if body is not None:
            headers["Content-Type"] = "application/json"
        if if_match is not None:
            headers["If-Match"] = if_match
        if method == "POST":
            headers["Idempotency-Key"] = idempotency_key or secrets.token_hex(16)
        data = None if body is None else json.dumps(body).encode()
        most = self._retries if retries is None else retries
        attempt = 0
        while True:
            # A request may not be sent twice: urllib keeps state in it.
            request = Request(f"{self._root}{target}", data=data, headers=headers, method=method)
            try:
                return self._send_once(request, self._timeout if timeout is None else timeout, attempt, file)
            except _Again as again:
                delay = delay_before(attempt, again.retry_after) if attempt < most else None
                if delay is None:
                    raise again.why from None
            time.sleep(delay)
            attempt += 1

    def _send_once(self, request: Request, timeout: float, attempt: int, file: bool) -> Any:
        try:
            with self._opener.open(request, timeout=timeout) as response:
                status, headers, text = response.status, response.headers, response.read()
        except HTTPError as answered:
            with answered:
                status, headers, text = answered.code, answered.headers, _rest_of(answered)
        except (URLError, HTTPException, OSError) as failed:
            reason = failed.reason if isinstance(failed, URLError) else failed
            late = isinstance(reason, (TimeoutError, socket.timeout))
            raise _Again(unanswered("timed-out" if late else "unreachable")) from None
        if 200 <= status < 300:
            if file:
                return text.decode()
            return _answer(status, headers, text)
        refusal = refused_with(status, _read(text))
        # The first attempt may still be under way after its answer was lost.
        if status in AGAIN or (refusal.code == "repeat-under-way" and attempt > 0):
            raise _Again(refusal, headers.get("Retry-After"))
        raise refusal


def _answer(status: int, headers: Any, text: bytes) -> Any:
    if text == b"":
        return None
    body = _read(text)
    if not isinstance(body, dict):
        raise unanswered("not-understood")
    return Answer(body, status, headers.get("ETag"), headers.get("Idempotent-Replayed") == "true")


def _read(text: bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _rest_of(answered: HTTPError) -> bytes:
    try:
        return answered.read()
    except (HTTPException, OSError):
        return b""


def delay_before(attempt: int, retry_after: str | None) -> float | None:
    """How long to wait before the next attempt, in seconds: as long as the server asks, otherwise
    twice as long each time, with jitter. None where the server asks for too long."""
    asked = _asked_for(retry_after)
    if asked is not None and asked > LONGEST_ASKED:
        return None
    backoff = min(LONGEST, FIRST * 2**attempt) * random.uniform(0.5, 1.0)
    return backoff if asked is None else asked + backoff / 10


def _asked_for(retry_after: str | None) -> float | None:
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (TypeError, ValueError):
        return None

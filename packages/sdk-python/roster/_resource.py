"""What every resource stands on: how its calls are made."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from typing import Any, Iterator, Mapping, Sequence
from urllib.parse import quote, urlencode

from ._answers import Answer, Page
from ._connection import Connection

LARGEST_PAGE = 100
"""How many a page when all are asked for."""


class Unset:
    """Says that nothing is said: None may be a value."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class Resource:
    """Some calls, below one organization or project or neither."""

    def __init__(self, connection: Connection, bound: Mapping[str, str]) -> None:
        self._connection = connection
        self._bound = bound

    def _ask(
        self,
        method: str,
        path: str,
        params: Mapping[str, str],
        given: Mapping[str, Any],
        *,
        items: Sequence[Any] | None = None,
        file: bool = False,
        dry_run: bool = False,
        if_match: Any = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Any:
        if isinstance(items, str):
            raise TypeError("this takes a list, of one or many")
        wire = {name: to_wire(value) for name, value in given.items() if value is not UNSET}
        query: list[tuple[str, str]] = []
        if method in ("GET", "DELETE"):
            query = list(query_of(wire))
            wire = {}
        if dry_run:
            query.append(("dry_run", "true"))
        target = re.sub(r"\{(\w+)\}", lambda found: filled(found[1], {**self._bound, **params}), path)
        answer = self._connection.send(
            method,
            f"{target}?{urlencode(query)}" if query else target,
            wire if given and method not in ("GET", "DELETE") else None,
            if_match=tag_of(if_match),
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
            file=file,
        )
        if isinstance(answer, Answer) and items is not None and not dry_run:
            for one, item in zip(answer.get("results", []), items):
                one["item"] = item
        return answer

    def _page(self, *asked: Any, **options: Any) -> Page:
        return Page(self._ask(*asked, **options))

    def _all(
        self, method: str, path: str, params: Mapping[str, str], given: Mapping[str, Any], **options: Any
    ) -> Iterator[dict[str, Any]]:
        asked = dict(given)
        if asked.get("page_size", UNSET) is UNSET:
            asked["page_size"] = LARGEST_PAGE
        while True:
            page = self._page(method, path, params, asked, **options)
            yield from page
            if page.next_cursor is None:
                return
            asked = {**asked, "cursor": page.next_cursor, "page": UNSET}


def to_wire(value: Any) -> Any:
    """What is given, as it goes out: moments as RFC 3339 texts, `role_id` as `role`."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("a moment needs a time zone: datetime(…, tzinfo=timezone.utc)")
        return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {
            # The columns of a file keep their headings.
            ("role" if name == "role_id" else name): one if name == "cells" else to_wire(one)
            for name, one in value.items()
            if one is not UNSET
        }
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_wire(one) for one in value]
    return value


def query_of(wire: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What stands in a URL, as text; lists are said one by one, what is not there is left out."""
    for name, value in wire.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield name, ("true" if one else "false") if isinstance(one, bool) else str(one)


def filled(name: str, params: Mapping[str, str]) -> str:
    """What stands in a path for a name."""
    value = params.get(name)
    if not isinstance(value, str) or value == "":
        raise TypeError(f"{name} is an id, and none was given")
    if value in (".", ".."):
        # As steps of a path they would lead elsewhere: what deletes a member would delete what they are in.
        raise TypeError(f"{name} is an id, and {value} is none")
    return quote(value, safe="")


def tag_of(as_read: Any) -> str | None:
    """The ETag of an answer as it was read, or the ETag itself."""
    if as_read is None or isinstance(as_read, str):
        return as_read
    tag = getattr(as_read, "etag", None)
    if tag is None:
        raise TypeError("if_match takes an answer as it was read, or its ETag")
    return str(tag)

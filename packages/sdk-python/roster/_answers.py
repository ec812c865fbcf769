"""What calls answer."""

from __future__ import annotations

from typing import Any, Iterator, Mapping


class Answer(dict):  # type: ignore[type-arg]
    """An answer as the API gives it, field by field: `member["joined_at"]`.

    etag: what stands for it as it was read; None where there is none. `if_match=answer` goes by it.
    status: the HTTP status.
    replayed: whether this is the answer of an earlier call with the same idempotency key.
    """

    def __init__(self, fields: Mapping[str, Any], status: int = 200, etag: str | None = None, replayed: bool = False):
        super().__init__(fields)
        self.status = status
        self.etag = etag
        self.replayed = replayed


class Page:
    """One page of a list; gone through, what is on this page.

    items: what is on it.
    total: how many there are altogether; None where it is not counted.
    next_cursor: where the next page begins; None on the last one.
    page: its number; None where it was asked for by cursor.
    """

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.fields = dict(fields)
        self.items: list[dict[str, Any]] = list(fields.get("items") or [])
        self.total: int | None = fields.get("total")
        self.next_cursor: str | None = fields.get("next_cursor")
        self.page: int | None = fields.get("page")

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> dict[str, Any]:
        return self.items[place]

    def __repr__(self) -> str:
        return f"Page(items={len(self.items)}, total={self.total}, next_cursor={self.next_cursor!r})"

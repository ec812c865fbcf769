"""What is raised when a call was refused, or got no answer."""

from __future__ import annotations

from typing import Any, Mapping


class RosterError(Exception):
    """A call that was refused, or got no answer. Its message is the sentence that the dashboard shows.

    status: the HTTP status; 0 where nothing was answered.
    code: stable, go by this. Without an answer `unreachable`, `timed-out` or `not-understood`.
    detail: what is wrong and how to mend it, for people.
    type: a page that tells of the code, or None.
    errors: what is wrong with which field, where fields are at fault.
    incident: under which the operator finds it in the log, where Roster itself is at fault.
    """

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        self.code: str = problem["code"]
        self.title: str = problem["title"]
        self.detail: str = problem["detail"]
        self.type: str | None = problem.get("type")
        self.errors: list[dict[str, Any]] = list(problem.get("errors") or [])
        self.incident: str | None = problem.get("incident")
        super().__init__(self.detail)

    def __repr__(self) -> str:
        return f"RosterError(status={self.status}, code={self.code!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (RosterError, (self.status, dict(self.__dict__)))


_UNANSWERED = {
    "unreachable": ("Unreachable", "Roster could not be reached. Check its address and the network."),
    "timed-out": ("Timed out", "Roster did not answer in time. Try again, or allow more time."),
    "not-understood": ("Not understood", "What was answered is not JSON. Is this the address of Roster?"),
}


def unanswered(code: str) -> RosterError:
    """What is raised when there is no answer that could be understood."""
    title, detail = _UNANSWERED[code]
    return RosterError(0, {"code": code, "title": title, "detail": detail})


def refused_with(status: int, body: Any) -> RosterError:
    """What a problem answered by the server (RFC 9457) is raised as."""
    if isinstance(body, dict) and all(isinstance(body.get(name), str) for name in ("code", "title", "detail")):
        return RosterError(status, body)
    detail = f"The server answered {status} without saying why. Is this the address of Roster?"
    return RosterError(status, {"code": "not-understood", "title": "Not understood", "detail": detail})


def is_refusal(error: object, *codes: str) -> bool:
    """Whether an error is a refusal by Roster, with one of these codes if any is named."""
    if not isinstance(error, RosterError) or error.status == 0:
        return False
    return not codes or error.code in codes

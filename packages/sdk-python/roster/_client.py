"""The client."""

from __future__ import annotations

from ._connection import Connection
from ._resources import ClientResources, OrganizationResources, ProjectResources


class Roster(ClientResources):
    """A client of one Roster, with the rights of its key.

    url: the address of Roster, such as "https://roster.example".
    key: an API key, "rst_…". It goes into the Authorization header and nowhere else.
    timeout: how long the server may keep silent during one attempt, in seconds.
    retries: how often a call is made again when the network or the server cannot answer now.

    Every call may be made with a `timeout` and `retries` of its own.
    """

    def __init__(self, url: str, key: str, *, timeout: float = 30.0, retries: int = 2) -> None:
        super().__init__(Connection(url, key, timeout, retries), {})

    def organization(self, id_or_slug: str) -> OrganizationResources:
        """One organization, by its id or short name."""
        return OrganizationResources(self._connection, {"organization": id_or_slug})

    def project(self, id: str) -> ProjectResources:
        """One project, by its id."""
        return ProjectResources(self._connection, {"project": id})

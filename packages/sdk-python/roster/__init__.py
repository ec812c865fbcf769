"""A client of Roster: who is in an organization and what they may do.

    from roster import Roster

    client = Roster("https://roster.example", "rst_…")
    acme = client.organization("acme")
    for member in acme.members.list_all():
        print(member["name"], member["role"]["name"])
"""

from ._answers import Answer, Page
from ._client import Roster
from ._errors import RosterError, is_refusal
from ._resource import UNSET
from ._version import __version__

__all__ = ["UNSET", "Answer", "Page", "Roster", "RosterError", "__version__", "is_refusal"]

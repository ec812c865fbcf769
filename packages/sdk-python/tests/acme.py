"""The organization that the tests are about: Acme, with an owner, an admin and a member, and a project called Site.

Whoever starts the tests says where it is, in ROSTER_URL, and gives the key of each: ROSTER_OWNER_KEY,
ROSTER_ADMIN_KEY and ROSTER_MEMBER_KEY. There is a fresh one for each file of tests.
"""

import os

from roster import Roster

URL = os.environ["ROSTER_URL"]


def key_of(who):
    return os.environ[f"ROSTER_{who.upper()}_KEY"]


def client_of(who, **settings):
    """A client with the key of one of the three."""
    return Roster(URL, key_of(who), **settings)


def acme(who="owner"):
    return client_of(who).organization("acme")


def site(who="owner"):
    """The project."""
    client = client_of(who)
    [found] = client.organization("acme").projects.list(search="Site")
    return client.project(found["id"])


def role(level, key):
    """The id of a built-in role."""
    return next(one["id"] for one in acme().roles.list(level=level)["items"] if one["key"] == key)


def member_called(email):
    return next(one for one in acme().members.list(search=email) if one["email"] == email)

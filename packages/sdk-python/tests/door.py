"""One step of the stories that are told at every door: what is asked comes as JSON on standard input, as {"url", "key",
"organization", "what", "with"}; what came of it goes to standard output, as {"answer"} or {"refused"}."""

import json
import sys

from roster import Roster, RosterError


class Hands:
    """What one person does; people and roles go by address and key."""

    def __init__(self, url, key, organization):
        self.client = Roster(url, key)
        self.here = self.client.organization(organization)

    def _role(self, key, level="organization"):
        return next(one["id"] for one in self.here.roles.list(level=level)["items"] if one["key"] == key)

    def _member(self, email):
        return next(one["id"] for one in self.here.members.list_all() if one["email"] == email)

    def _invitation(self, email):
        return next(one["id"] for one in self.here.invitations.list_all() if one["recipient"]["email"] == email)

    def _project(self, name):
        return self.client.project(next(one["id"] for one in self.here.projects.list_all() if one["name"] == name))

    def members(self):
        return [{"email": one["email"], "role": one["role"]["key"]} for one in self.here.members.list_all()]

    def invite(self, recipients, role):
        asked = {} if role is None else {"role_id": self._role(role)}
        return [
            {
                "recipient": one["item"],
                "outcome": one["result"]["outcome"] if one["ok"] else one["refusal"]["code"],
            }
            for one in self.here.invitations.create(recipients, **asked)["results"]
        ]

    def invitations(self):
        return [
            {"email": one["recipient"]["email"], "role": one["role"]["key"], "status": one["status"]}
            for one in self.here.invitations.list_all()
        ]

    def resend(self, email):
        self.here.invitations.resend(self._invitation(email))

    def revoke(self, email):
        self.here.invitations.revoke(self._invitation(email))

    def setRole(self, email, role):
        self.here.members.update_role(self._member(email), role_id=self._role(role))

    def remove(self, email):
        self.here.members.remove(self._member(email))

    def setProjectRole(self, email, project, role):
        role_id = self._role(role, "project")
        self._project(project).members.update_role(self._member(email), role_id=role_id)

    def projectMembers(self, project):
        return [
            {"email": one["email"], "role": one["role"]["key"] if one["role"] else None}
            for one in self._project(project).members.list_all()
        ]


asked = json.load(sys.stdin)
hands = Hands(asked["url"], asked["key"], asked["organization"])
try:
    told = {"answer": getattr(hands, asked["what"])(*asked["with"])}
except RosterError as error:
    told = {"refused": error.code}
json.dump(told, sys.stdout)

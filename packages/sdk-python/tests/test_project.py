import unittest

from roster import is_refusal
from tests.acme import acme, client_of, member_called, role, site


class AProject(unittest.TestCase):
    def test_1_gets_members_with_a_role_there(self):
        member = member_called("member@acme.test")
        added = site().members.add([member["id"]], role_id=role("project", "viewer"))
        self.assertTrue(added["results"][0]["ok"])
        page = site().members.list(page=1, page_size=25)
        self.assertEqual([(one["email"], one["role"]["key"]) for one in page], [("member@acme.test", "viewer")])
        updated = site().members.update_role(member["id"], role_id=role("project", "editor"))
        self.assertEqual(updated["role"]["key"], "editor")
        self.assertEqual(member_called("member@acme.test")["role"]["key"], "member")

    def test_2_loses_members_who_stay_in_the_organization(self):
        member = member_called("member@acme.test")["id"]
        site().members.remove(member)
        self.assertEqual(site().members.list().total, 0)
        self.assertEqual(acme().members.get(member)["id"], member)

    def test_3_takes_members_of_the_organization_only_and_invites_the_others(self):
        viewer = role("project", "viewer")
        with self.assertRaises(Exception) as raised:
            site().members.update_role(f"usr_{'0' * 26}", role_id=viewer)
        self.assertTrue(is_refusal(raised.exception, "must-be-member"))
        self.assertTrue(site().invitations.create(["new@acme.test"], role_id=viewer)["results"][0]["ok"])
        [invitation] = site().invitations.list()
        self.assertEqual(site().invitations.resend(invitation["id"])["id"], invitation["id"])
        self.assertEqual(site().invitations.revoke(invitation["id"])["id"], invitation["id"])

    def test_4_is_changed_itself(self):
        self.assertEqual(site().get()["name"], "Site")
        self.assertEqual(site().update(description="Where we live")["description"], "Where we live")


class Questions(unittest.TestCase):
    def test_who_may_do_what(self):
        member = member_called("member@acme.test")["id"]
        client = client_of("owner")
        self.assertFalse(client.check(subject=member, permission="members.remove")["allowed"])
        self.assertTrue(client.check(subject=member, permission="organization.read")["allowed"])
        may = client.checks.subjects_all(permission="members.remove", page_size=1)
        self.assertEqual([one["email"] for one in may], ["ada@acme.test", "admin@acme.test"])

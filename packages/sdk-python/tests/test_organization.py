import unittest
from datetime import datetime, timedelta, timezone

from roster import is_refusal
from tests.acme import acme, member_called, role


class Members(unittest.TestCase):
    def test_1_are_listed_by_page_and_size(self):
        page = acme().members.list(page=1, page_size=2)
        self.assertEqual((page.total, page.page, len(page)), (3, 1, 2))
        self.assertEqual([one["email"] for one in page], ["ada@acme.test", "admin@acme.test"])
        self.assertIsNotNone(page.next_cursor)
        self.assertRegex(page[0]["joined_at"], r"^\d{4}-\d\d-\d\dT.*Z$")
        usual = acme().members.list()
        self.assertEqual((len(usual.items), usual.next_cursor), (3, None))

    def test_2_are_gone_through(self):
        emails = [one["email"] for one in acme().members.list_all(page_size=1, order_by="-email")]
        self.assertEqual(emails, ["member@acme.test", "admin@acme.test", "ada@acme.test"])
        self.assertEqual([one["email"] for one in acme().members.list_all()], emails[::-1])

    def test_3_are_filtered_by_role(self):
        [admin] = acme().members.list(role_id=role("organization", "admin"))
        self.assertEqual(admin["email"], "admin@acme.test")

    def test_4_get_another_role(self):
        member = member_called("member@acme.test")
        viewer = acme().members.update_role(member["user"], role_id=role("organization", "viewer"))
        self.assertEqual((viewer["id"], viewer["role"]["key"]), (member["id"], "viewer"))
        self.assertEqual(acme().members.get(member["id"])["role"]["key"], "viewer")

    def test_5_get_another_title_only_as_they_were_read(self):
        read = acme().members.get(member_called("member@acme.test")["id"])
        updated = acme().members.update(read["id"], title="Engineer", if_match=read)
        self.assertEqual(updated["title"], "Engineer")
        with self.assertRaises(Exception) as raised:
            acme().members.update(read["id"], title=None, if_match=read.etag)
        self.assertTrue(is_refusal(raised.exception, "precondition-failed"))
        self.assertIsNone(acme().members.update(read["id"], title=None)["title"])

    def test_6_are_removed_one_result_for_each(self):
        member, ada = member_called("member@acme.test")["id"], member_called("ada@acme.test")["id"]
        tried = acme().members.remove_many([member, ada], dry_run=True)
        self.assertEqual([one["member"] for one in tried["items"]], [member, ada])
        results = acme().members.remove_many([member, ada])["results"]
        self.assertEqual([(one["ok"], one["item"]) for one in results], [(True, member), (False, ada)])
        self.assertEqual(results[1]["refusal"]["code"], "not-yourself")
        self.assertIsNone(acme().members.remove(member_called("admin@acme.test")["id"]))
        self.assertEqual(acme().members.list().total, 1)


class TheInvited(unittest.TestCase):
    def test_1_are_invited_one_result_for_each(self):
        invited = acme().invitations.create(
            ["new@acme.test", "ada@acme.test"], role_id=role("organization", "viewer"), message="Welcome"
        )
        told = [one["result"]["outcome"] if one["ok"] else one["refusal"]["code"] for one in invited["results"]]
        self.assertEqual(told, ["sent", "already-member"])
        self.assertEqual([one["item"] for one in invited["results"]], ["new@acme.test", "ada@acme.test"])
        with self.assertRaises(TypeError):
            acme().invitations.create("new@acme.test")

    def test_2_are_listed_and_found_by_moment(self):
        [invitation] = acme().invitations.list()
        self.assertEqual(invitation["role"]["key"], "viewer")
        tomorrow = datetime.now(timezone.utc) + timedelta(days=1)
        self.assertEqual(acme().invitations.list(start=tomorrow).total, 0)
        self.assertEqual(acme().invitations.list(end=tomorrow.isoformat()).total, 1)
        with self.assertRaises(TypeError):
            acme().invitations.list(start=datetime(2026, 1, 1))

    def test_3_are_invited_again_and_no_more(self):
        [invitation] = acme().invitations.list()
        self.assertEqual(acme().invitations.resend(invitation["id"])["status"], "pending")
        self.assertEqual(acme().invitations.revoke(invitation["id"])["status"], "revoked")
        with self.assertRaises(Exception) as raised:
            acme().invitations.resend(invitation["id"])
        self.assertTrue(is_refusal(raised.exception, "invitation-not-open"))

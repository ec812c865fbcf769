import pickle
import unittest

from roster import Roster, RosterError, is_refusal
from tests.acme import URL, acme, client_of, key_of


def refusal_of(call):
    """What a call is refused with."""
    try:
        call()
    except RosterError as error:
        return error
    raise AssertionError("it was not refused")


class Refusals(unittest.TestCase):
    def test_are_told_by_status_code_and_sentence(self):
        error = refusal_of(lambda: acme("member").invitations.create(["friend@acme.test"]))
        self.assertEqual((error.status, error.code, error.errors), (403, "not-permitted", []))
        self.assertEqual(str(error), error.detail)
        self.assertIn("/docs/reference/problems#not-permitted", error.type)
        self.assertTrue(is_refusal(error))
        self.assertTrue(is_refusal(error, "not-found", "not-permitted"))
        self.assertFalse(is_refusal(error, "not-found"))
        self.assertFalse(is_refusal(ValueError("not-permitted")))
        self.assertEqual(pickle.loads(pickle.dumps(error)).code, "not-permitted")

    def test_an_id_that_is_a_step_of_a_path_leads_nowhere(self):
        for step in (".", ".."):
            with self.assertRaisesRegex(TypeError, "is none"):
                acme().members.remove(step)

    def test_tell_what_is_wrong_with_which_field(self):
        error = refusal_of(lambda: acme().members.list(page=0, page_size=1000))
        self.assertEqual((error.status, error.code), (400, "invalid-input"))
        self.assertEqual(sorted(one["parameter"] for one in error.errors), ["page", "page_size"])

    def test_what_is_not_there_or_somebody_elses_is_not_found(self):
        for call in (
            lambda: acme().members.get(f"mem_{'0' * 26}"),
            lambda: client_of("owner").organization("globex").members.list(),
        ):
            self.assertTrue(is_refusal(refusal_of(call), "not-found"))

    def test_do_not_show_the_key(self):
        key = f"rst_{'A' * 36}"
        client = Roster(URL, key)
        error = refusal_of(client.organization("acme").members.list)
        self.assertEqual((error.status, error.code), (401, "key-invalid"))
        away = refusal_of(Roster("http://127.0.0.1:1", key, retries=0).organization("acme").members.list)
        self.assertEqual((away.status, away.code), (0, "unreachable"))
        self.assertFalse(is_refusal(away))
        shown = [error, away, client, client.organization("acme"), client._connection]
        self.assertNotIn(key, "".join(f"{one!r}{one}" for one in shown))

    def test_say_at_once_what_cannot_be(self):
        key = key_of("owner")
        for url, given in (("roster.example", key), ("file:///tmp", key), (URL, "two\nlines"), (URL, "")):
            with self.assertRaises(ValueError):
                Roster(url, given)
        with self.assertRaises(TypeError):
            acme().members.get("")
        self.assertTrue(is_refusal(refusal_of(lambda: acme().members.get("../roles")), "not-found"))

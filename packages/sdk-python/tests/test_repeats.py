import threading
import time
import unittest
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from roster import Roster, RosterError
from roster._connection import delay_before
from tests.acme import URL, key_of


@contextmanager
def network(*events):
    """A network before Roster that does what it is told to with one request after the other, and then works."""
    seen = []

    class Between(BaseHTTPRequestHandler):
        def handle_one(self):
            event = events[len(seen)] if len(seen) < len(events) else None
            seen.append(dict(self.headers))
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if event == "broken":
                return self.close()
            if isinstance(event, float):
                time.sleep(event)
            if isinstance(event, tuple):
                return self.answer(*event)
            real = HTTPConnection(urlsplit(URL).netloc)
            real.request(self.command, self.path, body, {**self.headers, "Host": urlsplit(URL).netloc})
            answered = real.getresponse()
            text = answered.read()
            real.close()
            if event == "lost":
                return self.close()
            self.answer(answered.status, dict(answered.getheaders()), text)

        def close(self):
            self.close_connection = True

        def answer(self, status, headers, text=b'{"code": "busy", "title": "Busy", "detail": "Roster is busy."}'):
            try:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)
            except OSError:
                pass

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_one

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", seen
    finally:
        server.shutdown()
        server.server_close()


class Repeats(unittest.TestCase):
    def test_a_call_whose_answer_was_lost_is_made_again_and_done_once(self):
        with network("lost") as (url, seen):
            acme = Roster(url, key_of("owner")).organization("acme")
            invited = acme.invitations.create(["once@acme.test"])
            self.assertTrue(invited.replayed)
            self.assertTrue(invited["results"][0]["ok"])
            names = [one["Idempotency-Key"] for one in seen[:2]]
            self.assertRegex(names[0], "^[0-9a-f]{32}$")
            self.assertEqual(names[0], names[1])
            self.assertEqual(acme.invitations.list(search="once@acme.test").total, 1)

    def test_a_caller_names_their_call(self):
        acme = Roster(URL, key_of("owner")).organization("acme")
        one = acme.invitations.create(["named@acme.test"], idempotency_key="import-17")
        two = acme.invitations.create(["named@acme.test"], idempotency_key="import-17")
        self.assertEqual((one.replayed, two.replayed), (False, True))
        with self.assertRaises(RosterError) as raised:
            acme.invitations.create(["other@acme.test"], idempotency_key="import-17")
        self.assertEqual(raised.exception.code, "repeat-differs")

    def test_is_made_again_as_often_as_is_allowed(self):
        with network("broken", (503, {"Retry-After": "0"})) as (url, seen):
            self.assertEqual(Roster(url, key_of("owner")).organization("acme").members.list().total, 3)
            self.assertEqual(len(seen), 3)
            self.assertRegex(seen[0]["User-Agent"], r"^roster-sdk-python/\d+\.\d+\.\d+$")
        with network("broken", "broken") as (url, seen):
            with self.assertRaises(RosterError) as raised:
                Roster(url, key_of("owner"), retries=1).organization("acme").members.list()
            self.assertEqual((raised.exception.code, len(seen)), ("unreachable", 2))
        with network((429, {"Retry-After": "0"})) as (url, seen):
            with self.assertRaises(RosterError) as raised:
                Roster(url, key_of("owner")).organization("acme").members.list(retries=0)
            self.assertEqual((raised.exception.status, len(seen)), (429, 1))

    def test_is_not_made_again_when_it_was_refused_for_good(self):
        with network() as (url, seen):
            with self.assertRaises(RosterError):
                Roster(url, key_of("member")).organization("acme").invitations.create(["a@acme.test"])
            self.assertEqual(len(seen), 1)

    def test_takes_so_long_and_no_longer(self):
        with network(0.5) as (url, _):
            with self.assertRaises(RosterError) as raised:
                Roster(url, key_of("owner"), retries=0).organization("acme").members.list(timeout=0.1)
            self.assertEqual(raised.exception.code, "timed-out")

    def test_follows_nobody_elsewhere(self):
        with network((307, {"Location": URL})) as (url, seen):
            with self.assertRaises(RosterError) as raised:
                Roster(url, key_of("owner")).organization("acme").members.list()
            self.assertEqual((raised.exception.status, len(seen)), (307, 1))

    def test_another_server_is_told_as_such(self):
        with network((200, {}, b"<html>")) as (url, _):
            with self.assertRaises(RosterError) as raised:
                Roster(url, key_of("owner")).organization("acme").members.list()
            self.assertEqual((raised.exception.status, raised.exception.code), (0, "not-understood"))

    def test_waits_as_long_as_is_asked_and_otherwise_longer_each_time(self):
        self.assertAlmostEqual(delay_before(0, "3"), 3.04, delta=0.04)
        self.assertIsNone(delay_before(0, "3600"))
        for attempt, most in enumerate([0.5, 1, 2, 4, 8, 8]):
            delays = [delay_before(attempt, None) for _ in range(50)]
            self.assertGreaterEqual(min(delays), most / 2)
            self.assertLessEqual(max(delays), most)
            self.assertGreater(len(set(delays)), 1)

"""Documents by URL, from a server of the test's own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kg.documents import read_documents
from kg.errors import InputError
from kg.model import Document

PAGE = "<html><head><title>Договор</title></head><body><p>Договор подписан в Москве.</p></body></html>"
ANSWERS = {
    "/page": ("text/html; charset=windows-1251", PAGE.encode("windows-1251")),
    "/record": ("application/json", b'{"text": "Isi", "url": "https://outlet.example/isi"}'),
    "/lines": ("application/x-ndjson", b'{"text": "a"}\n{"text": "b"}\n'),
    "/plain": ("text/plain", b"Perjanjian"),
    "/picture": ("image/png", b"\x89PNG\x00"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path not in ANSWERS:
            self.send_error(404)
            return
        kind, body = ANSWERS[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_page_is_decoded_as_the_server_says_and_keeps_its_url(server: str) -> None:
    [document] = read_documents([f"{server}/page"])
    assert isinstance(document, Document)
    assert "Договор подписан" in document.text
    assert document.url == f"{server}/page"


def test_the_reader_is_that_of_the_content_type(server: str) -> None:
    found = list(read_documents([f"{server}/record", f"{server}/lines", f"{server}/plain"]))
    assert [one.text for one in found if isinstance(one, Document)] == ["Isi", "a", "b", "Perjanjian"]


def test_a_record_keeps_the_url_it_gives(server: str) -> None:
    [document] = read_documents([f"{server}/record"])
    assert isinstance(document, Document)
    assert document.url == "https://outlet.example/isi"


@pytest.mark.parametrize(("path", "said"), [("/gone", "Not Found"), ("/picture", "binary data")])
def test_what_cannot_be_had_is_an_error_and_the_rest_goes_on(server: str, path: str, said: str) -> None:
    error, document = read_documents([server + path, f"{server}/plain"])
    assert isinstance(error, InputError)
    assert said in str(error)
    assert server + path in str(error)
    assert isinstance(document, Document)

"""Servers on the loopback address that misbehave, for what no stand-in for the network can show."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import trustme

#: What such a server answers when asked for its robots.txt.
_NO_RULES = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


@contextmanager
def dripping(head: bytes, drop: bytes, every: float) -> Iterator[str]:
    """A server that answers `head` and then `drop` again and again, `every` some seconds; yields its address."""
    done = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)

    def serve() -> None:
        while not done.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            with connection:
                _answer(connection, head, drop, every, done)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        done.set()
        thread.join()
        listener.close()


def _answer(connection: socket.socket, head: bytes, drop: bytes, every: float, done: threading.Event) -> None:
    try:
        if b"/robots.txt" in connection.recv(4096):
            connection.sendall(_NO_RULES)
            return
        connection.sendall(head)
        while not done.wait(every):
            connection.sendall(drop)
    except OSError:  # the client has gone
        return


@contextmanager
def answering_over_tls(body: bytes, certificate: trustme.LeafCert) -> Iterator[int]:
    """A server that answers every request for anything but robots.txt over TLS; yields its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path != "/robots.txt"
            self.send_response(200 if found else 404)
            self.send_header("content-length", str(len(body) if found else 0))
            self.end_headers()
            self.wfile.write(body if found else b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Quiet(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that does not trust the certificate goes away; that is what is tested."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()

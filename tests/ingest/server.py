"""Servers on the loopback address that misbehave, for what no stand-in for the network can show."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

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

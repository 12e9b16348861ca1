"""Measures how long an edit takes to reach a browser: from the write to the reload message."""

import base64
import os
import socket
import subprocess
import threading
import time
from pathlib import Path

SECONDS_TO_START = 240


class Server:
    """A preview server with one listening browser, and one file that is edited."""

    def __init__(self, command, port, ready, article, message):
        self.article = Path(article)
        self.original = self.article.read_text()
        self.port = port
        self.message = message
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.output = []
        self.is_ready = threading.Event()
        threading.Thread(target=self.read_output, args=(ready,), daemon=True).start()
        if not self.is_ready.wait(SECONDS_TO_START) or self.process.poll() is not None:
            self.stop()
            raise RuntimeError("the server did not start:\n" + "".join(self.output))
        self.socket = self.connect()
        self.skip_greeting()

    def read_output(self, ready):
        for line in self.process.stdout:
            self.output.append(line)
            if ready in line:
                self.is_ready.set()
        self.is_ready.set()

    def open(self, request):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        connection.sendall(request.replace("\n", "\r\n").encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.receive(connection)
        return connection

    def skip_greeting(self):
        """Takes whatever comes of itself on a new connection."""
        self.socket.settimeout(0.5)
        try:
            while True:
                self.receive(self.socket)
        except TimeoutError:
            self.socket.settimeout(60)

    def drain(self):
        self.socket.setblocking(False)
        try:
            while True:
                self.receive(self.socket)
        except BlockingIOError:
            self.socket.settimeout(60)

    @staticmethod
    def receive(connection):
        data = connection.recv(65536)
        if not data:
            raise RuntimeError("the server hung up")
        return data

    def edit(self, number):
        """Changes one sentence and waits for the message. In seconds."""
        text = self.original.replace(
            "## Where to go next", f"This is edit number {number}.\n\n## Where to go next")
        # Whatever is left of an earlier message is none of this edit's.
        self.drain()
        start = time.perf_counter()
        self.article.write_text(text)
        while self.message not in self.receive(self.socket):
            pass
        taken = time.perf_counter() - start
        time.sleep(1)  # Until the server is at rest again.
        return taken

    @property
    def peak(self):
        """The most memory it has held, in bytes. Nothing where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return None
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.article.write_text(self.original)


class DaylightServer(Server):
    def __init__(self, daylight, site, port):
        super().__init__(
            [daylight, "serve", "--site", site, "--port", str(port)], port,
            f":{port}", first_article(site), b"event: update")

    def connect(self):
        """Server-sent events (HTML standard, section 9.2)."""
        return self.open(
            f"GET /_daylight/events HTTP/1.1\nHost: 127.0.0.1:{self.port}\n"
            "Accept: text/event-stream\n\n")


class HugoServer(Server):
    def __init__(self, hugo, site, port):
        super().__init__(
            [hugo, "server", "--source", site, "--port", str(port), "--bind", "127.0.0.1"], port,
            "Web Server is available", first_article(site), b"reload")

    def connect(self):
        """LiveReload's protocol over a web socket (RFC 6455)."""
        key = base64.b64encode(os.urandom(16)).decode()
        connection = self.open(
            f"GET /livereload HTTP/1.1\nHost: 127.0.0.1:{self.port}\nUpgrade: websocket\n"
            f"Connection: Upgrade\nSec-WebSocket-Key: {key}\nSec-WebSocket-Version: 13\n"
            f"Origin: http://127.0.0.1:{self.port}\n\n")
        hello = b'{"command":"hello"}'
        # A masked text frame whose mask is all zeros, so that the text stands as it is.
        connection.sendall(bytes([0x81, 0x80 | len(hello), 0, 0, 0, 0]) + hello)
        return connection


def first_article(site):
    return sorted((Path(site) / "content/healing").glob("*-0*.md"))[0]

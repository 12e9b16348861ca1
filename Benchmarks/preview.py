"""Measures how long an edit takes to reach a browser: from the write to the reload message."""

import base64
import json
import os
import re
import socket
import subprocess
import threading
import time
from pathlib import Path

import measure

SECONDS_TO_REBUILD = 15
SECONDS_TO_START = 240
SECONDS_TO_TELL = 120
# Daylight’s, as long as nothing is built.
HEARTBEAT = b"\n:\n\n"
# What is edited, while the page of one article is open.
EDITS = {
    "edit": "edit of a body to its reload",
    "title": "edit of a title to its reload",
    "term": "edit of a word to the reload of a page that explains it",
    "template": "edit of a template to the reload of a page",
}


class Server:
    """A preview server with one browser that has a page open, and files that are edited."""

    def __init__(self, command, port, ready, site, files):
        self.page = first_article(site)
        self.files = {"edit": self.page, "title": self.page, **files}
        self.originals = {path: path.read_text() for path in self.files.values()}
        self.port = port
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.output = []
        self.is_ready = threading.Event()
        threading.Thread(target=self.read_output, args=(ready,), daemon=True).start()
        if not self.is_ready.wait(SECONDS_TO_START) or self.process.poll() is not None:
            self.stop()
            raise RuntimeError("the server did not start:\n" + "".join(self.output))
        self.socket = self.connect()
        self.rest()

    def read_output(self, ready):
        for line in self.process.stdout:
            self.output.append(line)
            if ready in line:
                self.is_ready.set()
        self.is_ready.set()

    def open(self, request):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS_TO_TELL)
        connection.sendall(request.replace("\n", "\r\n").encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.receive(connection)
        return connection

    def rest(self, seconds=1):
        """Takes whatever comes until nothing but heartbeats does for so long."""
        end = time.monotonic() + seconds
        try:
            while (left := end - time.monotonic()) > 0:
                self.socket.settimeout(left)
                if HEARTBEAT not in self.receive(self.socket):
                    end = time.monotonic() + seconds
        except TimeoutError:
            pass
        self.socket.settimeout(SECONDS_TO_TELL)

    @staticmethod
    def receive(connection):
        data = connection.recv(1 << 20)
        if not data:
            raise RuntimeError("the server hung up")
        return data

    def can(self, edit):
        return edit in self.files

    def sample(self, edit, number):
        """Changes a file, and waits until the open page is told, and until all pages are built. None if it is not told."""
        path = self.files[edit]
        text = changed(edit, self.originals[path], number)
        start = time.perf_counter()
        path.write_text(text)
        try:
            self.wait_for_page()
        except TimeoutError:
            return None
        seen = time.perf_counter() - start
        self.wait_for_all()
        self.rest()
        return measure.Sample(seen, 0, self.peak or 0)

    def restore(self):
        for path, text in self.originals.items():
            path.write_text(text)
        # All that was edited is built again, which takes a large site seconds, and not every server says when it begins.
        self.rest(SECONDS_TO_REBUILD)

    def wait_for_all(self):
        """For servers that tell a page only when all pages are built."""

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
        for path, text in self.originals.items():
            path.write_text(text)


class DaylightServer(Server):
    def __init__(self, daylight, site, port):
        self.is_building = False
        self.heard = b""
        super().__init__(
            [daylight, "serve", "--site", site, "--port", str(port)], port, " rendered; ", site,
            {"term": site / "content/glossary/shame.md",
             "template": site / "templates/article.mustache"})

    def connect(self):
        """Server-sent events (HTML standard, section 9.2)."""
        self.address = f"{self.page.parent.name}/{self.page.stem}/"
        return self.open(
            f"GET /_daylight/events?path=/{self.address} HTTP/1.1\nHost: 127.0.0.1:{self.port}\n"
            "Accept: text/event-stream\n\n")

    def updates(self):
        """What the server says, one update after the other."""
        while True:
            while b"\n\n" not in self.heard:
                self.heard += self.receive(self.socket)
            event, self.heard = self.heard.split(b"\n\n", 1)
            # Before an event stands the size of its chunk (RFC 9112, section 7.1).
            _, is_update, data = event.partition(b"event: update\ndata: ")
            if is_update:
                yield json.loads(data)

    def wait_for_page(self):
        for update in self.updates():
            self.is_building = update.get("building", False)
            # Not there if there was too much to list.
            changed = update.get("changed")
            if changed is None or self.address + "index.html" in changed:
                return

    def wait_for_all(self):
        for update in self.updates() if self.is_building else []:
            if not update["building"]:
                return


class HugoServer(Server):
    def __init__(self, hugo, site, port):
        full = site / "layouts/page.html"
        plain = site / "layouts/_default/single.html"
        files = {"template": full if full.exists() else plain}
        term = site / "content/glossary/shame.md"
        if term.exists():
            files["term"] = term
        super().__init__(
            [hugo, "server", "--source", site, "--port", str(port), "--bind", "127.0.0.1"], port,
            "Web Server is available", site, files)

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

    def wait_for_page(self):
        while b"reload" not in self.receive(self.socket):
            pass


def changed(edit, text, number):
    if edit == "edit":
        return text.replace(
            "## Where to go next", f"This is edit number {number}.\n\n## Where to go next")
    if edit == "title":
        return re.sub('^(title: "?.*?)("?)$', rf"\1 {number}\2", text, count=1, flags=re.M)
    if edit == "term":
        return re.sub(
            '^((?:summary|description): "?.*?)[.]("?)$', rf"\1, in version {number}.\2", text,
            count=1, flags=re.M)
    return text.replace("<article>", f'<article data-version="{number}">')


def first_article(site):
    """One that uses the word ‘shame’."""
    return next(
        path for path in sorted((site / "content/healing").glob("*-0*.md"))
        if " shame " in path.read_text())

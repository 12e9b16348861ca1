"""A connection to Firefox over WebDriver BiDi (w3.org/TR/webdriver-bidi), which it speaks itself.

Debian has no geckodriver, and Playwright drives only a Firefox of its own making.
"""

import itertools
import json
import queue
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

from .waiting import eventually

PATIENCE = 30  # seconds for one answer; a machine under load is slow, not wrong

# No start page, no updates, no telemetry: what the tests see is the site's doing alone.
PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.sessionhistory.max_total_viewers": 100,  # pages of closed tabs count too
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.tabs.warnOnClose": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}


class BiDiError(Exception):
    """Firefox refused a command."""


class BiDiConnection:
    """Commands and their answers, with events handed on as they come."""

    def __init__(self, socket: ClientConnection):
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue] = {}
        self._listeners: dict[str, list[Callable[[dict], None]]] = {}
        threading.Thread(target=self._read, daemon=True).start()

    def call(self, method: str, **parameters) -> dict:
        """Sends a command and waits for its answer."""
        number = next(self._numbers)
        answer = self._answers[number] = queue.Queue()
        self._send(number, method, parameters)
        message = answer.get(timeout=PATIENCE)
        del self._answers[number]
        if message["type"] == "error":
            raise BiDiError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]

    def tell(self, method: str, **parameters) -> None:
        """Sends a command without waiting, as a listener must: it runs where answers are read."""
        self._send(next(self._numbers), method, parameters)

    def listen(self, event: str, listener: Callable[[dict], None]) -> None:
        if event not in self._listeners:
            self._listeners[event] = []
            self.call("session.subscribe", events=[event])
        self._listeners[event].append(listener)

    def _send(self, number: int, method: str, parameters: dict) -> None:
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))

    def _read(self) -> None:
        for text in self._socket:
            message = json.loads(text)
            if message["type"] == "event":
                for listener in self._listeners.get(message["method"], []):
                    listener(message["params"])
            elif message.get("id") in self._answers:
                self._answers[message["id"]].put(message)


@contextmanager
def running_firefox(
    program: str, profile: Path, preferences: dict | None = None
) -> Iterator[BiDiConnection]:
    """A headless Firefox of its own profile, from start to close."""
    settings = PREFERENCES | (preferences or {})
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in settings.items()]
    (profile / "user.js").write_text("".join(lines))
    firefox = subprocess.Popen(
        [program, "--headless", "--no-remote", "--profile", profile]
        + ["--remote-debugging-port", "0", "about:blank"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        # Firefox takes a free port and writes it down here.
        active = profile / "WebDriverBiDiServer.json"
        eventually(lambda: active.exists() and active.read_text().endswith("}"), within=PATIENCE)
        server = json.loads(active.read_text())
        address = f"ws://{server['ws_host']}:{server['ws_port']}/session"
        with connect(address, max_size=None, proxy=None) as socket:
            connection = BiDiConnection(socket)
            connection.call("session.new", capabilities={})
            yield connection
            connection.call("browser.close")
        firefox.wait(PATIENCE)
    finally:
        firefox.kill()

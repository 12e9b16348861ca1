"""A person at a terminal, who reads the questions of a program and types the answers that a page shows."""

import os
import pty
import select
import signal
import subprocess

from support.comparison import settled

SILENCE = 0.4  # seconds after which a program that is in the middle of a shown line waits for its answer
PATIENCE = 5  # seconds of silence after which somebody would give up


def typed(command: str, shown: str, environment: dict[str, str], folder: str) -> str:
    """What the screen shows when `command` is run and each question is answered as in `shown`.

    A program waits when it is silent in the middle of a line. The next shown line that begins like it has the answer.
    """
    main, side = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", command],
        stdin=side,
        stdout=side,
        stderr=side,
        cwd=folder,
        env=environment | {"TERM": "dumb", "COLUMNS": "100"},
        start_new_session=True,
    )
    os.close(side)
    said = b""
    lines = settled(shown).splitlines()
    silent = 0.0
    try:
        while silent < PATIENCE:
            ready, _, _ = select.select([main], [], [], SILENCE)
            if ready:
                silent = 0
                try:
                    chunk = os.read(main, 65536)
                except OSError:  # Linux says so when the other side has closed.
                    break
                if not chunk:
                    break
                said += chunk
                continue
            silent += SILENCE
            place = answered_by(screen(said), lines)
            if place is not None:
                prompt = screen(said).rpartition("\n")[2].rstrip()
                os.write(main, lines[place][len(prompt) :].strip().encode() + b"\n")
                lines = lines[place + 1 :]
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(main)
    return screen(said)


def screen(said: bytes) -> str:
    return said.decode(errors="replace").replace("\r\n", "\n")


def answered_by(said: str, lines: list[str]) -> int | None:
    """The shown line that begins like the one in which the program stopped; what is left of it is the answer."""
    prompt = settled(said.rpartition("\n")[2])
    if not prompt:
        return None
    return next((place for place, line in enumerate(lines) if line.startswith(prompt)), None)

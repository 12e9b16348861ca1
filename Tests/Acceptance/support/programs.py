"""The programs that the tests run. One that is missing is a failure that says how to install it."""

import shutil
import subprocess
from pathlib import Path

import pytest

DEBIAN_PACKAGE = {
    "bash": "bash",
    "chromium": "chromium",
    "chromium-headless-shell": "chromium-headless-shell",
    "firefox-esr": "firefox-esr",
    "fish": "fish",
    "java": "default-jre-headless",
    "make": "make",
    "mandoc": "mandoc",
    "pdfimages": "poppler-utils",
    "pdftotext": "poppler-utils",
    "xmllint": "libxml2-utils",
    "zsh": "zsh",
}


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.fail(
            f"‘{name}’ is missing. Run scripts/install-test-tools, or as root: "
            f"apt-get install {DEBIAN_PACKAGE[name]}",
            pytrace=False,
        )
    return path


def run(*command: str | Path, text: str | None = None) -> subprocess.CompletedProcess:
    """Runs a program to its end and keeps what it says. It reads `text`, never the terminal."""
    return subprocess.run(command, input=text or "", capture_output=True, text=True, timeout=120)

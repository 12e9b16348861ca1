"""The web servers of Debian, each with the configuration that docs/publishing.md gives, on a port of
this computer. They run as ordinary programs with all their files in a temporary folder."""

import http.client
import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.waiting import eventually

ROOT = Path(__file__).parents[3]
# Where scripts/install-test-tools unpacks servers that it does not install, so that none starts.
UNPACKED = ROOT / ".build/servers"
MODULES = Path("/usr/lib/apache2/modules")


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def header(self, name: str) -> str | None:
        values = self.all(name)
        assert len(values) < 2, f"{name} is sent {len(values)} times: {values}"
        return values[0] if values else None


class Host:
    """A running server."""

    def __init__(self, command: list[str | Path], port: int, folder: Path):
        self.port = port
        self.log = folder / "server.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder,
                env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)},
            )
        try:
            eventually(self.answers, within=20)
        except AssertionError:
            self.stop()
            pytest.fail(f"{command[0]} does not start:\n{self.log.read_text()}")

    def answers(self) -> bool:
        if self.process.poll() is not None:
            pytest.fail(f"the server has ended:\n{self.log.read_text()}")
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": "localhost", **headers})
            answer = connection.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            connection.close()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def server(name: str, package: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    unpacked = [path for path in UNPACKED.rglob(name) if path.is_file() and os.access(path, os.X_OK)]
    if found is None and not unpacked:
        pytest.fail(
            f"‘{name}’ is missing. Run scripts/install-test-tools; the package is {package}.",
            pytrace=False,
        )
    return found or str(unpacked[0])


def nginx(folder: Path, root: Path, path: str) -> Host:
    """As in the docs; `path` is the folder of the site on its host, `/` or `/resources/`."""
    port = free_port()
    include = f"include {root}{path}nginx-headers.conf;"
    inside = f"    {include}" if path == "/" else f"    location {path} {{ {include} }}"
    (folder / "nginx.conf").write_text(
        f"""
pid {folder}/nginx.pid;
error_log stderr;
daemon off;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js; image/svg+xml svg; text/xml xml;
    image/webp webp; image/jpeg jpg; image/png png; font/woff2 woff2; application/json json;
    text/plain txt conf;
  }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  access_log {folder}/access.log;
  server {{
    listen 127.0.0.1:{port};
    server_name localhost;
    root {root};
    charset utf-8;
    access_log off;
    error_log {folder}/error.log crit;
{inside}
  }}
}}
"""
    )
    configuration = folder / "nginx.conf"
    return Host(
        [server("nginx", "nginx"), "-e", "stderr", "-p", folder, "-c", configuration], port, folder
    )


def apache(folder: Path, root: Path, path: str) -> Host:
    port = free_port()
    modules = [
        "mpm_event", "authz_core", "dir", "mime", "headers", "alias", "deflate", "filter",
        "autoindex", "unixd", "log_config", "setenvif",
    ]
    built_in = {"log_config", "unixd"}
    load = "\n".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so"
        for name in modules
        if name not in built_in or (MODULES / f"mod_{name}.so").exists()
    )
    (folder / "mime.types").write_text(
        "text/html html\ntext/css css\ntext/javascript js\ntext/xml xml\nimage/jpeg jpg jpeg\n"
        "image/png png\napplication/json json\ntext/plain txt\n"
    )
    (folder / "apache.conf").write_text(
        f"""
{load}
ServerRoot {folder}
ServerName localhost
ServerTokens Prod
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
LogLevel crit
TypesConfig {folder}/mime.types
DirectoryIndex index.html
DocumentRoot {root}
<Directory />
  Require all denied
</Directory>
<Directory {root}>
  AllowOverride FileInfo
  Options -Indexes
  Require all granted
</Directory>
"""
    )
    return Host(
        [server("apache2", "apache2-bin"), "-D", "FOREGROUND", "-f", folder / "apache.conf"],
        port, folder,
    )


def caddy(folder: Path, root: Path, path: str) -> Host:
    port = free_port()
    (folder / "Caddyfile").write_text(
        f"""
{{
	admin off
	auto_https off
}}
http://localhost:{port} {{
	bind 127.0.0.1
	root * {root}
	import {root}{path}caddy-headers.conf
	file_server
}}
"""
    )
    return Host(
        [server("caddy", "caddy"), "run", "--adapter", "caddyfile", "--config",
         folder / "Caddyfile"],
        port, folder,
    )


STARTS = {"nginx": nginx, "apache": apache, "caddy": caddy}

"""A small client of the YAML language server that editors use, connected by pipes."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from pathlib import Path
from queue import Queue
from typing import Any, Self

PATIENCE = 30.0
"""Seconds to wait for an answer; a cold start of node on a busy machine takes a few."""

_SETTINGS = {
    "validate": True,
    "completion": True,
    "hover": True,
    # The catalog of public schemas is online; the tests stay on this machine.
    "schemaStore": {"enable": False, "url": ""},
    "kubernetesCRDStore": {"enable": False},
}


class LanguageServer:
    """A running server; use it in a `with` statement, which ends it in any case."""

    def __init__(self, program: str, root: Path) -> None:
        """Start the program (an executable, or a script for node) for the workspace at `root`."""
        command = ["node", program] if program.endswith(".js") else [program]
        self._process = subprocess.Popen(
            [*command, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"NODE_NO_WARNINGS": "1"},
        )
        self._root = root
        self._next_id = 0
        self._answers: Queue[dict[str, Any]] = Queue()
        self._diagnostics: Queue[dict[str, Any]] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self._root.as_uri(),
                "workspaceFolders": [{"uri": self._root.as_uri(), "name": "test"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown", "plaintext"],
                            }
                        },
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self._notify("initialized", {})
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Show the server a text as the file at `path`, and return its findings."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        while True:
            published = self._diagnostics.get(timeout=PATIENCE)
            if published["uri"] == uri:
                found: list[dict[str, Any]] = published["diagnostics"]
                return found

    def close(self, path: Path) -> None:
        """Tell the server that the file was closed; it then clears its findings."""
        self._notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def complete(self, path: Path, line: int, character: int) -> list[dict[str, Any]]:
        """Return the server's completions at a position, counted from 0."""
        answer = self.request("textDocument/completion", _at(path, line, character))
        items: list[dict[str, Any]] = answer["items"]
        return items

    def hover(self, path: Path, line: int, character: int) -> str:
        """Return the server's hover text at a position, counted from 0, as Markdown."""
        answer = self.request("textDocument/hover", _at(path, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def request(self, method: str, parameters: dict[str, Any]) -> Any:
        """Send a request and wait for the answer."""
        self._next_id += 1
        self._send({"id": self._next_id, "method": method, "params": parameters})
        while True:
            answer = self._answers.get(timeout=PATIENCE)
            if answer["id"] == self._next_id:
                assert "error" not in answer, answer
                return answer["result"]

    def _notify(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        pipe = self._process.stdin
        assert pipe is not None
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _read(self) -> None:
        """Sort the server's messages until it ends (in a thread of its own)."""
        while (message := self._receive()) is not None:
            if "method" not in message:
                self._answers.put(message)
            elif message["method"] == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])
            elif "id" in message:
                self._send({"id": message["id"], "result": _reply(message)})

    def _receive(self) -> dict[str, Any] | None:
        pipe = self._process.stdout
        assert pipe is not None
        length = 0
        while header := pipe.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            return None
        message: dict[str, Any] = json.loads(pipe.read(length))
        return message


def _at(path: Path, line: int, character: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": character},
    }


def _reply(message: dict[str, Any]) -> Any:
    """Answer the server's own requests for its settings and for permission to register."""
    if message["method"] != "workspace/configuration":
        return None
    asked = message["params"]["items"]
    return [_SETTINGS if item.get("section") == "yaml" else None for item in asked]

"""The first lines of a worker process, run as text by ``python -c``.

The worker's own modules arrive over standard input with its settings, so that neither its command
line nor its import path names the place where the grader is installed.
"""

import importlib.util
import json
import os
import socket
import sys

boot = json.loads(sys.stdin.readline())


class Sources:
    """Imports the worker's modules from the text that came in."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Find a module of the worker."""
        if name not in boot["modules"]:
            return None
        return importlib.util.spec_from_loader(name, Sources, is_package=name == "worker")

    @staticmethod
    def create_module(spec):
        """Leave it to Python."""

    @staticmethod
    def exec_module(module):
        """Run a module of the worker."""
        name = module.__name__
        exec(compile(boot["modules"][name], f"<{name}>", "exec"), module.__dict__)


sys.meta_path.insert(0, Sources)
sys.path += boot["path"]
sys.dont_write_bytecode = True
os.environ.update(boot["environment"])

from worker import serve  # noqa: E402 - it can be found from here on

if "controls" in boot:
    serve.serve(*(socket.socket(fileno=number) for number in boot["controls"]), boot["settings"])
else:
    connection = socket.create_connection(("127.0.0.1", boot["port"]))
    connection.sendall(bytes.fromhex(boot["token"]))
    serve.single(connection, boot["settings"])

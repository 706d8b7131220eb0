"""A service of one's own to browse: `gatepost dev` over a temporary directory, its people and its mail."""

import json
import os
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PASSWORD = "wandering copper teapot"

# How long a letter may take to arrive.
PATIENCE = 20


class Service:
    """A running `gatepost dev`. Everything of it goes away with it."""

    def __init__(self, **settings):
        self._data = tempfile.TemporaryDirectory()
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GATEPOST_", "ROCKET_"))
        }
        self._environment = environment.copy()
        environment |= {"GATEPOST_LIMITS__ENABLED": "false", "GATEPOST_LOG__FILTER": "error"} | settings
        self._process = subprocess.Popen(
            [os.environ["GATEPOST_TEST_BINARY"], "dev", "--port", "0", "--data", self._data.name],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=self._data.name,
        )
        told = ""
        for line in self._process.stdout:
            told += line
            if found := re.search(r"listens on http://127\.0\.0\.1:(\d+)", line):
                self.url = f"http://localhost:{found[1]}"
                break
        else:
            raise AssertionError(f"the service did not start:\n{told}")
        self.demo_password = re.search(r"password of all four: (\S+)", told)[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(timeout=30)
        self._data.cleanup()

    def call(self, method, path, body=None, token=None):
        """Calls the API, and answers what it says."""
        request = urllib.request.Request(f"{self.url}{path}", method=method)
        request.add_header("Accept", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refusal:
            raise AssertionError(f"{method} {path}: {refusal.read().decode()}") from refusal
        return json.loads(text) if text else None

    def api(self, method, path, body=None, token=None):
        """Calls the native API."""
        return self.call(method, f"/api/v1{path}", body, token)

    def link(self, address, journey):
        """The link of a journey in the newest letter to an address that has one."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for letter in reversed(self.call("GET", f"/dev/inbox.json?to={address}")):
                if found := re.search(rf"http\S*/{journey}\?token=\S+", letter["text"]):
                    return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no letter to {address} leads to {journey}")

    def token(self, address, journey):
        """The token of such a link."""
        return self.link(address, journey).split("token=")[1]

    def operator_link(self, address):
        """The link that makes an operator's account, as the command line prints it."""
        command = [os.environ["GATEPOST_TEST_BINARY"], "operator", "create", address, "--data", self._data.name]
        environment = self._environment | {"GATEPOST_PUBLIC_URL": self.url}
        told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
        return re.search(r"http\S*/setup\?token=\S+", told)[0]

    def sign_up(self, address, name="June Doe", org=None):
        """Somebody with a proven address, and an organization of theirs where it is named."""
        body = {"email": address, "password": PASSWORD, "name": name}
        self.api("POST", "/sign-up", body | ({"org": {"name": org}} if org else {}))
        self.api("POST", "/activation", {"token": self.token(address, "activate")})
        return self.sign_in(address)

    def sign_in(self, address, password=PASSWORD):
        """A token of theirs."""
        return self.api("POST", "/sessions", {"email": address, "password": password})["token"]

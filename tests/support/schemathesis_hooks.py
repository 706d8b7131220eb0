"""What Schemathesis has to be told in Python: that the document itself is judged, and who calls.

Those who call are the people that the test has made, `SIGN_IN_AS`; nobody where it is an empty list.
"""

import itertools
import json
import os

import requests
import schemathesis

PEOPLE = json.loads(os.environ.get("SIGN_IN_AS", "[]"))


@schemathesis.hook
def after_load_schema(context, schema):
    """The document has to be valid OpenAPI."""
    schema.validate()


class SignedIn:
    """Calls end sessions, and wrong passwords lock accounts: whoever is refused gives way to the next."""

    def __init__(self):
        self.people = itertools.cycle(PEOPLE)

    def get(self, case, context):
        url = f"{case.operation.base_url}/api/v1/sessions"
        for person in itertools.islice(self.people, len(PEOPLE)):
            answer = requests.post(url, json=person, timeout=10)
            if answer.status_code == 201:
                return answer.json()["token"]
        raise RuntimeError(f"nobody can sign in any more; the last was told: {answer.text}")

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"


if PEOPLE:
    schemathesis.auth()(SignedIn)

"""Every page there is, with who sees it: looked at on a phone and at a desk, in light and dark; and kept as pictures.

On the phone they are looked at in German, whose words are the longest.

The routes come from the service itself, so that a page that is added and is not here fails.
"""

import os
import re
import sys
from pathlib import Path

from .chrome import DESKTOP, PHONE, Chrome
from .service import PASSWORD, Service

NOBODY, OWNER, OPERATOR = "nobody", "owner", "operator"


class World:
    """A service with somebody in every corner."""

    def __init__(self, service):
        self.service = service
        api, call = service.api, service.call
        self.owner = service.sign_in("olivia@demo.example", service.demo_password)
        self.operator = service.sign_in("rita@demo.example", service.demo_password)
        self.org = api("GET", "/orgs", token=self.owner)["items"][0]["id"]
        members = api("GET", f"/orgs/{self.org}/members", token=self.owner)["items"]
        self.member = next(m["user"]["id"] for m in members if m["role"] == "member")
        admin = next(m["user"]["id"] for m in members if m["role"] == "admin")
        # As many as one part of a list shows, so that its page is as heavy as it gets.
        for number in range(16):
            body = {"email": f"guest{number}@mail.example", "role": "member", "message": "Glad to have you."}
            api("POST", f"/orgs/{self.org}/invitations", body, self.owner)
        known = service.sign_up("known@mail.example", "Kim Known", org="Globex")
        api("POST", f"/orgs/{self.org}/invitations", {"email": "known@mail.example", "role": "admin"}, self.owner)
        del known
        api(
            "POST",
            f"/orgs/{self.org}/ownership-transfers",
            {"user_id": admin, "password": service.demo_password},
            self.owner,
        )
        api("POST", "/account/api-keys", {"name": "Nightly export", "scopes": ["account:read"]}, self.owner)
        self.domain = api(
            "POST",
            "/admin/sign-up-domains",
            {
                "title": "Partners",
                "description": "For those who sell what we make.",
                "help": "Use the address of your company.",
                "allow_signup": True,
            },
            self.operator,
        )["id"]
        letter = api("POST", "/admin/mail/test", {"to": "rita@demo.example"}, self.operator)
        self.letter = letter["id"]
        api("POST", "/sign-up", {"email": "fresh@mail.example", "password": PASSWORD, "name": "Fay Fresh"})
        api("POST", "/password-resets", {"email": "mia@demo.example"})
        api(
            "POST",
            "/account/email-changes",
            {"email": "new@mail.example", "password": service.demo_password},
            service.sign_in("mia@demo.example", service.demo_password),
        )
        leaver = service.sign_up("leaver@mail.example", "Lea Leaver", org="Initech")
        old = api("GET", "/orgs", token=leaver)["items"][0]["id"]
        self.job = api("DELETE", f"/orgs/{old}", {"password": PASSWORD}, leaver)["id"]
        self.leaver = ("leaver@mail.example", PASSWORD)
        self.operator_link = service.operator_link("olga@root.example")
        self.inbox = call("GET", "/dev/inbox.json")[0]["id"]


def pages(world):
    """Each page: its route, its path, who sees it, and the status it has."""
    link = world.service.link
    org, admin = f"/orgs/{world.org}", "/admin"

    def letter(address, journey):
        return link(address, journey).removeprefix(world.service.url)

    return [
        ("/sign-in", "/sign-in", NOBODY),
        ("/sign-in/two-factor", "/sign-in/two-factor", NOBODY),
        ("/sign-in/recovery-code", "/sign-in/recovery-code", NOBODY),
        ("/sign-up", "/sign-up", NOBODY),
        ("/sign-up", f"/sign-up?domain={world.domain}", NOBODY),
        ("/sign-up/check-mail", "/sign-up/check-mail", NOBODY),
        ("/activate", letter("fresh@mail.example", "activate"), NOBODY),
        ("/forgot", "/forgot", NOBODY),
        ("/reset", letter("mia@demo.example", "reset"), NOBODY),
        ("/email-change/accept", letter("mia@demo.example", "email-change/accept"), NOBODY),
        ("/email-change/deny", letter("mia@demo.example", "email-change/deny"), NOBODY),
        ("/email-change/confirm", letter("new@mail.example", "email-change/confirm"), NOBODY),
        ("/not-me", letter("fresh@mail.example", "not-me"), NOBODY),
        ("/invitation", letter("guest0@mail.example", "invitation"), NOBODY),
        ("/invitation", letter("known@mail.example", "invitation"), NOBODY),
        ("/invitation", letter("guest1@mail.example", "invitation"), OWNER),
        ("/invitation", "/invitation?token=" + "A" * 43, NOBODY),
        ("/ownership-transfer", letter("adam@demo.example", "ownership-transfer"), NOBODY),
        ("/setup", "/setup?token=" + world.operator_link.split("token=")[1], NOBODY),
        ("/done", "/done", NOBODY),
        ("/docs/errors", "/docs/errors", NOBODY),
        ("/dev/inbox", "/dev/inbox", NOBODY),
        ("/dev/inbox/<id>", f"/dev/inbox/{world.inbox}", NOBODY),
        ("(nothing)", "/there-is-nothing-here", NOBODY),
        ("/jobs/<id>", f"/jobs/{world.job}", "leaver"),
        ("/settings", "/settings", OWNER),
        *[(f"/settings/{page}", f"/settings/{page}", OWNER) for page in SETTINGS],
        ("/orgs", "/orgs", OWNER),
        ("/orgs/new", "/orgs/new", OWNER),
        *[(f"/orgs/<id>/{page}", f"{org}/{page}", OWNER) for page in ORG],
        ("/orgs/<id>/members/<user_id>", f"{org}/members/{world.member}", OWNER),
        ("/admin", admin, OPERATOR),
        *[(f"/admin/{page}", f"{admin}/{page}", OPERATOR) for page in CONSOLE],
        ("/admin/people/<id>", f"{admin}/people/{world.member}", OPERATOR),
        ("/admin/orgs/<id>", f"{admin}/orgs/{world.org}", OPERATOR),
        ("/admin/sign-up-domains/<id>", f"{admin}/sign-up-domains/{world.domain}", OPERATOR),
        ("/admin/mail/<id>", f"{admin}/mail/{world.letter}", OPERATOR),
    ]


SETTINGS = [
    "password",
    "email",
    "two-factor",
    "two-factor/code",
    "passkeys",
    "sessions",
    "logins",
    "api-keys",
    "api-keys/new",
    "invitations",
    "data",
    "data/delete",
]
ORG = ["members", "invitations", "settings", "delete", "leave", "ownership", "audit"]
CONSOLE = [
    "people",
    "orgs",
    "sign-up-domains",
    "sign-up-domains/new",
    "mail",
    "jobs",
    "audit",
    "audit/verification",
    "keys",
    "settings",
    "health",
]

# Routes that show no page of their own to look at, or one that takes a state that journeys pass through.
NOT_HERE = {
    "/",
    "/orgs/<id>",
    "/static/<name>",
    "/static/brand.css",
    "/static/logo",
    "/.well-known/change-password",
    "/settings/data/export",
    "/settings/passkeys/<id>/remove",
    "/settings/two-factor/disable",
    "/settings/two-factor/recovery-codes",
    "/dev/inbox.json",
    "/dev/inbox/<id>/html",
}


def name_of(route, number, size, dark):
    """What a picture is called."""
    words = re.sub(r"[^a-z]+", "-", route.lower()).strip("-") or "start"
    return f"{number:02}-{words}-{'phone' if size == PHONE else 'desktop'}-{'dark' if dark else 'light'}.png"


def main():
    """Looks at every page. With a folder as argument keeps a picture of each, in every size and colour."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    every_way = folder is not None
    faults = []
    with Service() as service:
        world = World(service)
        table = pages(world)
        mounted = set(filter(None, os.environ.get("GATEPOST_TEST_ROUTES", "").split()))
        missing = mounted - {route for route, _, _ in table} - NOT_HERE
        if missing:
            faults.append(f"not looked at: {sorted(missing)}")
        people = {
            OWNER: ("olivia@demo.example", service.demo_password),
            OPERATOR: ("rita@demo.example", service.demo_password),
            "leaver": world.leaver,
        }
        for who in (NOBODY, OWNER, OPERATOR, "leaver"):
            with Chrome(service) as chrome:
                if who != NOBODY:
                    chrome.sign_in(*people[who])
                for number, (route, path, seen_by) in enumerate(table):
                    if seen_by != who:
                        continue
                    for size, dark in ((PHONE, False), (DESKTOP, True), (PHONE, True), (DESKTOP, False))[: 4 if every_way else 2]:
                        chrome.resize(size)
                        chrome.paint(dark)
                        chrome.read("de" if size == PHONE and not every_way else "en")
                        chrome.driver.get(service.url + path)
                        found = chrome.faults()
                        faults += [f"{route} at {size[0]} px, {'dark' if dark else 'light'}: {fault}" for fault in found]
                        if folder:
                            chrome.screenshot(folder / name_of(route, number, size, dark))
    for fault in faults:
        print(fault)
    print(f"{len(table)} pages, {len(faults)} faults")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()

"""What people come to do, from the first page to the last. Each journey is a function; its name says what happens."""

import base64
import hashlib
import hmac
import struct
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.virtual_authenticator import VirtualAuthenticatorOptions

from .chrome import DESKTOP, PHONE, Chrome
from .service import PASSWORD, Service


def code_of(secret, at=None):
    """What an authenticator app shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at or time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def sign_up_with_an_organization_by_keyboard_alone(service, chrome, address):
    chrome.open("/sign-up")
    for field, value in [("first", "June"), ("last", "Doe"), ("email", address), ("password", PASSWORD)]:
        chrome.enter(field, value)
    chrome.enter("org_name", "Acme")
    chrome.press_by_keyboard("Create account")
    chrome.expect(address)
    chrome.open(service.link(address, "activate"))
    chrome.press_by_keyboard("Confirm")
    chrome.enter("login", address)
    chrome.enter("password", PASSWORD)
    chrome.press_by_keyboard("Sign in")
    assert chrome.path == "/orgs", chrome.path
    chrome.expect("Acme")


def sign_in_and_out_by_keyboard_alone(service, chrome, address):
    service.sign_up(address, org="Acme")
    chrome.open("/settings/password")
    assert chrome.path.startswith("/sign-in?next="), chrome.path
    chrome.enter("login", address)
    chrome.enter("password", "not my password at all")
    chrome.press_by_keyboard("Sign in")
    chrome.enter("password", PASSWORD)
    chrome.press_by_keyboard("Sign in")
    assert chrome.path == "/settings/password", chrome.path
    chrome.open_menu_by_keyboard("Your account")
    chrome.press_by_keyboard("Sign out")
    chrome.open("/settings")
    assert chrome.path.startswith("/sign-in"), chrome.path


def an_invited_colleague_joins_by_keyboard_alone(service, chrome, address):
    owner = service.sign_up(f"owner-of-{address}", "Olga Owner", org="Globex")
    org = service.api("GET", "/orgs", token=owner)["items"][0]["id"]
    service.api("POST", f"/orgs/{org}/invitations", {"email": address, "role": "member"}, owner)
    chrome.open(service.link(address, "invitation"))
    chrome.expect("Olga Owner")
    chrome.enter("first", "Adam")
    chrome.enter("last", "Poe")
    chrome.enter("password", PASSWORD)
    chrome.press_by_keyboard("Create account and join Globex")
    if chrome.path.startswith("/sign-in"):
        chrome.enter("login", address)
        chrome.enter("password", PASSWORD)
        chrome.press_by_keyboard("Sign in")
    chrome.open(f"/orgs/{org}/members")
    chrome.expect("Adam Poe")


def an_owner_invites_many_at_once_and_takes_one_back(service, chrome, address):
    service.sign_up(address, org="Acme")
    chrome.sign_in(address, PASSWORD)
    chrome.press("Open")
    chrome.go_to("Invitations")
    chrome.fill(emails=f"a.{address}, b.{address}\nC <c.{address}>", message="Welcome!")
    chrome.press("Send invitations")
    assert chrome.text.count("/invitation?token=") == 3, chrome.text
    chrome.press("Done")
    chrome.expect(f"b.{address}")
    chrome.press("Take back")
    assert service.link(f"a.{address}", "invitation")


def two_factor_is_set_up_and_a_recovery_code_signs_in(service, chrome, address):
    service.sign_up(address)
    chrome.sign_in(address, PASSWORD)
    chrome.open("/settings/two-factor")
    chrome.fill(password=PASSWORD)
    chrome.press("Set it up")
    secret = chrome.secret("#secret").replace(" ", "")
    chrome.fill(code="000000")
    chrome.press("Turn on")
    chrome.fill(code=code_of(secret))
    chrome.press("Turn on")
    codes = chrome.secret("#codes").split()
    assert len(codes) == 10, codes
    sign_out(chrome)
    chrome.sign_in(address, PASSWORD)
    chrome.fill(code=code_of(secret, time.time() + 30))
    chrome.press("Sign in")
    sign_out(chrome)
    chrome.sign_in(address, PASSWORD)
    chrome.press("Use a recovery code")
    chrome.fill(recovery_code=codes[0])
    chrome.press("Sign in")
    assert chrome.path == "/orgs", chrome.path


def a_forgotten_password_is_chosen_anew(service, chrome, address):
    service.sign_up(address)
    chrome.open("/sign-in")
    chrome.press("Forgot your password?")
    chrome.fill(email=address)
    chrome.press("Send the link")
    chrome.open(service.link(address, "reset"))
    chrome.fill(password="short")
    chrome.press("Save the password")
    chrome.fill(password="borrowed violet lantern")
    chrome.press("Save the password")
    chrome.sign_in(address, "borrowed violet lantern")
    assert chrome.path == "/orgs", chrome.path


def an_address_changes_when_both_mailboxes_agree(service, chrome, address):
    service.sign_up(address)
    chrome.sign_in(address, PASSWORD)
    chrome.open("/settings/email")
    chrome.fill(email=f"new.{address}", password=PASSWORD)
    button(chrome).click()
    chrome.judge()
    chrome.open(service.link(f"new.{address}", "email-change/confirm"))
    chrome.press("Confirm the address")
    chrome.open(service.link(address, "email-change/accept"))
    chrome.press("Agree to the change")
    chrome.sign_out_by_cookie()
    chrome.sign_in(f"new.{address}", PASSWORD)
    assert chrome.path == "/orgs", chrome.path


def a_passkey_is_added_and_signs_in(service, chrome, address):
    options = VirtualAuthenticatorOptions(
        protocol=VirtualAuthenticatorOptions.Protocol.CTAP2,
        transport=VirtualAuthenticatorOptions.Transport.INTERNAL,
        has_resident_key=True,
        has_user_verification=True,
        is_user_verified=True,
    )
    service.sign_up(address)
    chrome.sign_in(address, PASSWORD)
    chrome.driver.add_virtual_authenticator(options)
    chrome.open("/settings/passkeys")
    chrome.fill(password=PASSWORD)
    chrome.press("Add a passkey")
    chrome.fill(name="My phone")
    chrome.press("Continue")
    chrome.expect("My phone")
    sign_out(chrome)
    chrome.open("/sign-in")
    chrome.press("Sign in with a passkey")
    assert chrome.path == "/orgs", chrome.path


def letters_come_to_the_inbox_while_one_looks(service, chrome, address):
    chrome.open("/dev/inbox")
    service.api("POST", "/sign-up", {"email": address, "password": PASSWORD, "name": "June Doe"})
    chrome.wait_for(address)


def an_operator_suspends_somebody_and_opens_their_account_again(service, chrome, address):
    service.sign_up(address, "Vera Violet")
    chrome.sign_in("rita@demo.example", service.demo_password)
    chrome.open(f"/admin/people?search={address}")
    chrome.press("Vera Violet")
    chrome.press("Suspend the account")
    chrome.press_button("Suspend the account")
    chrome.expect("The account is suspended.")
    chrome.press("Open the account again")
    chrome.press_button("Open the account again")
    chrome.sign_out_by_cookie()
    chrome.sign_in(address, PASSWORD)
    assert chrome.path == "/orgs", chrome.path


def everything_that_matters_works_without_a_script(service, chrome, address):
    chrome.open("/sign-up")
    chrome.fill(first="June", last="Doe", email=address, password=PASSWORD, org_name="Acme")
    chrome.press("Create account")
    chrome.open(service.link(address, "activate"))
    chrome.press("Confirm")
    chrome.fill(login=address, password=PASSWORD)
    chrome.press("Sign in")
    chrome.expect("Acme")
    chrome.open("/settings/password")
    chrome.fill(current=PASSWORD, new="borrowed violet lantern")
    chrome.press("Change password")
    guest = f"guest.{address}"
    token = service.sign_in(address, "borrowed violet lantern")
    org = service.api("GET", "/orgs", token=token)["items"][0]["id"]
    chrome.open(f"/orgs/{org}/invitations")
    chrome.fill(emails=guest)
    chrome.press("Send invitations")
    sign_out(chrome)
    chrome.open(service.link(guest, "invitation"))
    chrome.fill(first="Adam", last="Poe", password=PASSWORD)
    chrome.press("Create account and join Acme")


def button(chrome):
    """The button of the page's first form."""
    return chrome.driver.find_element(By.CSS_SELECTOR, "main form button:not([type=button])")


def sign_out(chrome):
    """Signs out by the menu."""
    chrome.driver.find_elements(By.CSS_SELECTOR, "header details.menu > summary")[-1].click()
    chrome.press("Sign out")


# Each at the widths and with or without scripts as it needs.
WITH_SCRIPT = [
    sign_up_with_an_organization_by_keyboard_alone,
    sign_in_and_out_by_keyboard_alone,
    an_invited_colleague_joins_by_keyboard_alone,
    an_owner_invites_many_at_once_and_takes_one_back,
    two_factor_is_set_up_and_a_recovery_code_signs_in,
    a_forgotten_password_is_chosen_anew,
    an_address_changes_when_both_mailboxes_agree,
    a_passkey_is_added_and_signs_in,
    letters_come_to_the_inbox_while_one_looks,
    an_operator_suspends_somebody_and_opens_their_account_again,
]
WITHOUT_SCRIPT = [everything_that_matters_works_without_a_script]


def main():
    """Runs every journey on a phone and at a desk."""
    failures = 0
    with Service() as service:
        for script, journeys in ((True, WITH_SCRIPT), (False, WITHOUT_SCRIPT)):
            for journey in journeys:
                for size in (PHONE, DESKTOP):
                    with Chrome(service, size, script=script) as chrome:
                        name = f"{journey.__name__} at {size[0]} px"
                        try:
                            journey(service, chrome, f"p{size[0]}.{journey.__name__[:20]}@mail.example".replace("_", "-"))
                            print(f"passed: {name}")
                        except Exception as failure:  # pylint: disable=broad-except
                            failures += 1
                            print(f"FAILED: {name}: {type(failure).__name__}: {failure}")
                            chrome.keep_picture(name)
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()

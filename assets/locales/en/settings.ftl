# What people do with their own account.

settings-nav = Settings
settings-nav-profile = Profile
settings-nav-password = Password
settings-nav-email = Email
settings-nav-two-factor = Two-factor sign-in
settings-nav-passkeys = Passkeys
settings-nav-sessions = Sessions
settings-nav-logins = Sign-in history
settings-nav-api-keys = API keys
settings-nav-invitations = Invitations
settings-nav-data = Your data
settings-closed = This page is theirs alone
settings-cancel = Cancel
settings-your-password = Your password
password-forgot = Forgot it?
password-reset-link = Reset it by email

device-on-system = { $program } on { $system }
device-unknown = Unknown device

profile-first = First name
profile-last = Last name
profile-username = Username
profile-username-hint = You can sign in with it in place of your email address. At least 3 characters, without “@”.
profile-language = Language
profile-language-browser = As the browser says
profile-language-hint = For these pages, and for the letters we send you.
profile-support = Let operators of { $product } sign in as me
profile-support-hint = Only tick this while somebody is helping you. They see what you see, but can’t change what you sign in with. You are told by email each time, and unticking it signs them out.
profile-save = Save
notice-profile-saved = Your profile is saved.

password-title = Password
password-generated = Your password was made for you. Choose one of your own.
password-current = Current password
password-new = New password
password-new-hint = At least 8 characters, and not easy to guess. A few unrelated words make a good one.
password-what-happens = All your other sessions end, and we tell you by email. API keys go on working.
password-change = Change password
notice-password-changed = Your password is changed. All your other sessions have ended.

email-title = Email address
email-now = Your address
email-verified = Confirmed
email-unverified = Not confirmed
email-added = Yours since { $date }.
email-unverified-hint = We have not seen yet that you read the letters to this address. Use the link in the one we sent you, or have it sent again.
email-send-again = Send the letter again
email-waiting = Waiting for confirmation
email-waiting-intro = You asked to change your address to { $address }.
email-waiting-old-open = The link in the letter to { $address } has not been used yet.
email-waiting-old-done = Agreed by the link to { $address }.
email-waiting-new-open = The link in the letter to { $address } has not been used yet.
email-waiting-new-done = Confirmed by the link to { $address }.
email-waiting-until = Both links work until { $time }. To stop the change, use the other link in the letter to your present address.
email-change = Change your address
email-new = New email address
email-what-happens = We write to both addresses. Your address changes once you have used the link in each of the two letters. You stay signed in here, and your other sessions end.
email-what-happens-again = Asking again makes the links of the earlier letters void.
email-button = Send both letters
notice-email-change-asked = We have written to both addresses. Use the link in each letter.
notice-email-letter-sent = The letter is on its way.

two-factor-settings-title = Two-factor sign-in
two-factor-on = On
two-factor-off = Off
two-factor-on-since = Since { $date }, signing in asks for a code of your authenticator app besides your password.
two-factor-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones now, so that you can still sign in without your app.
    [one] You have one recovery code left. Make new ones soon.
   *[other] You have { $count } recovery codes left.
}
two-factor-renew = Make new recovery codes
two-factor-renew-intro = You get ten new recovery codes. The ones you have now stop working.
two-factor-turn-off = Turn off
two-factor-turn-off-title = Turn two-factor sign-in off
two-factor-turn-off-intro = Your password alone will be enough to sign in. Your other sessions end, your recovery codes stop working, and we tell you by email. Organizations that ask for two-factor sign-in are closed to you until you turn it on again.
two-factor-either-code = Code
two-factor-either-code-hint = The code that your authenticator app shows, or one of your recovery codes.
two-factor-explained = Besides your password, signing in then asks for a code that an authenticator app on your phone makes. Whoever learns your password can’t sign in with it alone.
two-factor-needs-app = You need an authenticator app, such as Aegis, 2FAS, Google Authenticator, or the one in your password manager.
two-factor-begin = Set it up
two-factor-set-up-title = Set up two-factor sign-in
two-factor-scan = Scan this with your authenticator app
two-factor-qr = QR code for your authenticator app
two-factor-open-app = Open an app on this device
two-factor-type-key = Or type this key into the app
two-factor-enter-code = Enter the code that the app shows
two-factor-enter-code-hint = Six digits. They change every 30 seconds.
two-factor-shown-once = The key is shown only now. Should you leave this page, start over.
two-factor-go-on = Your app was told the key before: enter the code that it shows now. If it shows none for { $product }, start over.
two-factor-start-over = Start over
two-factor-turn-on = Turn on
two-factor-turn-on-effect = Your other sessions end, and we tell you by email.
notice-two-factor-disabled = Two-factor sign-in is off.

recovery-codes-title = Recovery codes
recovery-codes-on = Two-factor sign-in is on.
recovery-codes-renewed = These take the place of your earlier recovery codes.
recovery-codes-keep = Keep these codes somewhere safe, apart from your phone. Each signs you in once, in place of your app.
recovery-codes-shown-once = They are shown only now.
recovery-codes-download = Download
recovery-codes-done = I have kept them

sessions-title = Sessions
sessions-intro = Everywhere you are signed in. End what you do not know, and then change your password.
sessions-current = This session
sessions-support = Support
sessions-started = Signed in { $time }
sessions-used = last used { $time }
sessions-end = End
sessions-end-others = End all other sessions
sessions-end-all = End all sessions
sessions-end-all-hint = This one too: you sign in again.
notice-session-ended = The session has ended.
notice-other-sessions-ended = All your other sessions have ended.
notice-all-sessions-ended = All your sessions have ended. Sign in again.

logins-title = Sign-in history
logins-intro = Who signed in to your account or tried to, in the last 90 days. Is one of them not you? Change your password, and end your sessions.
logins-kind-password = Password
logins-kind-api-key = API key
logins-kind-support = Support login
logins-operator = by { $name }
logins-operator-gone = by an operator whose account is gone
logins-success = Signed in
logins-reason-wrong-password = Wrong password
logins-reason-wrong-code = Wrong code
logins-reason-account-suspended = Account suspended
logins-reason-api-key-expired = API key expired
logins-reason-ip-not-allowed = Address not allowed for the key
logins-none = Nothing yet.

api-keys-title = API keys
api-keys-intro = A program that has a key acts as you, within what you let the key do.
api-keys-new = New API key
api-keys-none = You have no API keys.
api-keys-all-orgs = All your organizations
api-keys-one-org = One organization
api-keys-expired = Expired
api-keys-created = Made { $date }
api-keys-used = last used { $time }
api-keys-unused = never used
api-keys-expires = works until { $time }
api-keys-endless = works until you revoke it
api-keys-only-from = Only from { $networks }
api-keys-may = What it may do
api-keys-revoke = Revoke
api-keys-revoke-effect = Programs that use this key are refused from now on. This can’t be undone.
notice-api-key-revoked = The API key is revoked.
api-key-name = Name
api-key-name-hint = What it is for, so that you know it again: “Nightly export”.
api-key-org = For
api-key-org-hint = A key for one organization reaches no other one, and can do nothing with your account.
api-key-scopes = What it may do
api-key-scopes-hint = And never more than your own role allows at that time.
api-key-scopes-account = With your account
api-key-scopes-account-hint = Only for a key for all your organizations.
api-key-scopes-org = In organizations
api-key-expires = Works until
api-key-expires-hint = The end of that day, UTC. Empty: until you revoke it.
api-key-networks = Only from these addresses
api-key-networks-hint = One on each line: an address such as 192.0.2.7, or a network such as 2001:db8::/32. Empty: from anywhere.
api-key-make = Make the key
api-key-made-title = Your new API key
api-key-made-intro = { $name } is ready. Copy the key now: it is not shown again. We have told you by email that it was made.
api-key-made-done = I have copied it

scope-account-read = See your account, your organizations, and invitations to you
scope-account-update = Change your name and language
scope-orgs-create = Found organizations
scope-org-read = See the organization
scope-org-update = Change its name and settings
scope-members-read = See its members
scope-members-manage = Change roles and remove members
scope-invitations-manage = Invite people, and take invitations back
scope-invitations-propose = Invite people whom an admin then approves
scope-audit-read = See its audit log

my-invitations-title = Invitations
my-invitations-intro = Organizations that have invited you.
my-invitations-none = Nobody has invited you at the moment.
my-invitations-unverified = Invitations are shown once your email address is confirmed.
my-invitations-unverified-link = Confirm your email address
my-invitations-from = { $inviter } invites you as { $role }.
my-invitations-until = Good until { $date }.
my-invitations-accept = Accept
my-invitations-decline = Decline
notice-my-invitation-accepted = You have joined.
notice-my-invitation-declined = The invitation is declined.

data-title = Your data
data-export = Take your data along
data-export-intro = One file with everything that { $product } holds about you: your profile, sessions, sign-ins, organizations, keys, and what you did. It holds a page to read and JSON for programs, and no passwords or other secrets.
data-export-button = Download
data-delete = Delete your account
data-delete-intro = Your account is closed at once, and erased for good some days later.
data-delete-link = Delete my account
delete-title = Delete your account
delete-now = At once: you are signed out everywhere, your API keys are refused, and invitations you made are void.
delete-later = { $days ->
    [one] For one day you can change your mind: sign in again, and you keep your account.
   *[other] For { $days } days you can change your mind: sign in again, and you keep your account.
}
delete-then = Then all that is personal is erased for good. Your organizations stay with their other members.
delete-sole-owner = You are the only owner of these organizations. Make somebody else an owner of each, or delete it, first:
delete-button = Delete my account
deleted-title = Your account is closed
deleted-until = It will be erased after { $time }. We have told you by email.
deleted-undo = Have you changed your mind? Sign in before then, and you keep your account.

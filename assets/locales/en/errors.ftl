# Why something was refused: `error-<code>` for all of it, `field-<code>` for one field.

# Who asks
error-not-signed-in = Sign in first.
error-session-expired = Your session is over. Sign in again.
error-session-required = Sign in first. An API key can’t do this.
error-wrong-credentials = The email address, username or password is wrong.
error-wrong-passkey = This passkey can’t be used here. Try again, or sign in with your password.
error-passkey-not-found = There is no such passkey of yours.
error-too-many-passkeys = You have as many passkeys as there can be. Remove one first.
error-wrong-code = The code is wrong, or was used before. Wait for the next one.
error-api-key-expired = This API key has expired. Make another one.
error-two-factor-required = Enter a code of your authenticator app to sign in.
error-two-factor-elsewhere = Two-factor sign-in is on for this account. Sign in on this service’s own page.
error-not-activated = This account is not open yet. Use the link in the letter that we sent you, or ask for another one.
error-account-suspended = This account is suspended. Ask whoever runs this service.
error-email-not-verified = Confirm your email address first: use the link in the letter that we sent you.
error-wrong-password = The password is wrong.
error-password-required = Enter your password to confirm this.
error-wrong-account = This is for another account. Sign in with the email address that it was sent to.

# What they may
error-scope-missing = This API key may not do that.
error-ip-not-allowed = This API key can’t be used from here.
error-role-too-low = Your role in this organization does not allow that.
error-role-above-own = You can’t give, change or remove a role above your own.
error-two-factor-set-up-required = This organization asks its members for two-factor sign-in. Turn it on in your settings first.
error-email-domain-not-allowed = This organization lets in only some email addresses, and yours is none of them.
error-operator-required = This is for operators of this service.
error-own-account = You can’t do this to your own account. Ask another operator.
error-support-login = You are signed in to help somebody. What is theirs alone is not open to you.
error-support-login-not-allowed = This person does not allow support logins, or is an operator.
error-sign-up-closed = Sign-up is closed. Ask a member to invite you.

# What is not there
error-org-not-found = There is no such organization, or you do not belong to it.
error-member-not-found = There is no such member in this organization.
error-invitation-not-found = There is no such invitation.
error-transfer-not-found = There is no such ownership transfer.
error-session-not-found = This session is not yours, or has ended already.
error-api-key-not-found = There is no such API key of yours.
error-job-not-found = There is nothing here that you asked for.
error-token-unknown = We do not know this link. Check that it was copied whole, or open it straight from the letter.
error-user-not-found = There is no such person.
error-sign-up-domain-not-found = There is no such sign-up domain.
error-letter-not-found = There is no such letter, or it is forgotten by now.
error-path-not-found = There is no page at this address. Check that it was copied whole.

# What stands in the way
error-username-taken = This username is taken. Choose another one.
error-email-address-taken = Another account has this email address.
error-account-exists = There is an account with this email address. Sign in instead.
error-already-member = This person is a member of the organization already.
error-last-owner = This is the last owner of the organization. Make somebody else an owner first.
error-sole-owner = You are the only owner of an organization. Make somebody else an owner of it, or delete it, first.
error-two-factor-on = Two-factor sign-in is on already. Turn it off first.
error-two-factor-off = Two-factor sign-in is not on.
error-two-factor-not-set-up = Set up two-factor sign-in first.
error-invitation-not-pending = This invitation is not open any more.
error-too-many-api-keys = You have as many API keys as there can be. Revoke one first.
error-org-name-taken = Another organization has this name. Choose another one.
error-member-not-eligible = This member waits for approval, is suspended, or has not confirmed their email address yet.
error-changed-meanwhile = This was changed by somebody else meanwhile. Look at it again, then make your change.
error-idempotency-conflict = This was sent before, with other values. Open the page again.
error-transfer-not-open = This ownership transfer is not open any more.
error-transfer-void = Things have changed since this was asked: whoever asked is no owner any more, or you do not belong to the organization.
error-user-not-active = This account waits to be activated, or to be deleted.
error-last-operator = You are the last operator. Make somebody else one first.
error-job-not-scheduled = It is too late to take this back, or somebody has done so already.
error-letter-not-queued = This letter does not wait any more: it was sent, given up or taken back.

# What is over
error-token-spent = This link was used before, or a newer one has taken its place.
error-token-expired = This link has expired.
error-invitation-revoked = This invitation was taken back by the organization.
error-invitation-declined = This invitation was declined.
error-transfer-declined = This ownership transfer was declined.
error-transfer-cancelled = This ownership transfer was taken back by an owner.
error-org-gone = The organization does not exist any more.

# What can’t be read, and faults of ours
error-invalid-values = Some of what was entered can’t be used.
error-malformed-json = What was sent can’t be read.
error-unsupported-media-type = What was sent can’t be read. Use the form on the page.
error-body-too-large = That is more than can be sent at once.
error-body-too-slow = That took too long to arrive. Try again.
error-method-not-allowed = This page can’t be used that way. Go back, and open it again.
error-bad-request = The request can’t be understood.
error-foreign-form = This form is too old, or you have signed in or out since. Open its page again, and send it once more.
error-refused = The request was refused.
error-rate-limited = { $seconds ->
    [one] Too many attempts. Try again in a second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
error-unavailable = The service is busy or starting. Try again in a moment.
error-internal = Something went wrong on our side. It is not your fault; try again later.

# One field
field-required = This is needed.
field-empty = This can’t be empty.
field-too-short = This is too short.
field-too-long = This is too long.
field-too-many = These are too many.
field-wrong-type = This can’t be read.
field-out-of-range = This is out of range.
field-unknown-value = This is none of the values that are offered.
field-unknown-field = This is not known here.
field-duplicate-field = This was sent more than once.
field-forbidden-character = Leave out line breaks and invisible characters.
field-contains-link = A name can’t contain a web address.
field-email-address-malformed = This is not an email address. It looks like june@example.com.
field-email-address-not-ascii = Use an address with plain letters, digits and signs only, and write the domain in its ASCII form.
field-email-domain-malformed = This is not an email domain. It looks like example.com.
field-email-domain-not-allowed = Only some organizations’ email addresses are let in, and this is none of them.
field-email-address-repeated = This address is there more than once.
field-email-unchanged = This is the address already.
field-email-and-username = Give the email address or the username, not both.
field-username-contains-at = A username can’t contain an @.
field-password-too-short = Use at least 8 characters.
field-password-too-long = This password is too long.
field-password-too-weak = This password is easy to guess. Use several unrelated words, and not your name or address.
field-password-without-kinds = Use lower-case and upper-case letters, a digit and another sign.
field-password-is-username = The password and the username can’t be the same.
field-country-unknown = Choose a country from the list.
field-locale-malformed = Choose a language from the list.
field-url-malformed = This is not a web address. It begins with https://.
field-ip-network-malformed = This is not an address or network. It looks like 192.0.2.7 or 192.0.2.0/24.
field-id-malformed = This can’t be read. Choose again.
field-time-malformed = This is not a date or time.
field-in-the-past = Give a time that is still to come.
field-cursor-unknown = This part of the list is not there any more. Begin at its start.
field-role-unknown = Choose a role from the list.
field-scope-unknown = Choose from the list.
field-scope-not-of-org = A key for an organization can’t have this.
field-code-and-recovery-code = Give the code or a recovery code, not both.
field-two-needed = Two recovery codes are needed.
field-transfer-to-self = You are an owner yourself. Choose another member.
field-org-with-invitation = An invitation leads into its own organization. Found another one later.
field-sign-up-domain-closed = This sign-up is closed.
field-idempotency-key-invalid = This can’t be read.

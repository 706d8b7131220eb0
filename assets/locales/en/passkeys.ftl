# Passkeys.

sign-in-passkey = Sign in with a passkey
two-factor-passkey = Use a passkey
passkey-failed = No passkey was given. Try again, or go on without one.
passkeys-title = Passkeys
passkeys-intro = Sign in with the fingerprint, face or PIN of your device, without a password or code.
passkeys-none = You have no passkeys yet.
passkeys-added = Added on { $at }
passkeys-used = last used on { $at }
passkeys-add-heading = Add a passkey
passkeys-password = Your password
passkeys-add = Add a passkey
passkeys-add-intro = Give it a name by which you know it, then follow what your device says.
passkeys-name = Name
passkeys-name-hint = For instance “My phone”.
passkeys-continue = Continue
passkeys-back = Back to the passkeys
passkeys-need-script = Passkeys need JavaScript, which is off in this browser.
passkeys-remove = Remove
passkeys-remove-title = Remove the passkey
passkeys-remove-heading = Remove “{ $name }”?
passkeys-remove-intro = It signs you in no more. Your device may go on offering it until you delete it there, too.
notice-passkey-added = The passkey is added. You can sign in with it from now on.
notice-passkey-removed = The passkey is removed.
error-passkeys-not-offered = This service has no passkeys: its address has no name.

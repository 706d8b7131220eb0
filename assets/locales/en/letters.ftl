# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = Hello { $person },
letter-hello-stranger = Hello,
letter-action = { $label }:
letter-button-fails = If the button does not work, open this address:
letter-footer = { $product } sent this message automatically. It never asks for your password by mail.
letter-link-once = The link works once, until { $expires }.
letter-when = When: { $at }
letter-device = Device: { $device }
letter-ip = Address: { $ip }
letter-sign-in = Sign in
letter-was-you = Was it you? Then there is nothing to do.
letter-not-you = Was it not you?
letter-not-me = This wasn’t me
letter-unanswered = Then leave this message unanswered: nothing changes, and nobody else has this link.
letter-as-it-was = Then you have nothing to do: your account is as it was.
letter-shut-out = Then tell us: all devices are signed out, all API keys are revoked, all passkeys removed, the password is void, and you get a letter to choose another one.

# To somebody who signed up.
letter-activation-subject = Open your { $product } account
letter-activation-subject-org = Open your account at { $org }
letter-activation-text = Somebody, most likely you, signed up to { $product } with this email address. One step is left.
letter-activation-text-org = Somebody, most likely you, signed up to { $product } with this email address, for { $org }. One step is left.
letter-activation-action = Open my account
letter-activation-username = Username: { $username }
letter-activation-password = Password: { $password }
letter-activation-made = We made this for you, and tell it here alone. Keep it, or choose your own once you have signed in.
letter-activation-not-you = Then do not open the account, and tell us.

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = You already have a { $product } account
letter-account-exists-text = Somebody, most likely you, tried to sign up to { $product } with this email address. You already have an account, so no second one was made.

# To an invited person.
letter-organization-invitation-subject = { $inviter } invites you to { $org }
letter-organization-invitation-text-owner = { $inviter } invites you to join { $org } on { $product } as an owner.
letter-organization-invitation-text-admin = { $inviter } invites you to join { $org } on { $product } as an admin.
letter-organization-invitation-text-member = { $inviter } invites you to join { $org } on { $product } as a member.
letter-organization-invitation-text-pending = { $inviter } invites you to join { $org } on { $product }. Once you have joined, somebody who runs it lets you in.
letter-organization-invitation-writes = { $inviter } writes:
letter-organization-invitation-action = See the invitation
letter-organization-invitation-open = You can accept or decline there. The invitation is open until { $expires }.
letter-organization-invitation-unknown = You do not know { $inviter } or { $org }?
letter-organization-invitation-unanswered = Then leave this message unanswered: nobody becomes a member without accepting.

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } waits to be let into { $org }
letter-member-awaits-approval-text-owner = { $newcomer } ({ $email }) accepted an invitation to { $org } on { $product } as an owner. { $org } approves whoever joins, so they can do nothing in it yet.
letter-member-awaits-approval-text-admin = { $newcomer } ({ $email }) accepted an invitation to { $org } on { $product } as an admin. { $org } approves whoever joins, so they can do nothing in it yet.
letter-member-awaits-approval-text-member = { $newcomer } ({ $email }) accepted an invitation to { $org } on { $product } as a member. { $org } approves whoever joins, so they can do nothing in it yet.
letter-member-awaits-approval-text-pending = { $newcomer } ({ $email }) accepted an invitation to { $org } on { $product }. { $org } approves whoever joins, so they can do nothing in it yet.
letter-member-awaits-approval-decide = Sign in to approve or remove them. Any owner or admin can.
letter-member-awaits-approval-unknown = You do not know { $newcomer }?
letter-member-awaits-approval-ask = Then do not approve them, and ask whoever sent the invitation.

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } has let you in
letter-membership-approved-text-owner = { $org } has approved that you join on { $product }. You are an owner there from now on.
letter-membership-approved-text-admin = { $org } has approved that you join on { $product }. You are an admin there from now on.
letter-membership-approved-text-member = { $org } has approved that you join on { $product }. You are a member there from now on.
letter-membership-approved-unwanted = You do not want to belong to { $org }?
letter-membership-approved-leave = Sign in and leave it.

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } asks you to take over { $org }
letter-ownership-transfer-text = { $owner } asks you to be an owner of { $org } on { $product } in their place. An owner answers for the organization: its members, its settings, and its end. If you accept, { $owner } becomes an admin.
letter-ownership-transfer-action = Look at it
letter-ownership-transfer-decide = Sign in there to accept, or decline. You can decide until { $expires }.
letter-ownership-transfer-unexpected = You did not expect this?
letter-ownership-transfer-unanswered = Then leave this message unanswered: nothing changes unless you accept.

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } wants to hand { $org } over
letter-ownership-notice-subject-accepted = { $successor } has taken over { $org }
letter-ownership-notice-subject-declined = { $successor } does not take over { $org }
letter-ownership-notice-text-asked = { $owner } has asked { $successor } to be an owner of { $org } on { $product } in their place. Nothing has changed yet. Should it not go this way, any owner can sign in and take it back.
letter-ownership-notice-text-accepted = { $successor } has taken the place of { $owner } as an owner of { $org } on { $product }. { $owner } is an admin from now on.
letter-ownership-notice-text-declined = { $successor } has declined to be an owner of { $org } on { $product }. { $owner } remains one, and can ask somebody else.

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = Please look over the organizations of your { $product } account
letter-orgs-to-review-text = You have just proved that this email address is yours. Before that, somebody used your { $product } account without such proof. To be safe, the password, sessions and keys of that time no longer work.
letter-orgs-to-review-orgs = { $count ->
    [one] This organization was founded or joined in that time, and stays in your account:
   *[other] These organizations were founded or joined in that time, and stay in your account:
}
letter-orgs-to-review-leave = { $count ->
    [one] Sign in, and leave it if you do not want to belong to it.
   *[other] Sign in, and leave those that you do not want to belong to.
}
letter-orgs-to-review-all-you = Was all of it you?
letter-orgs-to-review-nothing-left = Then nothing is left to do.

# To a person who forgot their password.
letter-password-reset-subject = Choose another { $product } password
letter-password-reset-text = Somebody, most likely you, forgot the password of your { $product } account.
letter-password-reset-action = Choose another password
letter-password-reset-effect = When you use it, all your devices are signed out and all your API keys revoked.

# To the address of a person who wants another one.
letter-email-change-requested-subject = Shall the email address of your { $product } account change?
letter-email-change-requested-text = Somebody, most likely you, wants { $new_address } to be the email address of your { $product } account, in place of this one.
letter-email-change-requested-accept = Accept the change
letter-email-change-requested-effect-both = It takes effect when the new address is confirmed as well. Without your accepting nothing changes.
letter-email-change-requested-effect-old = It takes effect at once, and the new address gets a letter to confirm it. Without your accepting nothing changes.
letter-email-change-requested-effect-new = It takes effect when the new address is confirmed, by the letter that we sent there.
letter-email-change-requested-not-you = Then somebody knows your password. Deny the change: all devices are signed out, all API keys are revoked, all passkeys removed, the password is void, and you get a letter to choose another one.
letter-email-change-requested-deny = Deny the change
letter-email-change-requested-until = You can do so until { $expires }.

# To the address that they want.
letter-email-change-confirm-subject = Confirm this address for your { $product } account
letter-email-change-confirm-text = Somebody, most likely you, wants this address to be the one of their { $product } account.
letter-email-change-confirm-action = Confirm this address
letter-email-change-confirm-effect = The change takes effect when it is accepted at the old address as well.

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = This address is already that of a { $product } account
letter-email-change-taken-text = Somebody, most likely you, wants this address to be the one of another { $product } account. It is the address of your account already, and can be the address of one account only, so nothing was changed.
letter-email-change-taken-other = Do you want it for the other account? Then give this account another address first, and ask again.

# To the address that was a person’s until just now.
letter-email-changed-subject = The email address of your { $product } account was changed
letter-email-changed-text = Your { $product } account has another email address now. This one no longer belongs to it.
letter-email-changed-not-you = Then tell us until { $expires }: this address is put back, all devices are signed out, all API keys are revoked, all passkeys removed, the password is void, and you get a letter to choose another one.

# To the address that a change is taken back from.
letter-email-change-undone-subject = The former address of your { $product } account was put back
letter-email-change-undone-text = Whoever reads the former address of your { $product } account said that they did not change it. So the account has that address again, and this one no longer belongs to it. All devices are signed out, all API keys are revoked, and the password is void.
letter-email-change-undone-former = Do you read the former address too? Then a letter to choose another password waits there.
letter-email-change-undone-unread = Do you not read it any more?
letter-email-change-undone-help = Then ask whoever runs { $product } for help.

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = New sign-in to your { $product } account
letter-security-notice-subject-password-changed = Your { $product } password was changed
letter-security-notice-subject-password-reset = Your { $product } password was set anew
letter-security-notice-subject-two-factor-enabled = Two-factor sign-in is on for { $product }
letter-security-notice-subject-two-factor-disabled = Two-factor sign-in is off for { $product }
letter-security-notice-subject-passkey-added = A passkey was added to your { $product } account
letter-security-notice-subject-passkey-removed = A passkey of your { $product } account was removed
letter-security-notice-subject-recovery-code-used = A { $product } recovery code was used
letter-security-notice-subject-two-factor-recovered = The authenticator app of your { $product } account was replaced
letter-security-notice-subject-api-key-created = An API key was made for your { $product } account
letter-security-notice-subject-deletion-cancelled = Your { $product } account stays
letter-security-notice-text-new-sign-in = Somebody signed in to your { $product } account from a device or place that we have not seen before.
letter-security-notice-text-password-changed = The password of your { $product } account was changed. All other devices are signed out. Your API keys go on working: revoke those that you do not know.
letter-security-notice-text-password-reset = The password of your { $product } account was set anew, by a link that we mailed to you. All devices are signed out, all your API keys are revoked, and your passkeys are removed.
letter-security-notice-text-two-factor-enabled = From now on, signing in to your { $product } account asks for a code of your authenticator app.
letter-security-notice-text-two-factor-disabled = Signing in to your { $product } account no longer asks for a code of your authenticator app.
letter-security-notice-text-passkey-added = A passkey was added to your { $product } account. Whoever holds the device with it can sign in without your password.
letter-security-notice-text-passkey-removed = A passkey of your { $product } account was removed. It signs nobody in any more.
letter-security-notice-text-recovery-code-used = A recovery code was used in place of a code of your authenticator app. It is good no more.
letter-security-notice-text-two-factor-recovered = With the password and recovery codes of your { $product } account, another authenticator app was put in the place of the one before. All devices are signed out, and the old recovery codes are good no more.
letter-security-notice-text-api-key-created = An API key was made for your { $product } account. Whoever holds it can act as you, within its scopes, until it expires or you revoke it.
letter-security-notice-text-deletion-cancelled = Somebody signed in to your { $product } account, so it stays: its deletion is cancelled.

# To a person whose account is to be deleted.
letter-account-deletion-subject = Your { $product } account will be deleted
letter-account-deletion-text = Somebody, most likely you, asked us to delete your { $product } account. All devices are signed out. On { $due }, everything that we hold about you is erased for good.
letter-account-deletion-second-thoughts = Second thoughts? Sign in before that day, and the account stays.
letter-account-deletion-action = Keep my account
letter-account-deletion-not-you = Then tell us: the account stays, the password is void, and you get a letter to choose another one.

# To a person whose account stays after all.
letter-account-not-deleted-subject = Your { $product } account could not be deleted
letter-account-not-deleted-text = { $count ->
    [one] You asked us to delete your { $product } account. Nothing was erased, and the account stays: this organization would be left without an owner.
   *[other] You asked us to delete your { $product } account. Nothing was erased, and the account stays: these organizations would be left without an owner.
}
letter-account-not-deleted-then = { $count ->
    [one] Sign in, make somebody else an owner or delete the organization, and ask again.
   *[other] Sign in, make somebody else an owner or delete the organizations, and ask again.
}

# The last letter to somebody.
letter-account-deleted-subject = Your { $product } account is deleted
letter-account-deleted-text = As you asked, your { $product } account is deleted, and everything that we held about you is erased. This is the last message from us, and we keep no copy of it.

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = Your { $product } account is suspended
letter-operator-notice-subject-restored = Your { $product } account is open again
letter-operator-notice-subject-signed-out = You were signed out of { $product }
letter-operator-notice-subject-two-factor-reset = Two-factor sign-in was turned off for { $product }
letter-operator-notice-subject-address-set = Your { $product } account has another email address
letter-operator-notice-subject-support-login = An operator of { $product } signed in as you
letter-operator-notice-subject-granted = You are an operator of { $product } now
letter-operator-notice-subject-removed = You are an operator of { $product } no longer
letter-operator-notice-text-suspended = An operator of { $product } has suspended your account. You are signed out on all devices, and can’t sign in until it is opened again; your API keys are refused.
letter-operator-notice-text-restored = An operator of { $product } has opened your account again. Sign in as before.
letter-operator-notice-text-signed-out = An operator of { $product } has signed you out on all devices.
letter-operator-notice-text-two-factor-reset = An operator of { $product } has turned two-factor sign-in off for your account, because its second factor was said to be lost. You are signed out on all devices. Sign in with your password, and set two-factor sign-in up again.
letter-operator-notice-text-address-set = An operator of { $product } has given your account another email address, because this mailbox was said to be lost. All devices are signed out, and links that were mailed here are void. From now on you sign in with the other address.
letter-operator-notice-text-support-login = An operator of { $product } has signed in as you to help, as your account allows. They can’t change what you sign in with. To end it now, sign in, and let your account allow it no longer.
letter-operator-notice-text-granted = At the command line of { $product } you were made an operator: you can look up and shut accounts from now on, and help their people. Sign in as before.
letter-operator-notice-text-removed = At the command line of { $product } it was set that you are an operator no longer. Your account stays as it is. Sign in as before.
letter-operator-notice-until = They are signed out by themselves on { $until }.
letter-operator-notice-operator = Operator: { $operator }
letter-operator-notice-not-asked = Did you not ask for it?
letter-operator-notice-unexpected = Is this not what you expect? Get in touch with whoever runs { $product }.

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } will be deleted
letter-org-deletion-text = { $owner } asked us to delete { $org } on { $product }. It is closed: nobody can act in it or join it any more. On { $due }, the organization and all that is in it are erased for good. Its people keep their accounts.
letter-org-deletion-second-thoughts = Second thoughts? Any owner can take it back before that day, and everything is as it was.
letter-org-deletion-action = Keep the organization
letter-org-deletion-not-you = Then tell us: the organization stays, the password of your account is void, and you get a letter to choose another one.

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } stays
letter-org-deletion-notice-subject-done = { $org } is deleted
letter-org-deletion-notice-text-cancelled = { $org } on { $product } is not deleted: that was taken back. Everything in it is as it was before.
letter-org-deletion-notice-text-done = { $org } on { $product } is deleted, as one of its owners asked. All that was in it is erased for good. Your account stays.

# To whoever an operator names.
letter-test-subject = { $product } test letter
letter-test-text = { $operator }, an operator of { $product }, has sent this letter to see whether letters arrive. It has, and there is nothing to do.

# To a person whose spent session token was shown again.
letter-session-reused-subject = A { $product } session of yours was ended for safety
letter-session-reused-text = On { $at }, a key to one of your sessions was used again after it had been replaced.
letter-session-reused-text-device = On { $at }, a key to your session on { $device } was used again after it had been replaced.
letter-session-reused-why = That can be a fault of the program on your device, or a sign that somebody copied the key. To be safe, { $product } has ended the session.
letter-session-reused-action = Sign in again
letter-session-reused-again = Does it happen again, or do you not know this device?
letter-session-reused-then = Then change your password, and sign out on all devices.

# Signing up, and wherever letters lead.

sign-up-title = Create an account
sign-up-heading = Create your account
sign-up-closed = Nobody can sign up here right now. If you were invited, open the link in your invitation; otherwise ask somebody who is a member to invite you.
sign-up-domain-closed = The sign-up that you are looking for is closed. You can still create an account without it.
sign-up-domains = Other ways to sign up
sign-up-first = First name
sign-up-last = Last name
sign-up-email = Email address
sign-up-password = Password
sign-up-password-hint = At least 8 characters. Several unrelated words are easy to remember and hard to guess.
sign-up-org = Your organization
sign-up-org-hint = Leave this empty if you are on your own, or if somebody will invite you.
sign-up-org-name = Name of the organization
sign-up-country = Country
sign-up-no-country = Choose a country
sign-up-terms = I accept the { $link }.
sign-up-terms-link = terms
sign-up-button = Create account
sign-up-has-account = Do you have an account?
back-to-sign-in = To the sign-in

check-mail-title = Check your mail
check-mail-said = We have written to { $address }. Open the letter and use its link to finish.
check-mail-hint = It can take a minute or two. If nothing comes, look into the spam folder, and check the address above for mistakes.
check-mail-ask = Which address did you sign up with? We will send you a letter with a new link.
check-mail-again = Send the letter again
check-mail-sent-again = If an account waits for this address, another letter is on its way.
check-mail-wrong-address = Is the address wrong?
check-mail-sign-up-anew = Sign up anew

activate-title = Confirm your email address
activate-intro = One more step: press the button to confirm that { $address } is your email address, and to open your account.
activate-button = Confirm
notice-activated = Your email address is confirmed, and your account is open.

orgs-to-review-title = Are these yours?
orgs-to-review-intro = { $orgs ->
    [one] Your email address is confirmed. Before that, an organization was founded or joined with it. If it was not you, sign in and leave it.
   *[other] Your email address is confirmed. Before that, organizations were founded or joined with it. If it was not you, sign in and leave them.
}
orgs-to-review-button = Sign in to look at them

forgot-title = Forgot your password?
forgot-intro = Tell us your email address. We will send you a link to choose another password.
forgot-button = Send the link
forgot-sent = If there is an account for { $address }, a letter with a link is on its way.
reset-title = Choose another password
reset-intro = For the account of { $address }. You will be signed out everywhere else.
reset-button = Save the password
notice-password-reset = Your new password is saved. Sign in with it.

email-change-title = Another email address
email-change-accept-heading = Change your email address?
email-change-accept-intro = Your account is to have the address { $address } from now on. If you asked for this, agree.
email-change-accept-button = Agree to the change
email-change-deny-heading = Stop the change?
email-change-deny-intro = Somebody who knows your password asked to change the address of your account to { $address }. If that was not you, stop it: everybody is signed out, the password is void, and we send you a letter to choose another one.
email-change-deny-button = Stop it, and sign everybody out
email-change-confirm-heading = Is this address yours?
email-change-confirm-intro = Somebody, most likely you, wants to use { $address } for their account. If that was you, confirm it.
email-change-confirm-button = Confirm the address
notice-email-change-accepted = You have agreed. The change takes effect once the new address is confirmed by the letter that was sent there.
notice-email-change-confirmed = The address is confirmed. The change takes effect once it is agreed to by the letter that was sent to the old address.
notice-email-changed = The email address is changed. Sign in with the new one from now on.
notice-email-change-denied = The change is stopped, and everybody is signed out. A letter to choose another password is on its way to you.

not-me-title = This was not you?
not-me-sign-up = Somebody signed up with your address. Press the button, and we forget that they did.
not-me-account = If somebody else did what the letter tells of, press the button: we undo it, sign everybody out, void the password and all API keys, and send you a letter to choose another password.
not-me-button = This was not me
not-me-otherwise = If it was you, there is nothing to do: close this page.
notice-disowned = Thank you. We have undone it. If it was about your account, a letter to choose another password is on its way to you.

mailed-link-title = This link can’t be used
mailed-link-activate = We can send you a letter with a new one.
mailed-link-reset = Ask for a new link
mailed-link-invitation = If you still want to join, ask whoever invited you to invite you again.
mailed-link-setup = Whoever runs this service can print a new one with the command “gatepost operator create”.
done-title = Done
done-intro = You can close this page now.

invitation-title = Join { $org }
invitation-heading = Join { $org }
invitation-intro-owner = { $inviter } invites you, as an owner.
invitation-intro-admin = { $inviter } invites you, as an admin.
invitation-intro-member = { $inviter } invites you, as a member.
invitation-accept = Join { $org }
invitation-decline = Decline the invitation
invitation-join = Create account and join { $org }
invitation-address-fixed = The invitation is for this address.
invitation-for = This invitation is for { $address }.
invitation-known = There is an account for { $address }. Sign in to accept the invitation.
invitation-sign-in = Sign in to accept
invitation-member = You are a member of { $org } already. There is nothing left to do.
invitation-open-until = You can accept until { $at }.
signed-in-as = You are signed in as { $address }.
sign-out-and-come-back = Sign out and use another account
notice-joined = You are a member now. Welcome!
notice-joining-waits = You have accepted. An owner or admin has to approve it before you can begin; we will write to you.
notice-invitation-declined = You have declined the invitation.

ownership-transfer-title = Take over { $org }
ownership-transfer-heading = Become the owner of { $org }?
ownership-transfer-intro = { $owner } asks you to take their place as an owner.
ownership-transfer-effect = If you accept, you are an owner from now on: you can change everything about the organization, and delete it. { $owner } stays as an admin.
ownership-transfer-for = This is for the account of { $address }.
ownership-transfer-sign-in = Sign in as { $address } to accept.
ownership-transfer-accept = Accept, and become an owner
ownership-transfer-decline = Decline
ownership-transfer-until = You can accept until { $at }.
notice-transfer-accepted = You are an owner now.
notice-transfer-declined = You have declined. Whoever asked you is told.

set-up-title = Set up { $product }
set-up-intro = This makes your account, as an operator: somebody who runs this service.
set-up-button = Create the operator’s account
notice-operator-made = Your account is ready. Sign in with it.

job-title-account-deletion = Deletion of your account
job-title-org-deletion = Deletion of an organization
job-state-scheduled = Scheduled
job-state-running = In progress
job-state-completed = Done
job-state-cancelled = Taken back
job-state-failed = Not done
job-due-account-deletion = Everything about your account will be erased after { $at }. Until then, signing in takes it back.
job-due-org-deletion = The organization is closed, and everything about it will be erased after { $at }. Until then an owner can take it back.
job-failure-sole-owner = The account stays: an organization would be left without an owner.
job-step-sign-out = Sign out everywhere
job-step-close-org = Close the organization
job-step-wait-for-second-thoughts = Wait, in case of second thoughts
job-step-erase-history = Erase the history
job-step-erase-account = Erase the account
job-step-erase-org = Erase the organization
job-step-state-waiting = To come
job-step-state-running = In progress
job-step-state-completed = Done
job-step-state-cancelled = Will not be done
job-step-state-failed = Will not be done
job-asked = Asked for on { $at }.
job-cancel = Keep the organization
notice-job-cancelled = The deletion is taken back. Everything is as it was.

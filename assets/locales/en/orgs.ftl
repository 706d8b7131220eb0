# Organizations.

orgs-title = Your organizations
orgs-new = New organization
orgs-open = Open
orgs-since = Joined on { $at }
orgs-pending = An owner or admin still has to let you in. We will write to you when they do.
orgs-withdraw = Withdraw
orgs-lacks-two-factor = This organization asks for two-factor sign-in, and you have not set it up yet.
set-up-two-factor = Set up two-factor sign-in
orgs-invited = { $inviter } invited you to join { $org }.
orgs-invited-look = See your invitations
orgs-none = You do not belong to an organization yet.
orgs-none-hint = Create one for your team, or ask somebody who runs one to invite you by your email address.

org-new-title = New organization
org-new-intro = You will be its owner, and can invite others right after.
org-new-button = Create organization
org-new-back = Back to your organizations
org-name = Name
org-country = Country
org-country-none = Not given

org-nav = Organization
org-nav-members = Members
org-nav-invitations = Invitations
org-nav-settings = Settings
org-nav-ownership = Ownership
org-nav-audit = Audit log

roles-help = What may each role do?
roles-owner-may = Everything an admin may, and also hand over ownership and delete the organization.
roles-admin-may = Invite and remove people, change roles up to admin, change the settings, read the audit log.
roles-member-may = See the organization and its members.

members-invite = Invite people
members-search = Search by name or email address
members-none-found = Nobody here is called or reached by “{ $search }”.
members-show-all = Show everybody
member-you = You
member-suspended = Suspended
member-approve = Approve
member-turn-down = Turn down
member-role = Role
member-role-of = Role of { $name }
member-role-save = Change role
member-remove-link = Remove
member-leave = Leave
member-back = All members
member-joined = Joined
member-approve-heading = Waiting for approval
member-asked-owner = { $name } was invited as an owner. They can do nothing here until you let them in.
member-asked-admin = { $name } was invited as an admin. They can do nothing here until you let them in.
member-asked-member = { $name } was invited as a member. They can do nothing here until you let them in.
member-role-heading = Change role
member-turn-down-heading = Turn down
member-turn-down-effect = { $name } will not join. They keep their account, and can be invited again.
member-remove-heading = Remove from the organization
member-remove-effect = { $name } loses access at once. API keys they bound to this organization and invitations they sent stop working. They keep their account, and can be invited again.
member-remove-button = Remove member
member-last-owner-hint = An organization needs an owner. Hand it over first, or make another member an owner.

leave-title = Leave organization
leave-heading = Leave { $org }?
leave-effect = You lose access at once. API keys you bound to this organization and invitations you sent stop working. To come back you need a new invitation.
leave-button = Leave organization
leave-stay = Stay

invite-heading = Invite people
invite-emails = Email addresses
invite-emails-hint = Paste as many as you like, up to 200: one per line, or with commas between them. Names before addresses are fine, as mail programs copy them.
invite-language = Language of the letter
invite-language-own = The same as mine
invite-language-hint = Whoever has an account is written to in the language of their settings.
invite-message = Message
invite-message-hint = A word from you in the letter, up to 500 characters.
invite-button = Send invitations
field-already-member = This person is a member already.
invitations-sent = Invitations
invitations-filter = Show invitations
invitations-state-pending = Open
invitations-state-accepted = Accepted
invitations-state-declined = Declined
invitations-state-revoked = Taken back
invitations-state-expired = Expired
invitations-state-all = All
invitations-none-pending = No invitations are open. Whoever you invite appears here until they join.
invitations-none = There are no invitations like this.
invitation-by = Invited by { $inviter } on { $at }.
invitation-until = Open until { $at }.
invitation-mail-queued = Letter on its way
invitation-mail-sent = Letter delivered
invitation-mail-failed = Letter refused
invitation-mail-cancelled = Letter not sent
invitation-mail-said = The mail server said: { $words }
invitation-resend = Send again
invitation-revoke = Take back
invited-title = Invitations sent
invited-sent = { $count ->
    [one] One person is invited. Their letter is on its way.
   *[other] { $count } people are invited. Their letters are on their way.
}
invited-links = If a letter does not arrive, hand the person their link yourself. Each link is for that address alone, and is shown only now: copy what you need before you go on.
invited-done = Done

org-settings-title = Organization settings
org-general = General
org-policies = Policies
org-require-two-factor = Require two-factor sign-in
org-require-two-factor-hint = Members without it can do nothing in this organization until they have set it up.
org-own-two-factor-first = To require it of others, set it up for yourself first.
org-need-approval = Invitations need approval
org-need-approval-hint = Whoever joins by an invitation waits until an owner or admin lets them in.
org-domains = Allowed email domains
org-domains-hint = One per line, such as example.com. Only people with an address there can join; whoever is a member already stays one. Leave it empty to let everybody in.
org-domains-all = All
org-on = On
org-off = Off
org-save = Save settings
org-changed-meanwhile = Somebody else changed these settings while you had this page open. What you typed is still in the form. Below is what is saved now; if you save again, yours takes its place.

org-delete-title = Delete organization
org-delete-intro = Closes the organization for everybody, and erases it a few days later.
org-delete-heading = Delete { $org }?
org-delete-at-once = It is closed at once: members cannot open it, and its API keys and invitations stop working.
org-delete-undo = { $days ->
    [0] Its owners are told by mail.
    [one] Its owners are told by mail, and for one day any of them can undo this. Then everything is as it was.
   *[other] Its owners are told by mail, and for { $days } days any of them can undo this. Then everything is as it was.
}
org-delete-for-good = After that it is erased for good. Its people keep their accounts.
org-your-password = Your password
org-keep = Keep it

ownership-title = Hand over ownership
transfers-open = Waiting for an answer
transfer-asked = { $owner } asked { $successor } to take over.
transfer-until = Can be accepted until { $at }.
transfer-cancel = Take back
transfer-heading = Ask another member
transfer-effect = The member gets a letter and has to accept. When they do, they are an owner and you are an admin. Until then nothing changes, and you can take it back.
transfer-to = New owner
transfer-choose = Choose a member
transfer-button = Ask them to take over

audit-filter-action = What was done
audit-filter-all-actions = Everything
audit-filter-person = By whom
audit-filter-everybody = Everybody
audit-filter-button = Show
audit-none = Nothing like this was done yet.
audit-show-all = Show everything

notice-org-founded = Your organization is there. Now invite the people who belong to it.
notice-org-left = You have left the organization.
notice-org-saved = The settings are saved.
notice-role-changed = The role is changed.
notice-member-approved = The new member is let in. We have told them by mail.
notice-member-removed = The person is removed.
notice-invitation-resent = The letter goes out again, and the invitation is open longer.
notice-invitation-revoked = The invitation is taken back. Its links no longer work.
notice-transfer-asked = We have written to the member. You stay an owner until they accept.
notice-transfer-cancelled = The handover is taken back. Its link no longer works.

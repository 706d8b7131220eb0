# The console of those who run the service.

console-nav = Operator console
console-overview = Overview
console-people = People
console-orgs = Organizations
console-domains = Sign-up domains
console-mail = Mail
console-jobs = Jobs
console-audit = Audit
console-keys = Signing keys
console-settings = Settings
console-health = Health

# What many of its pages say
console-search = Search
console-any = Any
console-name = Name
console-username = Username
console-state = State
console-created = Created
console-id = ID
console-time = Time
console-never = Never
console-not-yet = Not yet
console-on = On
console-off = Off
console-two-factor = Two-factor sign-in
console-operator = Operator
console-country = Country
console-state-active = Active
console-state-suspended = Suspended
console-state-pending = Not activated
console-state-deleting = Being deleted
console-state-queued = Waiting
console-state-sent = Sent
console-state-failed = Failed
console-state-cancelled = Taken back
console-state-scheduled = Scheduled
console-state-running = Running
console-state-completed = Done
console-state-waiting = Waiting

# Overview
console-no-mail-server = No mail server is set, so letters wait until there is one. The settings smtp.host and smtp.from say where letters go.
console-letters-waiting = Letters waiting
console-letters-failed = Letters given up
console-jobs-open = Open jobs
console-jobs-failed = Failed jobs
console-lately = The last { $days } days
console-chart-sign-ups = New accounts
console-chart-sign-ins = Sign-ins
console-chart-failed-sign-ins = Failed sign-ins
console-chart-letters = Letters sent
console-chart-failed-letters = Letters given up
console-chart-told = { $what }: { $total } in all, at most { $most } on one day
console-chart-most = At most { $most } on one day
console-as-table = Every day as a table
console-day = Day

# People
console-search-people = Find a person
console-search-people-hint = By the beginning of a name, email address or username, or by an ID.
console-nobody-found = Nobody is found.
console-last-sign-in = Last sign-in
console-account = Account
console-verified = Verified
console-unverified = Not verified
console-support-login = Support login
console-allowed = Allowed
console-not-allowed = Not allowed
console-is-operator = Runs this service
console-activated = Activated
console-audit-of-person = What was done to this account
console-no-orgs-of-person = Belongs to no organization.
console-sessions = Sessions
console-unknown-device = Unknown device
console-no-sessions = Not signed in anywhere.
console-help-and-close = Help and close
console-own-account = This is your own account. Change it in your settings.
console-told-by-mail = Whatever you do here, the person is told by mail, with your name, and it is recorded.
console-sign-in-as = Sign in as this person
console-sign-in-as-what = This browser is signed in as them, for a short while and by their leave. They are told by mail. To come back, sign out and sign in as yourself again.
console-sign-out = Sign out everywhere
console-sign-out-what = Every session of theirs ends. Their API keys go on.
console-reset-two-factor = Reset two-factor sign-in
console-reset-two-factor-what = For somebody who lost their authenticator app and their recovery codes. From then on their password alone signs in, and every session of theirs ends. Make sure that whoever asks is who they say.
console-set-address = Set another email address
console-set-address-what = For somebody who lost their mailbox. Every session of theirs ends, links mailed to the old address are void, and a letter to the new one asks for the proof of it. Make sure that whoever asks is who they say: whoever reads that mailbox can choose a new password.
console-new-address = New email address
console-restore = Open the account again
console-restore-what = They can sign in again, and their API keys work again.
console-suspend = Suspend the account
console-suspend-what = Every session of theirs ends, their API keys are refused, and they can’t sign in. What they belong to stays, and you can open the account again.
notice-console-suspended = The account is suspended.
notice-console-restored = The account is open again.
notice-console-signed-out = They are signed out everywhere.
notice-console-two-factor-reset = Two-factor sign-in is off. Their password alone signs in.
notice-console-address-set = The address is set. A letter there asks for the proof of it.

# Organizations
console-search-orgs = Find an organization
console-search-orgs-hint = By the beginning of its name, or by its ID.
console-no-orgs-found = No organization is found.
console-about-org = About it
console-required = Required
console-not-required = Not required
console-approval = Approval of who joins
console-email-domains = Email domains
console-all-domains = All
console-came-through = Signed up through
console-audit-of-org = What was done in this organization
console-members = Members

# Sign-up domains
console-domains-what = Doors with words of their own, through which strangers sign up.
console-new-domain = New sign-up domain
console-no-domains = There is no sign-up domain. People sign up without one.
console-open = Open
console-closed = Closed
console-domain-title = Title
console-domain-description = Description
console-domain-description-hint = What it is for.
console-domain-help = Help
console-domain-help-hint = What people read before they sign up.
console-domain-url = Page for its letters
console-domain-url-hint = Where the letters of its sign-ups lead. Leave it empty for the built-in pages.
console-domain-version = What people subscribe to
console-domain-version-hint = Leave it empty to call it like the domain.
console-domain-version-description = Description of what people subscribe to
console-domain-open-at-once = Open it at once
console-domain-open-hint = A closed domain lets nobody sign up. You can open it later.
console-create = Create
console-cancel = Cancel
console-save = Save
console-door = Open and close
console-domain-id = Its ID, for links and programs:
console-close = Close it
console-close-what = Nobody can sign up through it any more. Letters that were sent stay good.
console-open-domain = Open it
console-open-what = Everybody can sign up through it.
console-delete = Delete it
console-delete-what = It is gone for good. Whoever signed up through it, and what they founded, stays.
notice-console-domain-created = The sign-up domain is there.
notice-console-domain-opened = The sign-up domain is open.
notice-console-domain-closed = The sign-up domain is closed.
notice-console-domain-deleted = The sign-up domain is deleted.
notice-console-saved = Saved.

# Mail
console-test-letter = Send a test letter
console-test-to = To
console-test-hint = An address whose mailbox you read. The letter takes the way of every letter.
console-test-send = Send it
console-recipient = Recipient
console-letter = Letter
console-attempts = Tries
console-written = Written
console-no-letters = No letter is found. Letters are kept for 30 days.
console-letter-to = Letter to { $to }
console-delivery = Delivery
console-next-attempt = Next try
console-given-up-at = Given up at
console-finished = Finished
console-last-words = Last words of the mail server
console-resend = Try it now
console-cancel-letter = Take it back
console-cancel-letter-what = It does not go out, and what it says is forgotten. If it is on its way at this very moment, it may still arrive.
console-dialogue = What was said with the mail server
console-dialogue-how = At the last try. Lines with a right arrow are ours, those with a left arrow the mail server’s, those with an equals sign tell what happened.
console-no-dialogue = Nothing was said yet.
notice-console-test-sent = The test letter is queued. Reload this page to see what becomes of it.
notice-console-letter-resent = It is tried now. Reload this page to see what becomes of it.
notice-console-letter-cancelled = The letter is taken back.

# Jobs
console-job-account-deletion = Delete an account
console-job-org-deletion = Delete an organization
console-steps = Steps
console-step-sign-out = Sign out everywhere
console-step-close-org = Close the organization
console-step-wait-for-second-thoughts = Wait for second thoughts
console-step-erase-history = Erase the history
console-step-erase-account = Erase the account
console-step-erase-org = Erase the organization
console-asked-for-by = Asked for by
console-failure-sole-owner = The account stays: an organization would be left without an owner.
console-due = Due
console-no-jobs = No job is found. Finished jobs are kept for 30 days.

# Audit
console-verify = Verify the record
console-filter = Filter
console-no-filter = Show everything
console-action = What was done
console-actor-id = ID of who did it
console-target-id = ID of whom or what it was done to
console-org-id = ID of the organization
console-no-events = Nothing is found.
console-verification = Verification of the record
console-audit-holds = Every event is as it was written, where it was written.
console-audit-broken = The record is not as it was written. Keep a copy of the database before you do anything else.
console-chained = Events looked at
console-erased = Without their personal part, which was erased
console-waiting = Too new to be told
console-back-to-audit = Back to the audit

# Signing keys
console-keys-what = They sign the tokens of sessions. Programs that check tokens themselves read the published keys.
console-signs = Signs
console-retired = Retired
console-rotate = Put a fresh key in force
console-rotate-what = Every token from then on is signed with it. Tokens signed before stay good until they expire, so nobody is signed out.
notice-console-key-rotated = A fresh key is in force.

# Settings and health
console-settings-what = What this process was started with. Change it where it comes from, and start the service again.
console-setting = Setting
console-value = Value
console-source = Where it comes from
console-masked = Set, and not shown
console-not-set = Not set
console-version = Version
console-mail-server = Mail server
console-set-up = Set
console-oldest-letter = The oldest waits since
console-key-in-force = Key in force

# What every page has.

skip-to-content = Skip to the content
nav-account = Your account
nav-console = Operator console
nav-orgs = Organizations
nav-all-orgs = All organizations
nav-settings = Settings
nav-sign-out = Sign out
support-login-banner = You are signed in as { $name }, to help them. Everything you do is recorded and visible to them.
foot-help = Help
foot-terms = Terms
foot-privacy = Privacy
form-has-faults = Some fields need another look.
form-optional = optional
or = or
role-owner = Owner
role-admin = Admin
role-member = Member
role-pending = Awaiting approval
list-more = Show more
search-button = Search
copy = Copy
copied = Copied
notice-signed-out = You are signed out.
notice-session-over = Your session is over. Sign in again to go on.
notice-sign-in-again = That took too long. Sign in again.

failure-title = That did not work
failure-403 = You may not do that
failure-404 = There is nothing here
failure-410 = This is no longer valid
failure-429 = One moment
failure-500 = Something went wrong on our side
failure-503 = We will be right back
failure-home = To the start page

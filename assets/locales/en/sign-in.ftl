# Signing in.

sign-in-title = Sign in
sign-in-heading = Sign in to { $product }
sign-in-login = Email address or username
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgot = Forgot your password?
sign-in-no-account = New here?
sign-in-sign-up = Create an account
two-factor-title = Confirm it’s you
two-factor-heading = Confirm it’s you
two-factor-intro = Enter the code that your authenticator app shows for { $product }.
two-factor-intro-recovery = Enter one of the recovery codes that you kept when you set up two-factor sign-in. Each works once.
two-factor-code = Code
two-factor-recovery-code = Recovery code
two-factor-use-app = Use the authenticator app
two-factor-use-recovery = Use a recovery code

# Why something was refused: `error-<code>` for all of it, `field-<code>` for one field.

error-wrong-credentials = The email address, username or password is wrong.
error-rate-limited = { $seconds ->
    [one] Too many attempts. Try again in a second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
field-required = This is needed.

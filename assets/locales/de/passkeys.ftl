# Passkeys.

sign-in-passkey = Mit einem Passkey anmelden
two-factor-passkey = Passkey verwenden
passkey-failed = Es kam kein Passkey an. Versuchen Sie es noch einmal, oder machen Sie ohne weiter.
passkeys-title = Passkeys
passkeys-intro = Melden Sie sich mit Fingerabdruck, Gesicht oder PIN Ihres Geräts an, ohne Passwort und ohne Code.
passkeys-none = Sie haben noch keine Passkeys.
passkeys-added = Hinzugefügt am { $at }
passkeys-used = zuletzt benutzt am { $at }
passkeys-add-heading = Passkey hinzufügen
passkeys-password = Ihr Passwort
passkeys-add = Passkey hinzufügen
passkeys-add-intro = Geben Sie ihm einen Namen, an dem Sie ihn erkennen, und folgen Sie dann den Hinweisen Ihres Geräts.
passkeys-name = Name
passkeys-name-hint = Zum Beispiel „Mein Handy“.
passkeys-continue = Weiter
passkeys-back = Zurück zu den Passkeys
passkeys-need-script = Passkeys brauchen JavaScript, das in diesem Browser ausgeschaltet ist.
passkeys-remove = Entfernen
passkeys-remove-title = Passkey entfernen
passkeys-remove-heading = „{ $name }“ entfernen?
passkeys-remove-intro = Sie können sich dann nicht mehr damit anmelden. Ihr Gerät bietet ihn vielleicht weiter an, bis Sie ihn auch dort löschen.
notice-passkey-added = Der Passkey ist hinzugefügt. Ab jetzt können Sie sich damit anmelden.
notice-passkey-removed = Der Passkey ist entfernt.
error-passkeys-not-offered = Dieser Dienst bietet keine Passkeys an: Seine Adresse hat keinen Domainnamen.

# Warum etwas abgelehnt wurde: `error-<code>` für das Ganze, `field-<code>` für ein einzelnes Feld.

# Wer fragt
error-not-signed-in = Melden Sie sich zuerst an.
error-session-expired = Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an.
error-session-required = Melden Sie sich zuerst an. Mit einem API-Schlüssel geht das nicht.
error-wrong-credentials = E-Mail-Adresse, Benutzername oder Passwort ist falsch.
error-wrong-passkey = Dieser Passkey kann hier nicht verwendet werden. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
error-passkey-not-found = Diesen Passkey gibt es bei Ihnen nicht.
error-too-many-passkeys = Sie haben so viele Passkeys, wie es geben kann. Entfernen Sie erst einen.
error-wrong-code = Der Code ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten.
error-api-key-expired = Dieser API-Schlüssel ist abgelaufen. Erstellen Sie einen neuen.
error-two-factor-required = Geben Sie einen Code Ihrer Authenticator-App ein, um sich anzumelden.
error-two-factor-elsewhere = Für dieses Konto ist die Zwei-Faktor-Anmeldung an. Melden Sie sich auf der Seite dieses Dienstes an.
error-not-activated = Dieses Konto ist noch nicht aktiviert. Benutzen Sie den Link in der E-Mail, die wir Ihnen geschickt haben, oder fordern Sie eine neue an.
error-account-suspended = Dieses Konto ist gesperrt. Wenden Sie sich an die Betreiber dieses Dienstes.
error-email-not-verified = Bestätigen Sie zuerst Ihre E-Mail-Adresse: Benutzen Sie den Link in der E-Mail, die wir Ihnen geschickt haben.
error-wrong-password = Das Passwort ist falsch.
error-password-required = Geben Sie zur Bestätigung Ihr Passwort ein.
error-wrong-account = Das ist für ein anderes Konto. Melden Sie sich mit der E-Mail-Adresse an, an die es geschickt wurde.

# Was erlaubt ist
error-scope-missing = Dieser API-Schlüssel darf das nicht.
error-ip-not-allowed = Dieser API-Schlüssel gilt von hier aus nicht.
error-role-too-low = Ihre Rolle in dieser Organisation erlaubt das nicht.
error-role-above-own = Eine Rolle über Ihrer eigenen können Sie nicht vergeben, ändern oder entziehen.
error-two-factor-set-up-required = Diese Organisation verlangt von ihren Mitgliedern die Zwei-Faktor-Anmeldung. Schalten Sie sie zuerst in Ihren Einstellungen ein.
error-email-domain-not-allowed = Diese Organisation nimmt nur bestimmte E-Mail-Adressen auf; Ihre gehört nicht dazu.
error-operator-required = Das ist Betreibern dieses Dienstes vorbehalten.
error-own-account = Mit Ihrem eigenen Konto geht das nicht. Bitten Sie einen anderen Betreiber.
error-support-login = Sie sind angemeldet, um jemandem zu helfen. Was nur diese Person angeht, können Sie nicht öffnen.
error-support-login-not-allowed = Diese Person erlaubt keine Support-Anmeldung oder ist selbst Betreiber.
error-sign-up-closed = Die Registrierung ist geschlossen. Bitten Sie ein Mitglied, Sie einzuladen.

# Was es nicht gibt
error-org-not-found = Diese Organisation gibt es nicht, oder Sie gehören nicht dazu.
error-member-not-found = Dieses Mitglied gibt es in dieser Organisation nicht.
error-invitation-not-found = Diese Einladung gibt es nicht.
error-transfer-not-found = Diese Übergabe der Inhaberschaft gibt es nicht.
error-session-not-found = Diese Sitzung gehört nicht Ihnen oder ist schon beendet.
error-api-key-not-found = Einen solchen API-Schlüssel haben Sie nicht.
error-job-not-found = Hier ist nichts, worum Sie gebeten haben.
error-token-unknown = Wir kennen diesen Link nicht. Prüfen Sie, ob er vollständig kopiert wurde, oder öffnen Sie ihn direkt aus der E-Mail.
error-user-not-found = Diese Person gibt es nicht.
error-sign-up-domain-not-found = Dieses Registrierungsportal gibt es nicht.
error-letter-not-found = Diese E-Mail gibt es nicht, oder sie ist inzwischen gelöscht.
error-path-not-found = Unter dieser Adresse gibt es keine Seite. Prüfen Sie, ob sie vollständig kopiert wurde.

# Was im Weg steht
error-username-taken = Dieser Benutzername ist vergeben. Wählen Sie einen anderen.
error-email-address-taken = Diese E-Mail-Adresse gehört zu einem anderen Konto.
error-account-exists = Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich stattdessen an.
error-already-member = Diese Person ist schon Mitglied der Organisation.
error-last-owner = Das ist der letzte Inhaber der Organisation. Machen Sie zuerst jemand anderen zum Inhaber.
error-sole-owner = Sie sind der einzige Inhaber einer Organisation. Machen Sie zuerst jemand anderen zum Inhaber, oder löschen Sie sie.
error-two-factor-on = Die Zwei-Faktor-Anmeldung ist schon an. Schalten Sie sie zuerst aus.
error-two-factor-off = Die Zwei-Faktor-Anmeldung ist nicht an.
error-two-factor-not-set-up = Richten Sie zuerst die Zwei-Faktor-Anmeldung ein.
error-invitation-not-pending = Diese Einladung ist nicht mehr offen.
error-too-many-api-keys = Mehr API-Schlüssel können Sie nicht haben. Widerrufen Sie zuerst einen.
error-org-name-taken = Eine andere Organisation heißt schon so. Wählen Sie einen anderen Namen.
error-member-not-eligible = Dieses Mitglied wartet noch auf Aufnahme, ist gesperrt oder hat seine E-Mail-Adresse noch nicht bestätigt.
error-changed-meanwhile = Das hat inzwischen jemand anderes geändert. Sehen Sie es sich noch einmal an, bevor Sie Ihre Änderung machen.
error-idempotency-conflict = Das wurde schon einmal mit anderen Werten gesendet. Öffnen Sie die Seite noch einmal.
error-transfer-not-open = Diese Übergabe der Inhaberschaft ist nicht mehr offen.
error-transfer-void = Seit der Anfrage hat sich etwas geändert: Wer gefragt hat, ist nicht mehr Inhaber, oder Sie gehören nicht zur Organisation.
error-user-not-active = Dieses Konto wartet auf seine Aktivierung oder auf seine Löschung.
error-last-operator = Sie sind der letzte Betreiber. Machen Sie zuerst jemand anderen dazu.
error-job-not-scheduled = Das lässt sich nicht mehr zurücknehmen, oder jemand hat es schon getan.
error-letter-not-queued = Diese E-Mail wartet nicht mehr: Sie wurde verschickt, als unzustellbar aufgegeben oder zurückgezogen.

# Was vorbei ist
error-token-spent = Dieser Link wurde schon benutzt oder durch einen neueren ersetzt.
error-token-expired = Dieser Link ist abgelaufen.
error-invitation-revoked = Die Organisation hat diese Einladung zurückgezogen.
error-invitation-declined = Diese Einladung wurde abgelehnt.
error-transfer-declined = Diese Übergabe der Inhaberschaft wurde abgelehnt.
error-transfer-cancelled = Ein Inhaber hat diese Übergabe der Inhaberschaft zurückgezogen.
error-org-gone = Diese Organisation gibt es nicht mehr.

# Was nicht lesbar ist, und unsere Fehler
error-invalid-values = Einige Eingaben sind so nicht möglich.
error-malformed-json = Was gesendet wurde, ist nicht lesbar.
error-unsupported-media-type = Was gesendet wurde, ist nicht lesbar. Benutzen Sie das Formular auf der Seite.
error-body-too-large = Das ist mehr, als auf einmal gesendet werden kann.
error-body-too-slow = Die Übertragung hat zu lange gedauert. Versuchen Sie es noch einmal.
error-method-not-allowed = So lässt sich diese Seite nicht benutzen. Gehen Sie zurück, und öffnen Sie sie noch einmal.
error-bad-request = Die Anfrage ist nicht verständlich.
error-foreign-form = Dieses Formular ist zu alt, oder Sie haben sich seitdem an- oder abgemeldet. Öffnen Sie seine Seite neu, und senden Sie es noch einmal.
error-refused = Die Anfrage wurde abgelehnt.
error-rate-limited = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in einer Sekunde noch einmal.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden noch einmal.
}
error-unavailable = Der Dienst ist ausgelastet oder startet gerade. Versuchen Sie es gleich noch einmal.
error-internal = Bei uns ist etwas schiefgegangen. Es liegt nicht an Ihnen; versuchen Sie es später noch einmal.

# Ein einzelnes Feld
field-required = Diese Angabe wird gebraucht.
field-empty = Das darf nicht leer sein.
field-too-short = Das ist zu kurz.
field-too-long = Das ist zu lang.
field-too-many = Das sind zu viele.
field-wrong-type = Das ist nicht lesbar.
field-out-of-range = Das liegt außerhalb des erlaubten Bereichs.
field-unknown-value = Dieser Wert steht nicht zur Auswahl.
field-unknown-field = Das ist hier nicht bekannt.
field-duplicate-field = Das wurde mehrmals gesendet.
field-forbidden-character = Lassen Sie Zeilenumbrüche und unsichtbare Zeichen weg.
field-contains-link = Ein Name darf keine Webadresse enthalten.
field-email-address-malformed = Das ist keine E-Mail-Adresse. Sie sieht aus wie june@example.com.
field-email-address-not-ascii = Nehmen Sie eine Adresse nur mit einfachen Buchstaben, Ziffern und Zeichen, und schreiben Sie die Domain in ihrer ASCII-Form.
field-email-domain-malformed = Das ist keine E-Mail-Domain. Sie sieht aus wie example.com.
field-email-domain-not-allowed = Nur E-Mail-Adressen bestimmter Organisationen sind zugelassen; diese gehört nicht dazu.
field-email-address-repeated = Diese Adresse kommt mehrmals vor.
field-email-unchanged = Das ist schon die Adresse.
field-email-and-username = Geben Sie die E-Mail-Adresse oder den Benutzernamen an, nicht beides.
field-username-contains-at = Ein Benutzername darf kein @ enthalten.
field-password-too-short = Nehmen Sie mindestens 8 Zeichen.
field-password-too-long = Dieses Passwort ist zu lang.
field-password-too-weak = Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nichts miteinander zu tun haben, aber nicht Ihren Namen oder Ihre Adresse.
field-password-without-kinds = Nehmen Sie Klein- und Großbuchstaben, eine Ziffer und ein weiteres Zeichen.
field-password-is-username = Passwort und Benutzername dürfen nicht gleich sein.
field-country-unknown = Wählen Sie ein Land aus der Liste.
field-locale-malformed = Wählen Sie eine Sprache aus der Liste.
field-url-malformed = Das ist keine Webadresse. Sie beginnt mit https://.
field-ip-network-malformed = Das ist keine Adresse und kein Netz. Es sieht aus wie 192.0.2.7 oder 192.0.2.0/24.
field-id-malformed = Das ist nicht lesbar. Wählen Sie noch einmal.
field-time-malformed = Das ist kein Datum und keine Uhrzeit.
field-in-the-past = Wählen Sie einen Zeitpunkt, der noch kommt.
field-cursor-unknown = Diesen Teil der Liste gibt es nicht mehr. Beginnen Sie am Anfang.
field-role-unknown = Wählen Sie eine Rolle aus der Liste.
field-scope-unknown = Wählen Sie aus der Liste.
field-scope-not-of-org = Ein Schlüssel für eine Organisation kann das nicht haben.
field-code-and-recovery-code = Geben Sie den Code oder einen Wiederherstellungscode an, nicht beides.
field-two-needed = Zwei Wiederherstellungscodes sind nötig.
field-transfer-to-self = Sie sind selbst Inhaber. Wählen Sie ein anderes Mitglied.
field-org-with-invitation = Eine Einladung führt in ihre eigene Organisation. Gründen Sie eine andere später.
field-sign-up-domain-closed = Diese Registrierung ist geschlossen.
field-idempotency-key-invalid = Das ist nicht lesbar.

# Was man mit dem eigenen Konto tut.

settings-nav = Einstellungen
settings-nav-profile = Profil
settings-nav-password = Passwort
settings-nav-email = E-Mail
settings-nav-two-factor = Zwei-Faktor-Anmeldung
settings-nav-passkeys = Passkeys
settings-nav-sessions = Sitzungen
settings-nav-logins = Anmeldeverlauf
settings-nav-api-keys = API-Schlüssel
settings-nav-invitations = Einladungen
settings-nav-data = Ihre Daten
settings-closed = Diese Seite geht nur diese Person an
settings-cancel = Abbrechen
settings-your-password = Ihr Passwort
password-forgot = Vergessen?
password-reset-link = Per E-Mail neu setzen

device-on-system = { $program } auf { $system }
device-unknown = Unbekanntes Gerät

profile-first = Vorname
profile-last = Nachname
profile-username = Benutzername
profile-username-hint = Damit können Sie sich anstelle Ihrer E-Mail-Adresse anmelden. Mindestens 3 Zeichen, ohne „@“.
profile-language = Sprache
profile-language-browser = Wie im Browser eingestellt
profile-language-hint = Für diese Seiten und für die E-Mails, die wir Ihnen schicken.
profile-support = Betreiber von { $product } dürfen sich als ich anmelden
profile-support-hint = Erlauben Sie das nur, solange Ihnen jemand hilft. Die Person sieht, was Sie sehen, kann aber nicht ändern, womit Sie sich anmelden. Sie erfahren es jedes Mal per E-Mail; wenn Sie das Häkchen entfernen, wird die Person abgemeldet.
profile-save = Speichern
notice-profile-saved = Ihr Profil ist gespeichert.

password-title = Passwort
password-generated = Ihr Passwort wurde für Sie erzeugt. Wählen Sie ein eigenes.
password-current = Jetziges Passwort
password-new = Neues Passwort
password-new-hint = Mindestens 8 Zeichen und nicht leicht zu erraten. Gut sind einige Wörter, die nichts miteinander zu tun haben.
password-what-happens = Alle Ihre anderen Sitzungen enden, und wir benachrichtigen Sie per E-Mail. API-Schlüssel gelten weiter.
password-change = Passwort ändern
notice-password-changed = Ihr Passwort ist geändert. Alle Ihre anderen Sitzungen sind beendet.

email-title = E-Mail-Adresse
email-now = Ihre Adresse
email-verified = Bestätigt
email-unverified = Nicht bestätigt
email-added = Ihre seit dem { $date }.
email-unverified-hint = Wir wissen noch nicht, ob Sie die E-Mails an diese Adresse lesen. Benutzen Sie den Link in der E-Mail, die wir geschickt haben, oder lassen Sie sie noch einmal senden.
email-send-again = E-Mail noch einmal senden
email-waiting = Wartet auf Bestätigung
email-waiting-intro = Sie möchten Ihre Adresse in { $address } ändern.
email-waiting-old-open = Der Link in der E-Mail an { $address } wurde noch nicht benutzt.
email-waiting-old-done = Über den Link an { $address } zugestimmt.
email-waiting-new-open = Der Link in der E-Mail an { $address } wurde noch nicht benutzt.
email-waiting-new-done = Über den Link an { $address } bestätigt.
email-waiting-until = Beide Links gelten bis zum { $time }. Um die Änderung zu verhindern, benutzen Sie den anderen Link in der E-Mail an Ihre jetzige Adresse.
email-change = Adresse ändern
email-new = Neue E-Mail-Adresse
email-what-happens = Wir schreiben an beide Adressen. Ihre Adresse ändert sich, sobald Sie in beiden E-Mails den Link benutzt haben. Hier bleiben Sie angemeldet, Ihre anderen Sitzungen enden.
email-what-happens-again = Wenn Sie es noch einmal anfordern, gelten die Links der früheren E-Mails nicht mehr.
email-button = Beide E-Mails senden
notice-email-change-asked = Wir haben an beide Adressen geschrieben. Benutzen Sie den Link in jeder der E-Mails.
notice-email-letter-sent = Die E-Mail ist unterwegs.

two-factor-settings-title = Zwei-Faktor-Anmeldung
two-factor-on = An
two-factor-off = Aus
two-factor-on-since = Seit dem { $date } brauchen Sie zum Anmelden außer Ihrem Passwort einen Code Ihrer Authenticator-App.
two-factor-codes-left = { $count ->
    [0] Sie haben keine Wiederherstellungscodes mehr. Erstellen Sie jetzt neue, damit Sie sich auch ohne Ihre App anmelden können.
    [one] Sie haben noch einen Wiederherstellungscode. Erstellen Sie bald neue.
   *[other] Sie haben noch { $count } Wiederherstellungscodes.
}
two-factor-renew = Neue Codes erstellen
two-factor-renew-intro = Sie erhalten zehn neue Wiederherstellungscodes. Die jetzigen gelten dann nicht mehr.
two-factor-turn-off = Ausschalten
two-factor-turn-off-title = Zwei-Faktor-Anmeldung ausschalten
two-factor-turn-off-intro = Zum Anmelden reicht dann Ihr Passwort allein. Ihre anderen Sitzungen enden, Ihre Wiederherstellungscodes gelten nicht mehr, und wir benachrichtigen Sie per E-Mail. Organisationen, die die Zwei-Faktor-Anmeldung verlangen, sind für Sie geschlossen, bis Sie sie wieder einschalten.
two-factor-either-code = Code
two-factor-either-code-hint = Der Code, den Ihre Authenticator-App anzeigt, oder einer Ihrer Wiederherstellungscodes.
two-factor-explained = Zum Anmelden brauchen Sie dann außer Ihrem Passwort einen Code, den eine Authenticator-App auf Ihrem Handy erzeugt. Wer Ihr Passwort herausfindet, kann sich damit allein nicht anmelden.
two-factor-needs-app = Sie brauchen eine Authenticator-App, zum Beispiel Aegis, 2FAS, Google Authenticator oder die in Ihrem Passwortmanager.
two-factor-begin = Einrichten
two-factor-set-up-title = Zwei-Faktor-Anmeldung einrichten
two-factor-scan = Scannen Sie das mit Ihrer Authenticator-App
two-factor-qr = QR-Code für Ihre Authenticator-App
two-factor-open-app = App auf diesem Gerät öffnen
two-factor-type-key = Oder geben Sie diesen Schlüssel in die App ein
two-factor-enter-code = Code, den die App anzeigt
two-factor-enter-code-hint = Sechs Ziffern, die sich alle 30 Sekunden ändern.
two-factor-shown-once = Der Schlüssel wird nur jetzt angezeigt. Wenn Sie diese Seite verlassen, beginnen Sie von vorn.
two-factor-go-on = Ihre App kennt den Schlüssel schon: Geben Sie den Code ein, den sie jetzt anzeigt. Wenn sie keinen für { $product } anzeigt, beginnen Sie von vorn.
two-factor-start-over = Von vorn beginnen
two-factor-turn-on = Einschalten
two-factor-turn-on-effect = Ihre anderen Sitzungen enden, und wir benachrichtigen Sie per E-Mail.
notice-two-factor-disabled = Die Zwei-Faktor-Anmeldung ist aus.

recovery-codes-title = Wiederherstellungs{ "\u00AD" }codes
recovery-codes-on = Die Zwei-Faktor-Anmeldung ist an.
recovery-codes-renewed = Diese Codes ersetzen Ihre bisherigen Wiederherstellungscodes.
recovery-codes-keep = Bewahren Sie diese Codes an einem sicheren Ort auf, getrennt von Ihrem Handy. Mit jedem können Sie sich einmal anmelden, anstelle Ihrer App.
recovery-codes-shown-once = Die Codes werden nur jetzt angezeigt.
recovery-codes-download = Herunterladen
recovery-codes-done = Ich habe sie gesichert

sessions-title = Sitzungen
sessions-intro = Überall, wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
sessions-current = Diese Sitzung
sessions-support = Support
sessions-started = Angemeldet am { $time }
sessions-used = zuletzt benutzt am { $time }
sessions-end = Beenden
sessions-end-others = Alle anderen Sitzungen beenden
sessions-end-all = Alle Sitzungen beenden
sessions-end-all-hint = Auch diese: Sie melden sich dann wieder an.
notice-session-ended = Die Sitzung ist beendet.
notice-other-sessions-ended = Alle Ihre anderen Sitzungen sind beendet.
notice-all-sessions-ended = Alle Ihre Sitzungen sind beendet. Melden Sie sich wieder an.

logins-title = Anmeldeverlauf
logins-intro = Wer sich in den letzten 90 Tagen in Ihrem Konto angemeldet oder es versucht hat. Waren Sie das einmal nicht? Ändern Sie Ihr Passwort, und beenden Sie Ihre Sitzungen.
logins-kind-password = Passwort
logins-kind-api-key = API-Schlüssel
logins-kind-support = Support-Anmeldung
logins-operator = durch { $name }
logins-operator-gone = durch einen Betreiber, dessen Konto es nicht mehr gibt
logins-success = Angemeldet
logins-reason-wrong-password = Falsches Passwort
logins-reason-wrong-code = Falscher Code
logins-reason-account-suspended = Konto gesperrt
logins-reason-api-key-expired = API-Schlüssel abgelaufen
logins-reason-ip-not-allowed = Adresse für den Schlüssel nicht erlaubt
logins-none = Noch nichts.

api-keys-title = API-Schlüssel
api-keys-intro = Ein Programm, das einen Schlüssel hat, handelt in Ihrem Namen, soweit Sie es dem Schlüssel erlauben.
api-keys-new = Neuer API-Schlüssel
api-keys-none = Sie haben keine API-Schlüssel.
api-keys-all-orgs = Alle Ihre Organisationen
api-keys-one-org = Eine Organisation
api-keys-expired = Abgelaufen
api-keys-created = Erstellt am { $date }
api-keys-used = zuletzt benutzt am { $time }
api-keys-unused = nie benutzt
api-keys-expires = gilt bis zum { $time }
api-keys-endless = gilt, bis Sie ihn widerrufen
api-keys-only-from = Nur von { $networks }
api-keys-may = Was er darf
api-keys-revoke = Widerrufen
api-keys-revoke-effect = Programme, die diesen Schlüssel verwenden, werden ab jetzt abgewiesen. Das lässt sich nicht rückgängig machen.
notice-api-key-revoked = Der API-Schlüssel ist widerrufen.
api-key-name = Name
api-key-name-hint = Wofür er ist, damit Sie ihn wiedererkennen: „Nächtlicher Export“.
api-key-org = Für
api-key-org-hint = Ein Schlüssel für eine Organisation erreicht keine andere und kann mit Ihrem Konto nichts tun.
api-key-scopes = Was er darf
api-key-scopes-hint = Und nie mehr, als Ihre eigene Rolle dann gerade erlaubt.
api-key-scopes-account = Mit Ihrem Konto
api-key-scopes-account-hint = Nur bei einem Schlüssel für alle Ihre Organisationen.
api-key-scopes-org = In Organisationen
api-key-expires = Gilt bis
api-key-expires-hint = Bis zum Ende dieses Tages (UTC). Leer: bis Sie ihn widerrufen.
api-key-networks = Nur von diesen Adressen
api-key-networks-hint = Eine pro Zeile: eine Adresse wie 192.0.2.7 oder ein Netz wie 2001:db8::/32. Leer: von überall.
api-key-make = Schlüssel erstellen
api-key-made-title = Ihr neuer API-Schlüssel
api-key-made-intro = { $name } ist bereit. Kopieren Sie den Schlüssel jetzt: Er wird nicht noch einmal angezeigt. Wir haben Sie per E-Mail benachrichtigt, dass er erstellt wurde.
api-key-made-done = Ich habe ihn kopiert

scope-account-read = Ihr Konto, Ihre Organisationen und Einladungen an Sie sehen
scope-account-update = Ihren Namen und Ihre Sprache ändern
scope-orgs-create = Organisationen gründen
scope-org-read = Die Organisation sehen
scope-org-update = Name und Einstellungen der Organisation ändern
scope-members-read = Mitglieder der Organisation sehen
scope-members-manage = Rollen ändern und Mitglieder entfernen
scope-invitations-manage = Personen einladen und Einladungen zurückziehen
scope-invitations-propose = Personen einladen, die dann ein Administrator aufnimmt
scope-audit-read = Audit-Protokoll der Organisation sehen

my-invitations-title = Einladungen
my-invitations-intro = Organisationen, die Sie eingeladen haben.
my-invitations-none = Zurzeit hat Sie niemand eingeladen.
my-invitations-unverified = Einladungen sehen Sie, sobald Ihre E-Mail-Adresse bestätigt ist.
my-invitations-unverified-link = E-Mail-Adresse bestätigen
my-invitations-from = { $inviter } lädt Sie ein. Rolle: { $role }.
my-invitations-until = Gilt bis zum { $date }.
my-invitations-accept = Annehmen
my-invitations-decline = Ablehnen
notice-my-invitation-accepted = Sie sind beigetreten.
notice-my-invitation-declined = Die Einladung ist abgelehnt.

data-title = Ihre Daten
data-export = Ihre Daten mitnehmen
data-export-intro = Eine Datei mit allem, was { $product } über Sie gespeichert hat: Ihr Profil, Sitzungen, Anmeldungen, Organisationen, Schlüssel und was Sie getan haben. Darin sind eine Seite zum Lesen und JSON für Programme, aber keine Passwörter oder andere Geheimnisse.
data-export-button = Herunterladen
data-delete = Ihr Konto löschen
data-delete-intro = Ihr Konto wird sofort geschlossen und einige Tage später endgültig gelöscht.
data-delete-link = Mein Konto löschen
delete-title = Ihr Konto löschen
delete-now = Sofort: Sie werden überall abgemeldet, Ihre API-Schlüssel werden abgewiesen, und Ihre Einladungen an andere sind ungültig.
delete-later = { $days ->
    [one] Einen Tag lang können Sie es sich anders überlegen: Melden Sie sich wieder an, und Sie behalten Ihr Konto.
   *[other] { $days } Tage lang können Sie es sich anders überlegen: Melden Sie sich wieder an, und Sie behalten Ihr Konto.
}
delete-then = Dann wird alles Persönliche endgültig gelöscht. Ihre Organisationen bleiben bei ihren anderen Mitgliedern.
delete-sole-owner = Sie sind der einzige Inhaber dieser Organisationen. Machen Sie zuerst bei jeder jemand anderen zum Inhaber, oder löschen Sie sie:
delete-button = Mein Konto löschen
deleted-title = Ihr Konto ist geschlossen
deleted-until = Es wird nach dem { $time } endgültig gelöscht. Wir haben Sie per E-Mail benachrichtigt.
deleted-undo = Haben Sie es sich anders überlegt? Melden Sie sich vorher an, und Sie behalten Ihr Konto.

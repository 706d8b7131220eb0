# Die Konsole derer, die den Dienst betreiben.

console-nav = Betreiberkonsole
console-overview = Überblick
console-people = Personen
console-orgs = Organisationen
console-domains = Registrierungsportale
console-mail = E-Mails
console-jobs = Aufträge
console-audit = Audit-Protokoll
console-keys = Signaturschlüssel
console-settings = Einstellungen
console-health = Zustand

# Was viele ihrer Seiten sagen
console-search = Suchen
console-any = Alle
console-name = Name
console-username = Benutzername
console-state = Status
console-created = Erstellt
console-id = ID
console-time = Zeit
console-never = Nie
console-not-yet = Noch nicht
console-on = An
console-off = Aus
console-two-factor = Zwei-Faktor-Anmeldung
console-operator = Betreiber
console-country = Land
console-state-active = Aktiv
console-state-suspended = Gesperrt
console-state-pending = Nicht aktiviert
console-state-deleting = Wird gelöscht
console-state-queued = Wartet
console-state-sent = Gesendet
console-state-failed = Fehlgeschlagen
console-state-cancelled = Zurückgezogen
console-state-scheduled = Geplant
console-state-running = Läuft
console-state-completed = Erledigt
console-state-waiting = Wartet

# Überblick
console-no-mail-server = Es ist kein Mailserver angegeben, deshalb warten E-Mails, bis es einen gibt. Die Einstellungen smtp.host und smtp.from sagen, wohin E-Mails gehen.
console-letters-waiting = Wartende E-Mails
console-letters-failed = Unzustellbare E-Mails
console-jobs-open = Offene Aufträge
console-jobs-failed = Fehlgeschlagene Aufträge
console-lately = Die letzten { $days } Tage
console-chart-sign-ups = Neue Konten
console-chart-sign-ins = Anmeldungen
console-chart-failed-sign-ins = Fehlgeschlagene Anmeldungen
console-chart-letters = Gesendete E-Mails
console-chart-failed-letters = Unzustellbare E-Mails
console-chart-told = { $what }: insgesamt { $total }, höchstens { $most } an einem Tag
console-chart-most = Höchstens { $most } an einem Tag
console-as-table = Alle Tage als Tabelle
console-day = Tag

# Personen
console-search-people = Person suchen
console-search-people-hint = Nach dem Anfang eines Namens, einer E-Mail-Adresse oder eines Benutzernamens, oder nach einer ID.
console-nobody-found = Niemand gefunden.
console-last-sign-in = Letzte Anmeldung
console-account = Konto
console-verified = Bestätigt
console-unverified = Nicht bestätigt
console-support-login = Support-Anmeldung
console-allowed = Erlaubt
console-not-allowed = Nicht erlaubt
console-is-operator = Betreibt diesen Dienst
console-activated = Aktiviert
console-audit-of-person = Was an diesem Konto getan wurde
console-no-orgs-of-person = Gehört zu keiner Organisation.
console-sessions = Sitzungen
console-unknown-device = Unbekanntes Gerät
console-no-sessions = Nirgends angemeldet.
console-help-and-close = Helfen und sperren
console-own-account = Das ist Ihr eigenes Konto. Ändern Sie es in Ihren Einstellungen.
console-told-by-mail = Was immer Sie hier tun: Die Person erfährt es per E-Mail, mit Ihrem Namen, und es wird aufgezeichnet.
console-sign-in-as = Als diese Person anmelden
console-sign-in-as-what = Dieser Browser ist dann als diese Person angemeldet, für kurze Zeit und mit ihrer Erlaubnis. Die Person erfährt es per E-Mail. Um zurückzukommen, melden Sie sich ab und als Sie selbst wieder an.
console-sign-out = Überall abmelden
console-sign-out-what = Alle Sitzungen der Person enden. Die API-Schlüssel gelten weiter.
console-reset-two-factor = Zwei-Faktor-Anmeldung zurücksetzen
console-reset-two-factor-what = Für jemanden, der Authenticator-App und Wiederherstellungscodes verloren hat. Danach genügt das Passwort allein zum Anmelden, und alle Sitzungen der Person enden. Vergewissern Sie sich, dass die Person wirklich die ist, für die sie sich ausgibt.
console-set-address = Andere E-Mail-Adresse einsetzen
console-set-address-what = Für jemanden, der sein Postfach verloren hat. Alle Sitzungen der Person enden, Links an die alte Adresse sind ungültig, und eine E-Mail an die neue bittet darum, sie zu bestätigen. Vergewissern Sie sich, dass die Person wirklich die ist, für die sie sich ausgibt: Wer dieses Postfach liest, kann ein neues Passwort wählen.
console-new-address = Neue E-Mail-Adresse
console-restore = Konto entsperren
console-restore-what = Die Person kann sich wieder anmelden, und ihre API-Schlüssel gelten wieder.
console-suspend = Konto sperren
console-suspend-what = Alle Sitzungen der Person enden, ihre API-Schlüssel werden abgewiesen, und sie kann sich nicht anmelden. Mitgliedschaften bleiben, und Sie können das Konto wieder entsperren.
notice-console-suspended = Das Konto ist gesperrt.
notice-console-restored = Das Konto ist wieder offen.
notice-console-signed-out = Die Person ist überall abgemeldet.
notice-console-two-factor-reset = Die Zwei-Faktor-Anmeldung ist aus. Das Passwort allein genügt zum Anmelden.
notice-console-address-set = Die Adresse ist eingesetzt. Eine E-Mail dorthin bittet um Bestätigung.

# Organisationen
console-search-orgs = Organisation suchen
console-search-orgs-hint = Nach dem Anfang ihres Namens oder nach ihrer ID.
console-no-orgs-found = Keine Organisation gefunden.
console-about-org = Über sie
console-required = Verlangt
console-not-required = Nicht verlangt
console-approval = Bestätigung von Beitritten
console-email-domains = E-Mail-Domains
console-all-domains = Alle
console-came-through = Registriert über
console-audit-of-org = Was in dieser Organisation getan wurde
console-members = Mitglieder

# Registrierungsportale
console-domains-what = Eingänge mit eigenen Texten, über die sich neue Personen registrieren.
console-new-domain = Neues Registrierungsportal
console-no-domains = Es gibt kein Registrierungsportal. Man registriert sich ohne.
console-open = Offen
console-closed = Geschlossen
console-domain-title = Titel
console-domain-description = Beschreibung
console-domain-description-hint = Wofür es ist.
console-domain-help = Hilfe
console-domain-help-hint = Was man vor dem Registrieren liest.
console-domain-url = Seite für seine E-Mails
console-domain-url-hint = Wohin die E-Mails seiner Registrierungen führen. Leer lassen für die eingebauten Seiten.
console-domain-version = Was man damit abonniert
console-domain-version-hint = Leer lassen, damit es wie das Portal heißt.
console-domain-version-description = Beschreibung dessen, was man abonniert
console-domain-open-at-once = Sofort öffnen
console-domain-open-hint = Über ein geschlossenes Portal kann sich niemand registrieren. Sie können es später öffnen.
console-create = Erstellen
console-cancel = Abbrechen
console-save = Speichern
console-door = Öffnen und schließen
console-domain-id = Seine ID, für Links und Programme:
console-close = Schließen
console-close-what = Niemand kann sich mehr darüber registrieren. Schon gesendete E-Mails gelten weiter.
console-open-domain = Öffnen
console-open-what = Alle können sich darüber registrieren.
console-delete = Löschen
console-delete-what = Es ist endgültig gelöscht. Wer sich darüber registriert hat, bleibt, ebenso die dabei gegründeten Organisationen.
notice-console-domain-created = Das Registrierungsportal ist erstellt.
notice-console-domain-opened = Das Registrierungsportal ist offen.
notice-console-domain-closed = Das Registrierungsportal ist geschlossen.
notice-console-domain-deleted = Das Registrierungsportal ist gelöscht.
notice-console-saved = Gespeichert.

# E-Mails
console-test-letter = Test-E-Mail senden
console-test-to = An
console-test-hint = Eine Adresse, deren Postfach Sie lesen. Die E-Mail nimmt denselben Weg wie alle anderen.
console-test-send = Senden
console-recipient = Empfänger
console-letter = E-Mail
console-attempts = Versuche
console-written = Verfasst
console-no-letters = Keine E-Mail gefunden. E-Mails werden 30 Tage aufbewahrt.
console-letter-to = E-Mail an { $to }
console-delivery = Zustellung
console-next-attempt = Nächster Versuch
console-given-up-at = Versuche bis
console-finished = Abgeschlossen
console-last-words = Letzte Worte des Mailservers
console-resend = Jetzt versuchen
console-cancel-letter = Zurückziehen
console-cancel-letter-what = Die E-Mail wird nicht gesendet, und ihr Inhalt wird gelöscht. Wenn sie in genau diesem Moment unterwegs ist, kann sie trotzdem ankommen.
console-dialogue = Wortwechsel mit dem Mailserver
console-dialogue-how = Beim letzten Versuch. Zeilen mit einem Pfeil nach rechts sind von uns, die mit einem Pfeil nach links vom Mailserver; die mit einem Gleichheitszeichen sagen, was geschah.
console-no-dialogue = Noch wurde nichts gesagt.
notice-console-test-sent = Die Test-E-Mail wartet auf den Versand. Laden Sie diese Seite neu, um zu sehen, was daraus wird.
notice-console-letter-resent = Der Versand wird jetzt versucht. Laden Sie diese Seite neu, um zu sehen, was daraus wird.
notice-console-letter-cancelled = Die E-Mail ist zurückgezogen.

# Aufträge
console-job-account-deletion = Ein Konto löschen
console-job-org-deletion = Eine Organisation löschen
console-steps = Schritte
console-step-sign-out = Überall abmelden
console-step-close-org = Organisation schließen
console-step-wait-for-second-thoughts = Bedenkzeit abwarten
console-step-erase-history = Verlauf löschen
console-step-erase-account = Konto löschen
console-step-erase-org = Organisation löschen
console-asked-for-by = Beauftragt von
console-failure-sole-owner = Das Konto bleibt bestehen: Eine Organisation hätte sonst keinen Inhaber mehr.
console-due = Fällig
console-no-jobs = Kein Auftrag gefunden. Abgeschlossene Aufträge werden 30 Tage aufbewahrt.

# Audit
console-verify = Protokoll prüfen
console-filter = Filtern
console-no-filter = Alles anzeigen
console-action = Was getan wurde
console-actor-id = ID, von wem es getan wurde
console-target-id = ID, wem oder woran es getan wurde
console-org-id = ID der Organisation
console-no-events = Nichts gefunden.
console-verification = Prüfung des Protokolls
console-audit-holds = Jedes Ereignis steht so da, wie es geschrieben wurde, und dort, wo es geschrieben wurde.
console-audit-broken = Das Protokoll ist nicht so, wie es geschrieben wurde. Sichern Sie eine Kopie der Datenbank, bevor Sie irgendetwas anderes tun.
console-chained = Geprüfte Ereignisse
console-erased = Ohne ihren persönlichen Teil, der gelöscht wurde
console-waiting = Noch zu neu zum Prüfen
console-back-to-audit = Zurück zum Audit-Protokoll

# Signaturschlüssel
console-keys-what = Sie signieren die Tokens der Sitzungen. Programme, die Tokens selbst prüfen, lesen die veröffentlichten Schlüssel.
console-signs = Signiert
console-retired = Abgelöst
console-rotate = Neuen Schlüssel in Kraft setzen
console-rotate-what = Jedes Token wird ab dann damit signiert. Früher signierte Tokens gelten, bis sie ablaufen; niemand wird also abgemeldet.
notice-console-key-rotated = Ein neuer Schlüssel ist in Kraft.

# Einstellungen und Zustand
console-settings-what = Womit dieser Prozess gestartet wurde. Ändern Sie es dort, wo es herkommt, und starten Sie den Dienst neu.
console-setting = Einstellung
console-value = Wert
console-source = Herkunft
console-masked = Angegeben, aber nicht angezeigt
console-not-set = Nicht angegeben
console-version = Version
console-mail-server = Mailserver
console-set-up = Angegeben
console-oldest-letter = Die älteste wartet seit
console-key-in-force = Schlüssel in Kraft

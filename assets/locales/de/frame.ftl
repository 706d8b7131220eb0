# Was jede Seite hat.

skip-to-content = Zum Inhalt springen
nav-account = Ihr Konto
nav-console = Betreiberkonsole
nav-orgs = Organisationen
nav-all-orgs = Alle Organisationen
nav-settings = Einstellungen
nav-sign-out = Abmelden
support-login-banner = Sie sind als { $name } angemeldet, um zu helfen. Alles, was Sie tun, wird aufgezeichnet und ist für diese Person sichtbar.
foot-help = Hilfe
foot-terms = Nutzungsbedingungen
foot-privacy = Datenschutz
form-has-faults = Bitte prüfen Sie die markierten Felder.
form-optional = optional
or = oder
role-owner = Inhaber
role-admin = Administrator
role-member = Mitglied
role-pending = Wartet auf Aufnahme
list-more = Mehr anzeigen
search-button = Suchen
copy = Kopieren
copied = Kopiert
notice-signed-out = Sie sind abgemeldet.
notice-session-over = Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an, um fortzufahren.
notice-sign-in-again = Das hat zu lange gedauert. Melden Sie sich noch einmal an.

failure-title = Das hat nicht geklappt
failure-403 = Das dürfen Sie nicht
failure-404 = Hier ist nichts
failure-410 = Das gilt nicht mehr
failure-429 = Einen Moment bitte
failure-500 = Bei uns ist etwas schiefgegangen
failure-503 = Wir sind gleich wieder da
failure-home = Zur Startseite

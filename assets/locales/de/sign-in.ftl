# Anmelden.

sign-in-title = Anmelden
sign-in-heading = Bei { $product } anmelden
sign-in-login = E-Mail-Adresse oder Benutzername
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-forgot = Passwort vergessen?
sign-in-no-account = Neu hier?
sign-in-sign-up = Konto erstellen
two-factor-title = Bestätigen Sie, dass Sie es sind
two-factor-heading = Bestätigen Sie, dass Sie es sind
two-factor-intro = Geben Sie den Code ein, den Ihre Authenticator-App für { $product } anzeigt.
two-factor-intro-recovery = Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Einrichten der Zwei-Faktor-Anmeldung aufbewahrt haben. Jeder gilt einmal.
two-factor-code = Code
two-factor-recovery-code = Wiederherstellungscode
two-factor-use-app = Authenticator-App verwenden
two-factor-use-recovery = Wiederherstellungscode verwenden

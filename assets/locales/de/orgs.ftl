# Organisationen.

orgs-title = Ihre Organisationen
orgs-new = Neue Organisation
orgs-open = Öffnen
orgs-since = Beigetreten am { $at }
orgs-pending = Ein Inhaber oder Administrator muss Sie noch aufnehmen. Wir schreiben Ihnen, sobald es so weit ist.
orgs-withdraw = Zurückziehen
orgs-lacks-two-factor = Diese Organisation verlangt die Zwei-Faktor-Anmeldung, und Sie haben sie noch nicht eingerichtet.
set-up-two-factor = Zwei-Faktor-Anmeldung einrichten
orgs-invited = { $inviter } hat Sie eingeladen, { $org } beizutreten.
orgs-invited-look = Ihre Einladungen ansehen
orgs-none = Sie gehören noch zu keiner Organisation.
orgs-none-hint = Gründen Sie eine für Ihr Team, oder bitten Sie jemanden, der eine verwaltet, Sie über Ihre E-Mail-Adresse einzuladen.

org-new-title = Neue Organisation
org-new-intro = Sie werden Inhaber und können gleich danach andere einladen.
org-new-button = Organisation gründen
org-new-back = Zurück zu Ihren Organisationen
org-name = Name
org-country = Land
org-country-none = Nicht angegeben

org-nav = Organisation
org-nav-members = Mitglieder
org-nav-invitations = Einladungen
org-nav-settings = Einstellungen
org-nav-ownership = Inhaberschaft
org-nav-audit = Audit-Protokoll

roles-help = Was darf welche Rolle?
roles-owner-may = Alles, was ein Administrator darf, und außerdem die Inhaberschaft übergeben und die Organisation löschen.
roles-admin-may = Personen einladen und entfernen, Rollen bis Administrator ändern, die Einstellungen ändern, das Audit-Protokoll lesen.
roles-member-may = Die Organisation und ihre Mitglieder sehen.

members-invite = Personen einladen
members-search = Name oder E-Mail-Adresse suchen
members-none-found = Niemand hier hat „{ $search }“ im Namen oder in der Adresse.
members-show-all = Alle anzeigen
member-you = Sie
member-suspended = Gesperrt
member-approve = Aufnehmen
member-turn-down = Ablehnen
member-role = Rolle
member-role-of = Rolle von { $name }
member-role-save = Rolle ändern
member-remove-link = Entfernen
member-leave = Austreten
member-back = Alle Mitglieder
member-joined = Beigetreten
member-approve-heading = Wartet auf Aufnahme
member-asked-owner = { $name } wurde als Inhaber eingeladen. Bis Sie die Person aufnehmen, kann sie hier nichts tun.
member-asked-admin = { $name } wurde als Administrator eingeladen. Bis Sie die Person aufnehmen, kann sie hier nichts tun.
member-asked-member = { $name } wurde als Mitglied eingeladen. Bis Sie die Person aufnehmen, kann sie hier nichts tun.
member-role-heading = Rolle ändern
member-turn-down-heading = Ablehnen
member-turn-down-effect = { $name } wird nicht aufgenommen, behält aber das Konto und kann wieder eingeladen werden.
member-remove-heading = Aus der Organisation entfernen
member-remove-effect = { $name } verliert sofort den Zugang. API-Schlüssel der Person, die an diese Organisation gebunden sind, und Einladungen, die sie verschickt hat, gelten nicht mehr. Die Person behält ihr Konto und kann wieder eingeladen werden.
member-remove-button = Mitglied entfernen
member-last-owner-hint = Eine Organisation braucht einen Inhaber. Übergeben Sie sie zuerst, oder machen Sie ein anderes Mitglied zum Inhaber.

leave-title = Organisation verlassen
leave-heading = { $org } verlassen?
leave-effect = Sie verlieren sofort den Zugang. API-Schlüssel, die Sie an diese Organisation gebunden haben, und Einladungen, die Sie verschickt haben, gelten nicht mehr. Um zurückzukommen, brauchen Sie eine neue Einladung.
leave-button = Organisation verlassen
leave-stay = Bleiben

invite-heading = Personen einladen
invite-emails = E-Mail-Adressen
invite-emails-hint = Fügen Sie bis zu 200 Adressen ein: eine pro Zeile oder durch Kommas getrennt. Namen vor den Adressen, wie E-Mail-Programme sie kopieren, stören nicht.
invite-language = Sprache der E-Mail
invite-language-own = Dieselbe wie meine
invite-language-hint = Wer ein Konto hat, wird in der Sprache seiner Einstellungen angeschrieben.
invite-message = Nachricht
invite-message-hint = Ein paar Worte von Ihnen in der E-Mail, bis zu 500 Zeichen.
invite-button = Einladungen senden
field-already-member = Diese Person ist schon Mitglied.
invitations-sent = Einladungen
invitations-filter = Einladungen anzeigen
invitations-state-pending = Offen
invitations-state-accepted = Angenommen
invitations-state-declined = Abgelehnt
invitations-state-revoked = Zurückgezogen
invitations-state-expired = Abgelaufen
invitations-state-all = Alle
invitations-none-pending = Keine Einladung ist offen. Wen Sie einladen, sehen Sie hier, bis die Person beitritt.
invitations-none = Solche Einladungen gibt es nicht.
invitation-by = Eingeladen von { $inviter } am { $at }.
invitation-until = Offen bis zum { $at }.
invitation-mail-queued = E-Mail unterwegs
invitation-mail-sent = E-Mail zugestellt
invitation-mail-failed = E-Mail abgewiesen
invitation-mail-cancelled = E-Mail nicht gesendet
invitation-mail-said = Der Mailserver sagt: { $words }
invitation-resend = Noch einmal senden
invitation-revoke = Zurückziehen
invited-title = Einladungen verschickt
invited-sent = { $count ->
    [one] Eine Person ist eingeladen. Die E-Mail ist unterwegs.
   *[other] { $count } Personen sind eingeladen. Die E-Mails sind unterwegs.
}
invited-links = Wenn eine E-Mail nicht ankommt, geben Sie der Person ihren Link selbst. Jeder Link gilt nur für diese Adresse und wird nur jetzt angezeigt: Kopieren Sie, was Sie brauchen, bevor Sie weitergehen.
invited-done = Fertig

org-settings-title = Einstellungen der Organisation
org-general = Allgemein
org-policies = Richtlinien
org-require-two-factor = Zwei-Faktor-Anmeldung verlangen
org-require-two-factor-hint = Mitglieder ohne sie können in dieser Organisation nichts tun, bis sie sie eingerichtet haben.
org-own-two-factor-first = Um sie von anderen zu verlangen, richten Sie sie zuerst für sich selbst ein.
org-need-approval = Beitritte müssen bestätigt werden
org-need-approval-hint = Wer über eine Einladung beitritt, wartet, bis ein Inhaber oder Administrator die Person aufnimmt.
org-domains = Erlaubte E-Mail-Domains
org-domains-hint = Eine pro Zeile, zum Beispiel example.com. Nur wer dort eine Adresse hat, kann beitreten; wer schon Mitglied ist, bleibt es. Leer lassen, um alle zuzulassen.
org-domains-all = Alle
org-on = An
org-off = Aus
org-save = Einstellungen speichern
org-changed-meanwhile = Jemand anderes hat diese Einstellungen geändert, während Sie diese Seite offen hatten. Ihre Eingaben stehen noch im Formular. Unten sehen Sie, was jetzt gespeichert ist; wenn Sie noch einmal speichern, ersetzen Ihre Eingaben es.

org-delete-title = Organisation löschen
org-delete-intro = Schließt die Organisation für alle und löscht sie einige Tage später endgültig.
org-delete-heading = { $org } löschen?
org-delete-at-once = Die Organisation wird sofort geschlossen: Mitglieder können sie nicht öffnen, und API-Schlüssel und Einladungen dafür gelten nicht mehr.
org-delete-undo = { $days ->
    [0] Die Inhaber erfahren es per E-Mail.
    [one] Die Inhaber erfahren es per E-Mail, und einen Tag lang kann jeder von ihnen es rückgängig machen. Dann ist alles wie zuvor.
   *[other] Die Inhaber erfahren es per E-Mail, und { $days } Tage lang kann jeder von ihnen es rückgängig machen. Dann ist alles wie zuvor.
}
org-delete-for-good = Danach ist sie endgültig gelöscht. Die Mitglieder behalten ihre Konten.
org-your-password = Ihr Passwort
org-keep = Behalten

ownership-title = Inhaberschaft übergeben
transfers-open = Wartet auf Antwort
transfer-asked = { $owner } hat { $successor } gebeten zu übernehmen.
transfer-until = Kann bis zum { $at } angenommen werden.
transfer-cancel = Zurückziehen
transfer-heading = Ein anderes Mitglied fragen
transfer-effect = Das Mitglied erhält eine E-Mail und muss annehmen. Dann ist es Inhaber, und Sie sind Administrator. Bis dahin ändert sich nichts, und Sie können die Anfrage zurückziehen.
transfer-to = Neuer Inhaber
transfer-choose = Mitglied wählen
transfer-button = Um Übernahme bitten

audit-filter-action = Was getan wurde
audit-filter-all-actions = Alles
audit-filter-person = Von wem
audit-filter-everybody = Alle
audit-filter-button = Anzeigen
audit-none = Dergleichen wurde noch nicht getan.
audit-show-all = Alles anzeigen

notice-org-founded = Ihre Organisation ist gegründet. Laden Sie jetzt ein, wer dazugehört.
notice-org-left = Sie haben die Organisation verlassen.
notice-org-saved = Die Einstellungen sind gespeichert.
notice-role-changed = Die Rolle ist geändert.
notice-member-approved = Das neue Mitglied ist aufgenommen. Wir haben es per E-Mail benachrichtigt.
notice-member-removed = Die Person ist entfernt.
notice-invitation-resent = Die E-Mail geht noch einmal hinaus, und die Einladung ist länger offen.
notice-invitation-revoked = Die Einladung ist zurückgezogen. Die Links dazu gelten nicht mehr.
notice-transfer-asked = Wir haben dem Mitglied geschrieben. Sie bleiben Inhaber, bis es annimmt.
notice-transfer-cancelled = Die Übergabe ist zurückgezogen. Der Link dazu gilt nicht mehr.

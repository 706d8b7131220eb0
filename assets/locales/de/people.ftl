# Registrieren, und alles, wohin E-Mails führen.

sign-up-title = Konto erstellen
sign-up-heading = Erstellen Sie Ihr Konto
sign-up-closed = Zurzeit kann sich hier niemand registrieren. Wenn Sie eingeladen wurden, öffnen Sie den Link in Ihrer Einladung; sonst bitten Sie ein Mitglied, Sie einzuladen.
sign-up-domain-closed = Die Registrierung, die Sie suchen, ist geschlossen. Sie können auch ohne sie ein Konto erstellen.
sign-up-domains = Andere Wege zum Konto
sign-up-first = Vorname
sign-up-last = Nachname
sign-up-email = E-Mail-Adresse
sign-up-password = Passwort
sign-up-password-hint = Mindestens 8 Zeichen. Mehrere Wörter, die nichts miteinander zu tun haben, sind leicht zu merken und schwer zu erraten.
sign-up-org = Ihre Organisation
sign-up-org-hint = Lassen Sie das leer, wenn Sie allein sind oder jemand Sie einladen wird.
sign-up-org-name = Name der Organisation
sign-up-country = Land
sign-up-no-country = Land wählen
sign-up-terms = Ich stimme den { $link } zu.
sign-up-terms-link = Nutzungsbedingungen
sign-up-button = Konto erstellen
sign-up-has-account = Haben Sie schon ein Konto?
back-to-sign-in = Zur Anmeldung

check-mail-title = Sehen Sie in Ihr Postfach
check-mail-said = Wir haben eine E-Mail an { $address } geschickt. Öffnen Sie den Link darin, um die Registrierung abzuschließen.
check-mail-hint = Das kann ein, zwei Minuten dauern. Wenn nichts kommt, sehen Sie im Spam-Ordner nach, und prüfen Sie die Adresse oben auf Tippfehler.
check-mail-ask = Mit welcher Adresse haben Sie sich registriert? Wir schicken Ihnen eine E-Mail mit einem neuen Link.
check-mail-again = E-Mail noch einmal senden
check-mail-sent-again = Wenn zu dieser Adresse ein Konto auf seine Aktivierung wartet, ist eine weitere E-Mail unterwegs.
check-mail-wrong-address = Stimmt die Adresse nicht?
check-mail-sign-up-anew = Neu registrieren

activate-title = Bestätigen Sie Ihre E-Mail-Adresse
activate-intro = Noch ein Schritt: Bestätigen Sie mit der Schaltfläche, dass { $address } Ihre E-Mail-Adresse ist, und aktivieren Sie so Ihr Konto.
activate-button = Bestätigen
notice-activated = Ihre E-Mail-Adresse ist bestätigt, und Ihr Konto ist aktiviert.

orgs-to-review-title = Sind das Ihre Organisationen?
orgs-to-review-intro = { $orgs ->
    [one] Ihre E-Mail-Adresse ist bestätigt. Davor wurde mit ihr eine Organisation gegründet, oder es ist ihr jemand damit beigetreten. Wenn Sie das nicht waren, melden Sie sich an, und verlassen Sie sie.
   *[other] Ihre E-Mail-Adresse ist bestätigt. Davor wurden mit ihr Organisationen gegründet, oder es ist ihnen jemand damit beigetreten. Wenn Sie das nicht waren, melden Sie sich an, und verlassen Sie sie.
}
orgs-to-review-button = Anmelden und ansehen

forgot-title = Passwort vergessen?
forgot-intro = Nennen Sie uns Ihre E-Mail-Adresse. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
forgot-button = Link senden
forgot-sent = Wenn es zu { $address } ein Konto gibt, ist eine E-Mail mit einem Link unterwegs.
reset-title = Neues Passwort wählen
reset-intro = Für das Konto von { $address }. Überall sonst werden Sie abgemeldet.
reset-button = Passwort speichern
notice-password-reset = Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.

email-change-title = Andere E-Mail-Adresse
email-change-accept-heading = Ihre E-Mail-Adresse ändern?
email-change-accept-intro = Ihr Konto soll ab jetzt die Adresse { $address } haben. Wenn Sie darum gebeten haben, stimmen Sie zu.
email-change-accept-button = Der Änderung zustimmen
email-change-deny-heading = Die Änderung verhindern?
email-change-deny-intro = Jemand, der Ihr Passwort kennt, möchte die Adresse Ihres Kontos in { $address } ändern. Wenn Sie das nicht waren, verhindern Sie es: Alle Geräte werden abgemeldet, das Passwort wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.
email-change-deny-button = Verhindern und alle abmelden
email-change-confirm-heading = Gehört diese Adresse Ihnen?
email-change-confirm-intro = Jemand, höchstwahrscheinlich Sie, möchte { $address } für das eigene Konto verwenden. Wenn Sie das waren, bestätigen Sie es.
email-change-confirm-button = Adresse bestätigen
notice-email-change-accepted = Sie haben zugestimmt. Die Änderung gilt, sobald die neue Adresse über die E-Mail bestätigt ist, die dorthin geschickt wurde.
notice-email-change-confirmed = Die Adresse ist bestätigt. Die Änderung gilt, sobald ihr über die E-Mail zugestimmt ist, die an die alte Adresse geschickt wurde.
notice-email-changed = Die E-Mail-Adresse ist geändert. Melden Sie sich ab jetzt mit der neuen an.
notice-email-change-denied = Die Änderung ist verhindert, und alle Geräte sind abgemeldet. Eine E-Mail, mit der Sie ein anderes Passwort wählen, ist unterwegs zu Ihnen.

not-me-title = Waren Sie das nicht?
not-me-sign-up = Jemand hat sich mit Ihrer Adresse registriert. Klicken Sie auf die Schaltfläche, und wir löschen diese Registrierung.
not-me-account = Wenn jemand anderes getan hat, wovon die E-Mail berichtet, klicken Sie auf die Schaltfläche: Wir machen es rückgängig, melden alle Geräte ab, machen das Passwort und alle API-Schlüssel ungültig und schicken Ihnen eine E-Mail, um ein anderes Passwort zu wählen.
not-me-button = Das war ich nicht
not-me-otherwise = Wenn Sie es waren, ist nichts zu tun: Schließen Sie diese Seite.
notice-disowned = Danke. Wir haben es rückgängig gemacht. Falls es um Ihr Konto ging, ist eine E-Mail unterwegs, mit der Sie ein anderes Passwort wählen.

mailed-link-title = Dieser Link gilt nicht
mailed-link-activate = Wir können Ihnen eine E-Mail mit einem neuen schicken.
mailed-link-reset = Neuen Link anfordern
mailed-link-invitation = Wenn Sie noch beitreten möchten, lassen Sie sich noch einmal einladen.
mailed-link-setup = Die Betreiber dieses Dienstes können mit dem Befehl „gatepost operator create“ einen neuen ausgeben.
done-title = Erledigt
done-intro = Sie können diese Seite jetzt schließen.

invitation-title = { $org } beitreten
invitation-heading = { $org } beitreten
invitation-intro-owner = { $inviter } lädt Sie als Inhaber ein.
invitation-intro-admin = { $inviter } lädt Sie als Administrator ein.
invitation-intro-member = { $inviter } lädt Sie als Mitglied ein.
invitation-accept = { $org } beitreten
invitation-decline = Einladung ablehnen
invitation-join = Konto erstellen und { $org } beitreten
invitation-address-fixed = Die Einladung gilt für diese Adresse.
invitation-for = Diese Einladung ist für { $address }.
invitation-known = Zu { $address } gibt es ein Konto. Melden Sie sich an, um die Einladung anzunehmen.
invitation-sign-in = Anmelden und annehmen
invitation-member = Sie sind schon Mitglied von { $org }. Es ist nichts mehr zu tun.
invitation-open-until = Sie können bis zum { $at } annehmen.
signed-in-as = Sie sind als { $address } angemeldet.
sign-out-and-come-back = Abmelden und anderes Konto verwenden
notice-joined = Sie sind jetzt Mitglied. Willkommen!
notice-joining-waits = Sie haben angenommen. Bevor es losgeht, muss ein Inhaber oder Administrator Sie aufnehmen; wir schreiben Ihnen dann.
notice-invitation-declined = Sie haben die Einladung abgelehnt.

ownership-transfer-title = { $org } übernehmen
ownership-transfer-heading = Inhaber von { $org } werden?
ownership-transfer-intro = { $owner } bittet Sie, die Inhaberschaft zu übernehmen.
ownership-transfer-effect = Wenn Sie annehmen, sind Sie ab sofort Inhaber: Sie können alles an der Organisation ändern und sie löschen. { $owner } bleibt als Administrator.
ownership-transfer-for = Das ist für das Konto von { $address }.
ownership-transfer-sign-in = Melden Sie sich als { $address } an, um anzunehmen.
ownership-transfer-accept = Annehmen und Inhaber werden
ownership-transfer-decline = Ablehnen
ownership-transfer-until = Sie können bis zum { $at } annehmen.
notice-transfer-accepted = Sie sind jetzt Inhaber.
notice-transfer-declined = Sie haben abgelehnt. Wer Sie gefragt hat, erfährt es.

set-up-title = { $product } einrichten
set-up-intro = Damit erstellen Sie Ihr Konto als Betreiber, also als jemand, der diesen Dienst führt.
set-up-button = Betreiberkonto erstellen
notice-operator-made = Ihr Konto ist bereit. Melden Sie sich damit an.

job-title-account-deletion = Löschung Ihres Kontos
job-title-org-deletion = Löschung einer Organisation
job-state-scheduled = Geplant
job-state-running = Läuft
job-state-completed = Erledigt
job-state-cancelled = Zurückgenommen
job-state-failed = Nicht ausgeführt
job-due-account-deletion = Alles zu Ihrem Konto wird nach dem { $at } endgültig gelöscht. Bis dahin nimmt eine Anmeldung die Löschung zurück.
job-due-org-deletion = Die Organisation ist geschlossen, und alles zu ihr wird nach dem { $at } endgültig gelöscht. Bis dahin kann ein Inhaber die Löschung zurücknehmen.
job-failure-sole-owner = Das Konto bleibt bestehen: Eine Organisation hätte sonst keinen Inhaber mehr.
job-step-sign-out = Überall abmelden
job-step-close-org = Organisation schließen
job-step-wait-for-second-thoughts = Bedenkzeit abwarten
job-step-erase-history = Verlauf löschen
job-step-erase-account = Konto löschen
job-step-erase-org = Organisation löschen
job-step-state-waiting = Steht bevor
job-step-state-running = Läuft
job-step-state-completed = Erledigt
job-step-state-cancelled = Entfällt
job-step-state-failed = Entfällt
job-asked = Beauftragt am { $at }.
job-cancel = Organisation behalten
notice-job-cancelled = Die Löschung ist zurückgenommen. Alles ist wie zuvor.

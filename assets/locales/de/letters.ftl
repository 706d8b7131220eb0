# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = Guten Tag { $person }!
letter-hello-stranger = Guten Tag!
letter-action = { $label }:
letter-button-fails = Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:
letter-footer = { $product } hat diese Nachricht automatisch verschickt und fragt nie per E-Mail nach Ihrem Passwort.
letter-link-once = Der Link funktioniert einmal, und zwar bis zum { $expires }.
letter-when = Zeitpunkt: { $at }
letter-device = Gerät: { $device }
letter-ip = IP-Adresse: { $ip }
letter-sign-in = Anmelden
letter-was-you = Waren Sie das? Dann ist nichts zu tun.
letter-not-you = Waren Sie das nicht?
letter-not-me = Das war ich nicht
letter-unanswered = Dann lassen Sie diese Nachricht unbeantwortet: Es ändert sich nichts, und niemand sonst hat diesen Link.
letter-as-it-was = Dann haben Sie nichts zu tun: Ihr Konto ist, wie es war.
letter-shut-out = Dann sagen Sie uns Bescheid: Alle Geräte werden abgemeldet, alle API-Schlüssel widerrufen, alle Passkeys entfernt, das Passwort wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.

# To somebody who signed up.
letter-activation-subject = Aktivieren Sie Ihr Konto bei { $product }
letter-activation-subject-org = Aktivieren Sie Ihr Konto bei { $org }
letter-activation-text = Jemand, höchstwahrscheinlich Sie, hat sich mit dieser E-Mail-Adresse bei { $product } registriert. Ein Schritt fehlt noch.
letter-activation-text-org = Jemand, höchstwahrscheinlich Sie, hat sich mit dieser E-Mail-Adresse bei { $product } registriert, für { $org }. Ein Schritt fehlt noch.
letter-activation-action = Mein Konto aktivieren
letter-activation-username = Benutzername: { $username }
letter-activation-password = Passwort: { $password }
letter-activation-made = Das haben wir für Sie erzeugt und teilen es nur hier mit. Bewahren Sie es auf, oder wählen Sie nach dem Anmelden etwas Eigenes.
letter-activation-not-you = Dann aktivieren Sie das Konto nicht, und sagen Sie uns Bescheid.

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = Sie haben schon ein Konto bei { $product }
letter-account-exists-text = Jemand, höchstwahrscheinlich Sie, wollte sich mit dieser E-Mail-Adresse bei { $product } registrieren. Sie haben schon ein Konto, deshalb wurde kein zweites angelegt.

# To an invited person.
letter-organization-invitation-subject = { $inviter } lädt Sie zu { $org } ein
letter-organization-invitation-text-owner = { $inviter } lädt Sie ein, { $org } auf { $product } als Inhaber beizutreten.
letter-organization-invitation-text-admin = { $inviter } lädt Sie ein, { $org } auf { $product } als Administrator beizutreten.
letter-organization-invitation-text-member = { $inviter } lädt Sie ein, { $org } auf { $product } als Mitglied beizutreten.
letter-organization-invitation-text-pending = { $inviter } lädt Sie ein, { $org } auf { $product } beizutreten. Nach dem Beitritt lässt Sie jemand hinein, der die Organisation verwaltet.
letter-organization-invitation-writes = { $inviter } schreibt:
letter-organization-invitation-action = Einladung ansehen
letter-organization-invitation-open = Dort können Sie annehmen oder ablehnen. Die Einladung gilt bis zum { $expires }.
letter-organization-invitation-unknown = Sie kennen { $inviter } oder { $org } nicht?
letter-organization-invitation-unanswered = Dann lassen Sie diese Nachricht unbeantwortet: Niemand wird Mitglied, ohne anzunehmen.

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } wartet auf Aufnahme in { $org }
letter-member-awaits-approval-text-owner = { $newcomer } ({ $email }) hat eine Einladung zu { $org } auf { $product } als Inhaber angenommen. { $org } bestätigt alle, die beitreten; bis dahin ist dort noch nichts möglich.
letter-member-awaits-approval-text-admin = { $newcomer } ({ $email }) hat eine Einladung zu { $org } auf { $product } als Administrator angenommen. { $org } bestätigt alle, die beitreten; bis dahin ist dort noch nichts möglich.
letter-member-awaits-approval-text-member = { $newcomer } ({ $email }) hat eine Einladung zu { $org } auf { $product } als Mitglied angenommen. { $org } bestätigt alle, die beitreten; bis dahin ist dort noch nichts möglich.
letter-member-awaits-approval-text-pending = { $newcomer } ({ $email }) hat eine Einladung zu { $org } auf { $product } angenommen. { $org } bestätigt alle, die beitreten; bis dahin ist dort noch nichts möglich.
letter-member-awaits-approval-decide = Melden Sie sich an, um den Beitritt zu bestätigen oder die Person zu entfernen. Das kann jeder Inhaber oder Administrator.
letter-member-awaits-approval-unknown = Sie kennen { $newcomer } nicht?
letter-member-awaits-approval-ask = Dann bestätigen Sie den Beitritt nicht, und fragen Sie nach, wer die Einladung verschickt hat.

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } hat Sie aufgenommen
letter-membership-approved-text-owner = { $org } hat Ihren Beitritt auf { $product } bestätigt. Sie sind dort ab jetzt Inhaber.
letter-membership-approved-text-admin = { $org } hat Ihren Beitritt auf { $product } bestätigt. Sie sind dort ab jetzt Administrator.
letter-membership-approved-text-member = { $org } hat Ihren Beitritt auf { $product } bestätigt. Sie sind dort ab jetzt Mitglied.
letter-membership-approved-unwanted = Sie möchten nicht zu { $org } gehören?
letter-membership-approved-leave = Melden Sie sich an, und treten Sie aus.

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } bittet Sie, { $org } zu übernehmen
letter-ownership-transfer-text = { $owner } bittet Sie, künftig anstelle von { $owner } Inhaber von { $org } auf { $product } zu sein. Ein Inhaber ist für die Organisation verantwortlich: für ihre Mitglieder, ihre Einstellungen und ihr Ende. Wenn Sie annehmen, wird { $owner } Administrator.
letter-ownership-transfer-action = Anfrage ansehen
letter-ownership-transfer-decide = Melden Sie sich dort an, um anzunehmen, oder lehnen Sie ab. Sie können sich bis zum { $expires } entscheiden.
letter-ownership-transfer-unexpected = Sie haben das nicht erwartet?
letter-ownership-transfer-unanswered = Dann lassen Sie diese Nachricht unbeantwortet: Es ändert sich nichts, wenn Sie nicht annehmen.

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } möchte { $org } abgeben
letter-ownership-notice-subject-accepted = { $successor } hat { $org } übernommen
letter-ownership-notice-subject-declined = { $successor } übernimmt { $org } nicht
letter-ownership-notice-text-asked = { $owner } hat { $successor } gebeten, künftig anstelle von { $owner } Inhaber von { $org } auf { $product } zu sein. Noch hat sich nichts geändert. Soll es nicht so kommen, kann jeder Inhaber sich anmelden und die Anfrage zurückziehen.
letter-ownership-notice-text-accepted = { $successor } ist an die Stelle von { $owner } getreten und jetzt Inhaber von { $org } auf { $product }. { $owner } ist ab jetzt Administrator.
letter-ownership-notice-text-declined = { $successor } hat abgelehnt, Inhaber von { $org } auf { $product } zu werden. { $owner } bleibt es und kann jemand anderen fragen.

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = Bitte prüfen Sie die Organisationen Ihres Kontos bei { $product }
letter-orgs-to-review-text = Sie haben gerade nachgewiesen, dass diese E-Mail-Adresse Ihnen gehört. Vorher hat jemand Ihr Konto bei { $product } ohne diesen Nachweis benutzt. Zur Sicherheit gelten Passwort, Sitzungen und Schlüssel aus dieser Zeit nicht mehr.
letter-orgs-to-review-orgs = { $count ->
    [one] Diese Organisation wurde in dieser Zeit gegründet, oder das Konto ist ihr beigetreten; sie bleibt in Ihrem Konto:
   *[other] Diese Organisationen wurden in dieser Zeit gegründet, oder das Konto ist ihnen beigetreten; sie bleiben in Ihrem Konto:
}
letter-orgs-to-review-leave = { $count ->
    [one] Melden Sie sich an, und verlassen Sie sie, wenn Sie nicht dazugehören möchten.
   *[other] Melden Sie sich an, und verlassen Sie diejenigen, zu denen Sie nicht gehören möchten.
}
letter-orgs-to-review-all-you = Waren das alles Sie?
letter-orgs-to-review-nothing-left = Dann ist nichts mehr zu tun.

# To a person who forgot their password.
letter-password-reset-subject = Wählen Sie ein neues Passwort für { $product }
letter-password-reset-text = Jemand, höchstwahrscheinlich Sie, hat das Passwort Ihres Kontos bei { $product } vergessen.
letter-password-reset-action = Neues Passwort wählen
letter-password-reset-effect = Wenn Sie ihn benutzen, werden alle Ihre Geräte abgemeldet und alle Ihre API-Schlüssel widerrufen.

# To the address of a person who wants another one.
letter-email-change-requested-subject = Soll sich die E-Mail-Adresse Ihres Kontos bei { $product } ändern?
letter-email-change-requested-text = Jemand, höchstwahrscheinlich Sie, möchte { $new_address } anstelle dieser Adresse zur E-Mail-Adresse Ihres Kontos bei { $product } machen.
letter-email-change-requested-accept = Änderung annehmen
letter-email-change-requested-effect-both = Die Änderung gilt, sobald auch die neue Adresse bestätigt ist. Ohne Ihre Zustimmung ändert sich nichts.
letter-email-change-requested-effect-old = Die Änderung gilt sofort, und die neue Adresse erhält eine E-Mail zur Bestätigung. Ohne Ihre Zustimmung ändert sich nichts.
letter-email-change-requested-effect-new = Die Änderung gilt, sobald die neue Adresse über die E-Mail bestätigt ist, die wir dorthin geschickt haben.
letter-email-change-requested-not-you = Dann kennt jemand Ihr Passwort. Lehnen Sie die Änderung ab: Alle Geräte werden abgemeldet, alle API-Schlüssel widerrufen, alle Passkeys entfernt, das Passwort wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.
letter-email-change-requested-deny = Änderung ablehnen
letter-email-change-requested-until = Das ist bis zum { $expires } möglich.

# To the address that they want.
letter-email-change-confirm-subject = Bestätigen Sie diese Adresse für Ihr Konto bei { $product }
letter-email-change-confirm-text = Jemand, höchstwahrscheinlich Sie, möchte diese Adresse für das eigene Konto bei { $product } verwenden.
letter-email-change-confirm-action = Diese Adresse bestätigen
letter-email-change-confirm-effect = Die Änderung gilt, sobald sie auch an der alten Adresse angenommen ist.

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = Zu dieser Adresse gehört schon ein Konto bei { $product }
letter-email-change-taken-text = Jemand, höchstwahrscheinlich Sie, möchte diese Adresse für ein anderes Konto bei { $product } verwenden. Sie gehört schon zu Ihrem Konto und kann nur zu einem Konto gehören, deshalb wurde nichts geändert.
letter-email-change-taken-other = Möchten Sie sie für das andere Konto? Dann geben Sie diesem Konto zuerst eine andere Adresse, und versuchen Sie es noch einmal.

# To the address that was a person’s until just now.
letter-email-changed-subject = Die E-Mail-Adresse Ihres Kontos bei { $product } wurde geändert
letter-email-changed-text = Ihr Konto bei { $product } hat jetzt eine andere E-Mail-Adresse. Diese hier gehört nicht mehr dazu.
letter-email-changed-not-you = Dann sagen Sie uns bis zum { $expires } Bescheid: Diese Adresse wird wieder eingesetzt, alle Geräte werden abgemeldet, alle API-Schlüssel widerrufen, alle Passkeys entfernt, das Passwort wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.

# To the address that a change is taken back from.
letter-email-change-undone-subject = Die frühere Adresse Ihres Kontos bei { $product } gilt wieder
letter-email-change-undone-text = Wer die frühere Adresse Ihres Kontos bei { $product } liest, hat angegeben, sie nicht geändert zu haben. Deshalb hat das Konto wieder jene Adresse, und diese hier gehört nicht mehr dazu. Alle Geräte sind abgemeldet, alle API-Schlüssel widerrufen, und das Passwort ist ungültig.
letter-email-change-undone-former = Lesen Sie auch die frühere Adresse? Dann wartet dort eine E-Mail, um ein anderes Passwort zu wählen.
letter-email-change-undone-unread = Lesen Sie sie nicht mehr?
letter-email-change-undone-help = Dann bitten Sie die Betreiber von { $product } um Hilfe.

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = Neue Anmeldung in Ihrem Konto bei { $product }
letter-security-notice-subject-password-changed = Ihr Passwort für { $product } wurde geändert
letter-security-notice-subject-password-reset = Ihr Passwort für { $product } wurde neu gesetzt
letter-security-notice-subject-two-factor-enabled = Die Zwei-Faktor-Anmeldung für { $product } ist an
letter-security-notice-subject-two-factor-disabled = Die Zwei-Faktor-Anmeldung für { $product } ist aus
letter-security-notice-subject-passkey-added = Ein Passkey wurde zu Ihrem Konto bei { $product } hinzugefügt
letter-security-notice-subject-passkey-removed = Ein Passkey Ihres Kontos bei { $product } wurde entfernt
letter-security-notice-subject-recovery-code-used = Ein Wiederherstellungscode für { $product } wurde benutzt
letter-security-notice-subject-two-factor-recovered = Die Authenticator-App Ihres Kontos bei { $product } wurde ersetzt
letter-security-notice-subject-api-key-created = Für Ihr Konto bei { $product } wurde ein API-Schlüssel erstellt
letter-security-notice-subject-deletion-cancelled = Ihr Konto bei { $product } bleibt bestehen
letter-security-notice-text-new-sign-in = Jemand hat sich in Ihrem Konto bei { $product } angemeldet, von einem Gerät oder Ort, den wir noch nicht kennen.
letter-security-notice-text-password-changed = Das Passwort Ihres Kontos bei { $product } wurde geändert. Alle anderen Geräte sind abgemeldet. Ihre API-Schlüssel gelten weiter: Widerrufen Sie die, die Sie nicht kennen.
letter-security-notice-text-password-reset = Das Passwort Ihres Kontos bei { $product } wurde über einen Link neu gesetzt, den wir Ihnen per E-Mail geschickt haben. Alle Geräte sind abgemeldet, alle Ihre API-Schlüssel sind widerrufen und Ihre Passkeys entfernt.
letter-security-notice-text-two-factor-enabled = Ab jetzt wird bei der Anmeldung in Ihrem Konto bei { $product } nach einem Code Ihrer Authenticator-App gefragt.
letter-security-notice-text-two-factor-disabled = Bei der Anmeldung in Ihrem Konto bei { $product } wird nicht mehr nach einem Code Ihrer Authenticator-App gefragt.
letter-security-notice-text-passkey-added = Zu Ihrem Konto bei { $product } wurde ein Passkey hinzugefügt. Wer das Gerät damit hat, kann sich ohne Ihr Passwort anmelden.
letter-security-notice-text-passkey-removed = Ein Passkey Ihres Kontos bei { $product } wurde entfernt. Damit kann sich niemand mehr anmelden.
letter-security-notice-text-recovery-code-used = Anstelle eines Codes Ihrer Authenticator-App wurde ein Wiederherstellungscode benutzt. Er gilt nicht mehr.
letter-security-notice-text-two-factor-recovered = Mit dem Passwort und Wiederherstellungscodes Ihres Kontos bei { $product } wurde die bisherige Authenticator-App durch eine andere ersetzt. Alle Geräte sind abgemeldet, und die alten Wiederherstellungscodes gelten nicht mehr.
letter-security-notice-text-api-key-created = Für Ihr Konto bei { $product } wurde ein API-Schlüssel erstellt. Wer ihn hat, kann innerhalb seiner Berechtigungen in Ihrem Namen handeln, bis er abläuft oder Sie ihn widerrufen.
letter-security-notice-text-deletion-cancelled = Jemand hat sich in Ihrem Konto bei { $product } angemeldet, deshalb bleibt es bestehen: Seine Löschung ist abgebrochen.

# To a person whose account is to be deleted.
letter-account-deletion-subject = Ihr Konto bei { $product } wird gelöscht
letter-account-deletion-text = Jemand, höchstwahrscheinlich Sie, hat uns gebeten, Ihr Konto bei { $product } zu löschen. Alle Geräte sind abgemeldet. Am { $due } wird alles, was wir über Sie gespeichert haben, endgültig gelöscht.
letter-account-deletion-second-thoughts = Haben Sie es sich anders überlegt? Melden Sie sich vor diesem Tag an, dann bleibt das Konto bestehen.
letter-account-deletion-action = Mein Konto behalten
letter-account-deletion-not-you = Dann sagen Sie uns Bescheid: Das Konto bleibt bestehen, das Passwort wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.

# To a person whose account stays after all.
letter-account-not-deleted-subject = Ihr Konto bei { $product } konnte nicht gelöscht werden
letter-account-not-deleted-text = { $count ->
    [one] Sie haben uns gebeten, Ihr Konto bei { $product } zu löschen. Es wurde nichts gelöscht, und das Konto bleibt bestehen: Diese Organisation hätte sonst keinen Inhaber mehr.
   *[other] Sie haben uns gebeten, Ihr Konto bei { $product } zu löschen. Es wurde nichts gelöscht, und das Konto bleibt bestehen: Diese Organisationen hätten sonst keinen Inhaber mehr.
}
letter-account-not-deleted-then = { $count ->
    [one] Melden Sie sich an, machen Sie jemand anderen zum Inhaber oder löschen Sie die Organisation, und versuchen Sie es noch einmal.
   *[other] Melden Sie sich an, machen Sie jemand anderen zum Inhaber oder löschen Sie die Organisationen, und versuchen Sie es noch einmal.
}

# The last letter to somebody.
letter-account-deleted-subject = Ihr Konto bei { $product } ist gelöscht
letter-account-deleted-text = Wie gewünscht ist Ihr Konto bei { $product } gelöscht, und mit ihm alles, was wir über Sie gespeichert hatten. Dies ist die letzte Nachricht von uns, und wir behalten keine Kopie davon.

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = Ihr Konto bei { $product } ist gesperrt
letter-operator-notice-subject-restored = Ihr Konto bei { $product } ist wieder offen
letter-operator-notice-subject-signed-out = Sie wurden bei { $product } abgemeldet
letter-operator-notice-subject-two-factor-reset = Die Zwei-Faktor-Anmeldung für { $product } wurde ausgeschaltet
letter-operator-notice-subject-address-set = Ihr Konto bei { $product } hat eine andere E-Mail-Adresse
letter-operator-notice-subject-support-login = Das Team von { $product } hat sich in Ihrem Konto angemeldet
letter-operator-notice-subject-granted = Sie betreiben { $product } jetzt mit
letter-operator-notice-subject-removed = Sie betreiben { $product } nicht mehr mit
letter-operator-notice-text-suspended = Das Team von { $product } hat Ihr Konto gesperrt. Sie sind auf allen Geräten abgemeldet und können sich erst wieder anmelden, wenn es entsperrt ist; Ihre API-Schlüssel werden abgewiesen.
letter-operator-notice-text-restored = Das Team von { $product } hat Ihr Konto wieder entsperrt. Melden Sie sich an wie zuvor.
letter-operator-notice-text-signed-out = Das Team von { $product } hat Sie auf allen Geräten abgemeldet.
letter-operator-notice-text-two-factor-reset = Das Team von { $product } hat die Zwei-Faktor-Anmeldung Ihres Kontos ausgeschaltet, weil ihm gesagt wurde, der zweite Faktor sei verloren. Sie sind auf allen Geräten abgemeldet. Melden Sie sich mit Ihrem Passwort an, und richten Sie die Zwei-Faktor-Anmeldung wieder ein.
letter-operator-notice-text-address-set = Das Team von { $product } hat Ihrem Konto eine andere E-Mail-Adresse gegeben, weil ihm gesagt wurde, dieses Postfach sei verloren. Alle Geräte sind abgemeldet, und Links, die hierher geschickt wurden, gelten nicht mehr. Ab jetzt melden Sie sich mit der anderen Adresse an.
letter-operator-notice-text-support-login = Das Team von { $product } hat sich in Ihrem Konto angemeldet, um zu helfen, wie Ihr Konto es erlaubt. Womit Sie sich anmelden, lässt sich dabei nicht ändern. Um es jetzt zu beenden, melden Sie sich an, und nehmen Sie die Erlaubnis in Ihrem Konto zurück.
letter-operator-notice-text-granted = Auf der Kommandozeile von { $product } wurden Sie in das Betriebsteam aufgenommen: Sie können ab jetzt Konten nachschlagen, sperren und deren Personen helfen. Melden Sie sich an wie zuvor.
letter-operator-notice-text-removed = Auf der Kommandozeile von { $product } wurden Sie aus dem Betriebsteam genommen. Ihr Konto bleibt, wie es ist. Melden Sie sich an wie zuvor.
letter-operator-notice-until = Diese Anmeldung endet von selbst am { $until }.
letter-operator-notice-operator = Ausgeführt von: { $operator }
letter-operator-notice-not-asked = Haben Sie nicht darum gebeten?
letter-operator-notice-unexpected = Haben Sie das nicht erwartet? Wenden Sie sich an die Betreiber von { $product }.

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } wird gelöscht
letter-org-deletion-text = { $owner } hat uns gebeten, { $org } auf { $product } zu löschen. Die Organisation ist geschlossen: Niemand kann mehr in ihr handeln oder ihr beitreten. Am { $due } werden sie und alles darin endgültig gelöscht. Ihre Mitglieder behalten ihre Konten.
letter-org-deletion-second-thoughts = Anders überlegt? Jeder Inhaber kann die Löschung vor diesem Tag zurücknehmen, und alles ist wie zuvor.
letter-org-deletion-action = Organisation behalten
letter-org-deletion-not-you = Dann sagen Sie uns Bescheid: Die Organisation bleibt bestehen, das Passwort Ihres Kontos wird ungültig, und Sie erhalten eine E-Mail, um ein anderes zu wählen.

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } bleibt bestehen
letter-org-deletion-notice-subject-done = { $org } ist gelöscht
letter-org-deletion-notice-text-cancelled = { $org } auf { $product } wird nicht gelöscht: Die Löschung wurde zurückgenommen. Alles darin ist wie zuvor.
letter-org-deletion-notice-text-done = { $org } auf { $product } ist gelöscht, wie ein Inhaber es gewünscht hat. Alles darin ist endgültig gelöscht. Ihr Konto bleibt bestehen.

# To whoever an operator names.
letter-test-subject = Test-E-Mail von { $product }
letter-test-text = { $operator } vom Team von { $product } hat diese E-Mail verschickt, um zu prüfen, ob E-Mails ankommen. Diese ist angekommen, und es ist nichts zu tun.

# To a person whose spent session token was shown again.
letter-session-reused-subject = Eine Sitzung bei { $product } wurde zur Sicherheit beendet
letter-session-reused-text = Am { $at } wurde ein Schlüssel zu einer Ihrer Sitzungen noch einmal benutzt, nachdem er ersetzt worden war.
letter-session-reused-text-device = Am { $at } wurde ein Schlüssel zu Ihrer Sitzung auf { $device } noch einmal benutzt, nachdem er ersetzt worden war.
letter-session-reused-why = Das kann ein Fehler des Programms auf Ihrem Gerät sein, oder ein Zeichen dafür, dass jemand den Schlüssel kopiert hat. Zur Sicherheit hat { $product } die Sitzung beendet.
letter-session-reused-action = Wieder anmelden
letter-session-reused-again = Passiert es wieder, oder kennen Sie dieses Gerät nicht?
letter-session-reused-then = Dann ändern Sie Ihr Passwort, und melden Sie alle Geräte ab.

# S’inscrire, et tout ce à quoi mènent les e-mails.

sign-up-title = Créer un compte
sign-up-heading = Créez votre compte
sign-up-closed = Personne ne peut s’inscrire ici pour le moment. Si vous avez reçu une invitation, ouvrez le lien qu’elle contient ; sinon, demandez à un membre de vous inviter.
sign-up-domain-closed = L’inscription que vous cherchez est fermée. Vous pouvez tout de même créer un compte sans elle.
sign-up-domains = Autres façons de s’inscrire
sign-up-first = Prénom
sign-up-last = Nom
sign-up-email = Adresse e-mail
sign-up-password = Mot de passe
sign-up-password-hint = Au moins 8 caractères. Plusieurs mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.
sign-up-org = Votre organisation
sign-up-org-hint = Laissez vide si vous n’avez pas d’organisation, ou si quelqu’un va vous inviter.
sign-up-org-name = Nom de l’organisation
sign-up-country = Pays
sign-up-no-country = Choisissez un pays
sign-up-terms = J’accepte les { $link }.
sign-up-terms-link = conditions d’utilisation
sign-up-button = Créer le compte
sign-up-has-account = Vous avez déjà un compte ?
back-to-sign-in = Aller à la connexion

check-mail-title = Consultez vos e-mails
check-mail-said = Nous avons écrit à { $address }. Ouvrez l’e-mail et utilisez son lien pour terminer.
check-mail-hint = Cela peut prendre une minute ou deux. Si rien n’arrive, regardez dans le dossier des indésirables, et vérifiez l’adresse ci-dessus.
check-mail-ask = Quelle adresse avez-vous utilisée pour vous inscrire ? Nous vous enverrons un e-mail avec un nouveau lien.
check-mail-again = Renvoyer l’e-mail
check-mail-sent-again = Si un compte attend son activation à cette adresse, un autre e-mail est en route.
check-mail-wrong-address = L’adresse est fausse ?
check-mail-sign-up-anew = Recommencer l’inscription

activate-title = Confirmez votre adresse e-mail
activate-intro = Encore une étape : appuyez sur le bouton pour confirmer que { $address } est votre adresse e-mail et ouvrir votre compte.
activate-button = Confirmer
notice-activated = Votre adresse e-mail est confirmée, et votre compte est ouvert.

orgs-to-review-title = Ces organisations sont-elles à vous ?
orgs-to-review-intro = { $orgs ->
    [one] Votre adresse e-mail est confirmée. Auparavant, une organisation a été créée ou rejointe avec elle. Si ce n’était pas vous, connectez-vous et quittez-la.
   *[other] Votre adresse e-mail est confirmée. Auparavant, des organisations ont été créées ou rejointes avec elle. Si ce n’était pas vous, connectez-vous et quittez-les.
}
orgs-to-review-button = Se connecter pour les voir

forgot-title = Mot de passe oublié ?
forgot-intro = Indiquez votre adresse e-mail. Nous vous enverrons un lien pour choisir un autre mot de passe.
forgot-button = Envoyer le lien
forgot-sent = S’il existe un compte pour { $address }, un e-mail avec un lien est en route.
reset-title = Choisir un autre mot de passe
reset-intro = Pour le compte de { $address }. Vos sessions seront fermées partout ailleurs.
reset-button = Enregistrer le mot de passe
notice-password-reset = Votre nouveau mot de passe est enregistré. Utilisez-le pour vous connecter.

email-change-title = Autre adresse e-mail
email-change-accept-heading = Changer votre adresse e-mail ?
email-change-accept-intro = Votre compte doit avoir désormais l’adresse { $address }. Si vous l’avez demandé, donnez votre accord.
email-change-accept-button = Accepter le changement
email-change-deny-heading = Empêcher le changement ?
email-change-deny-intro = Une personne qui connaît votre mot de passe a demandé que l’adresse de votre compte devienne { $address }. Si ce n’était pas vous, empêchez-le : toutes les sessions sont fermées, le mot de passe n’est plus valable, et nous vous envoyons un e-mail pour en choisir un autre.
email-change-deny-button = Empêcher et tout déconnecter
email-change-confirm-heading = Cette adresse est-elle la vôtre ?
email-change-confirm-intro = Quelqu’un, très probablement vous, souhaite utiliser { $address } pour son compte. Si c’était vous, confirmez-le.
email-change-confirm-button = Confirmer l’adresse
notice-email-change-accepted = Vous avez donné votre accord. Le changement prend effet quand la nouvelle adresse est confirmée par l’e-mail qui y a été envoyé.
notice-email-change-confirmed = L’adresse est confirmée. Le changement prend effet quand il est accepté par l’e-mail envoyé à l’ancienne adresse.
notice-email-changed = L’adresse e-mail est changée. Connectez-vous désormais avec la nouvelle.
notice-email-change-denied = Le changement est empêché, et toutes les sessions sont fermées. Un e-mail pour choisir un autre mot de passe est en route.

not-me-title = Ce n’était pas vous ?
not-me-sign-up = Quelqu’un s’est inscrit avec votre adresse. Appuyez sur le bouton, et nous effaçons cette inscription.
not-me-account = Si quelqu’un d’autre a fait ce dont parle l’e-mail, appuyez sur le bouton : nous l’annulons, fermons toutes les sessions, annulons le mot de passe et toutes les clés d’API, et vous envoyons un e-mail pour choisir un autre mot de passe.
not-me-button = Ce n’était pas moi
not-me-otherwise = Si c’était vous, il n’y a rien à faire : fermez cette page.
notice-disowned = Merci. Nous l’avons annulé. S’il s’agissait de votre compte, un e-mail pour choisir un autre mot de passe est en route.

mailed-link-title = Ce lien ne peut pas être utilisé
mailed-link-activate = Nous pouvons vous envoyer un e-mail avec un nouveau lien.
mailed-link-reset = Demander un nouveau lien
mailed-link-invitation = Si vous souhaitez toujours entrer dans l’organisation, demandez une nouvelle invitation à la personne qui a envoyé celle-ci.
mailed-link-setup = L’équipe de ce service peut en afficher un nouveau avec la commande « gatepost operator create ».
done-title = C’est fait
done-intro = Vous pouvez maintenant fermer cette page.

invitation-title = Rejoindre { $org }
invitation-heading = Rejoindre { $org }
invitation-intro-owner = { $inviter } vous invite avec le rôle de propriétaire.
invitation-intro-admin = { $inviter } vous invite avec le rôle d’administrateur.
invitation-intro-member = { $inviter } vous invite en tant que membre.
invitation-accept = Rejoindre { $org }
invitation-decline = Refuser l’invitation
invitation-join = Créer le compte et rejoindre { $org }
invitation-address-fixed = L’invitation vaut pour cette adresse.
invitation-for = Cette invitation est destinée à { $address }.
invitation-known = Il existe un compte pour { $address }. Connectez-vous pour accepter l’invitation.
invitation-sign-in = Se connecter pour accepter
invitation-member = Vous êtes déjà membre de { $org }. Il n’y a plus rien à faire.
invitation-open-until = Vous pouvez accepter jusqu’au { $at }.
signed-in-as = Vous utilisez le compte { $address }.
sign-out-and-come-back = Se déconnecter et changer de compte
notice-joined = Vous êtes maintenant membre. Bienvenue !
notice-joining-waits = Vous avez accepté. Un propriétaire ou un administrateur doit encore approuver votre arrivée ; nous vous écrirons.
notice-invitation-declined = Vous avez refusé l’invitation.

ownership-transfer-title = Prendre en charge { $org }
ownership-transfer-heading = Devenir propriétaire de { $org } ?
ownership-transfer-intro = { $owner } vous demande de prendre sa place de propriétaire.
ownership-transfer-effect = Si vous acceptez, vous devenez propriétaire : vous pouvez tout changer dans l’organisation, et la supprimer. { $owner } reste avec le rôle d’administrateur.
ownership-transfer-for = Ceci est destiné au compte de { $address }.
ownership-transfer-sign-in = Connectez-vous avec { $address } pour accepter.
ownership-transfer-accept = Accepter et devenir propriétaire
ownership-transfer-decline = Refuser
ownership-transfer-until = Vous pouvez accepter jusqu’au { $at }.
notice-transfer-accepted = Vous êtes maintenant propriétaire.
notice-transfer-declined = Vous avez refusé. La personne qui vous l’a demandé en est informée.

set-up-title = Configurer { $product }
set-up-intro = Vous créez ici votre compte d’opérateur, c’est-à-dire de personne qui gère ce service.
set-up-button = Créer le compte d’opérateur
notice-operator-made = Votre compte est prêt. Utilisez-le pour vous connecter.

job-title-account-deletion = Suppression de votre compte
job-title-org-deletion = Suppression d’une organisation
job-state-scheduled = Planifiée
job-state-running = En cours
job-state-completed = Effectuée
job-state-cancelled = Annulée
job-state-failed = Non effectuée
job-due-account-deletion = Tout ce qui concerne votre compte sera effacé après le { $at }. D’ici là, il suffit de vous connecter pour annuler.
job-due-org-deletion = L’organisation est fermée, et tout ce qui la concerne sera effacé après le { $at }. D’ici là, un propriétaire peut annuler.
job-failure-sole-owner = Le compte est conservé : une organisation se retrouverait sans propriétaire.
job-step-sign-out = Fermer toutes les sessions
job-step-close-org = Fermer l’organisation
job-step-wait-for-second-thoughts = Attendre, en cas de changement d’avis
job-step-erase-history = Effacer l’historique
job-step-erase-account = Effacer le compte
job-step-erase-org = Effacer l’organisation
job-step-state-waiting = À venir
job-step-state-running = En cours
job-step-state-completed = Fait
job-step-state-cancelled = Ne sera pas fait
job-step-state-failed = Ne sera pas fait
job-asked = Demandée le { $at }.
job-cancel = Conserver l’organisation
notice-job-cancelled = La suppression est annulée. Tout est comme avant.

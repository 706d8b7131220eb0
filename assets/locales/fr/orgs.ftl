# Organisations.

orgs-title = Vos organisations
orgs-new = Nouvelle organisation
orgs-open = Ouvrir
orgs-since = Membre depuis le { $at }
orgs-pending = Un propriétaire ou un administrateur doit encore approuver votre arrivée. Nous vous écrirons quand ce sera fait.
orgs-withdraw = Renoncer
orgs-lacks-two-factor = Cette organisation demande la double authentification, et vous ne l’avez pas encore configurée.
set-up-two-factor = Configurer la double authentification
orgs-invited = { $inviter } vous invite à rejoindre { $org }.
orgs-invited-look = Voir vos invitations
orgs-none = Vous ne faites pas encore partie d’une organisation.
orgs-none-hint = Créez-en une pour votre équipe, ou demandez à la personne qui en gère une de vous inviter avec votre adresse e-mail.

org-new-title = Nouvelle organisation
org-new-intro = Vous en serez propriétaire, et pourrez inviter d’autres personnes juste après.
org-new-button = Créer l’organisation
org-new-back = Retour à vos organisations
org-name = Nom
org-country = Pays
org-country-none = Non indiqué

org-nav = Organisation
org-nav-members = Membres
org-nav-invitations = Invitations
org-nav-settings = Réglages
org-nav-ownership = Propriété
org-nav-audit = Journal d’audit

roles-help = Que permet chaque rôle ?
roles-owner-may = Tout ce que peut un administrateur, et aussi transférer la propriété et supprimer l’organisation.
roles-admin-may = Inviter et retirer des personnes, changer les rôles jusqu’à administrateur, changer les réglages, lire le journal d’audit.
roles-member-may = Voir l’organisation et ses membres.

members-invite = Inviter des personnes
members-search = Rechercher un nom ou une adresse e-mail
members-none-found = Personne ici n’a « { $search } » dans son nom ou son adresse.
members-show-all = Afficher tout le monde
member-you = Vous
member-suspended = Compte suspendu
member-approve = Approuver
member-turn-down = Refuser
member-role = Rôle
member-role-of = Rôle de { $name }
member-role-save = Changer le rôle
member-remove-link = Retirer
member-leave = Quitter
member-back = Tous les membres
member-joined = Membre depuis le
member-approve-heading = En attente d’approbation
member-asked-owner = { $name } a reçu une invitation avec le rôle de propriétaire. Rien n’est possible ici pour cette personne tant que vous n’approuvez pas son arrivée.
member-asked-admin = { $name } a reçu une invitation avec le rôle d’administrateur. Rien n’est possible ici pour cette personne tant que vous n’approuvez pas son arrivée.
member-asked-member = { $name } a reçu une invitation en tant que membre. Rien n’est possible ici pour cette personne tant que vous n’approuvez pas son arrivée.
member-role-heading = Changer le rôle
member-turn-down-heading = Refuser
member-turn-down-effect = { $name } n’entrera pas dans l’organisation. Cette personne garde son compte, et peut être invitée de nouveau.
member-remove-heading = Retirer de l’organisation
member-remove-effect = { $name } perd aussitôt son accès. Les clés d’API que cette personne a liées à cette organisation et les invitations qu’elle a envoyées ne sont plus valables. Elle garde son compte, et peut être invitée de nouveau.
member-remove-button = Retirer le membre
member-last-owner-hint = Une organisation a besoin d’un propriétaire. Transférez-la d’abord, ou désignez un autre membre comme propriétaire.

leave-title = Quitter l’organisation
leave-heading = Quitter { $org } ?
leave-effect = Vous perdez aussitôt votre accès. Les clés d’API que vous avez liées à cette organisation et les invitations que vous avez envoyées ne sont plus valables. Pour revenir, il vous faudra une nouvelle invitation.
leave-button = Quitter l’organisation
leave-stay = Rester

invite-heading = Inviter des personnes
invite-emails = Adresses e-mail
invite-emails-hint = Collez jusqu’à 200 adresses : une par ligne, ou séparées par des virgules. Les noms devant les adresses, tels que les copient les logiciels de messagerie, conviennent aussi.
invite-language = Langue de l’e-mail
invite-language-own = La même que la mienne
invite-language-hint = Qui a déjà un compte reçoit l’e-mail dans la langue de ses réglages.
invite-message = Message
invite-message-hint = Un mot de votre part dans l’e-mail, 500 caractères au plus.
invite-button = Envoyer les invitations
field-already-member = Cette personne est déjà membre.
invitations-sent = Invitations
invitations-filter = Afficher les invitations
invitations-state-pending = Ouverte
invitations-state-accepted = Acceptée
invitations-state-declined = Refusée
invitations-state-revoked = Retirée
invitations-state-expired = Expirée
invitations-state-all = Toutes
invitations-none-pending = Aucune invitation n’est ouverte. Les personnes que vous invitez apparaissent ici jusqu’à leur arrivée.
invitations-none = Il n’y a pas d’invitations de ce genre.
invitation-by = Envoyée par { $inviter } le { $at }.
invitation-until = Ouverte jusqu’au { $at }.
invitation-mail-queued = E-mail en route
invitation-mail-sent = E-mail remis
invitation-mail-failed = E-mail refusé
invitation-mail-cancelled = E-mail non envoyé
invitation-mail-said = Réponse du serveur de messagerie : { $words }
invitation-resend = Renvoyer
invitation-revoke = Retirer
invited-title = Invitations envoyées
invited-sent = { $count ->
    [one] Une personne est invitée. Son e-mail est en route.
   *[other] { $count } personnes sont invitées. Leurs e-mails sont en route.
}
invited-links = Si un e-mail n’arrive pas, donnez vous-même son lien à la personne. Chaque lien ne vaut que pour cette adresse et n’est affiché que maintenant : copiez ce dont vous avez besoin avant de continuer.
invited-done = Terminé

org-settings-title = Réglages de l’organisation
org-general = Général
org-policies = Règles
org-require-two-factor = Exiger la double authentification
org-require-two-factor-hint = Les membres qui ne l’ont pas ne peuvent rien faire dans cette organisation avant de l’avoir configurée.
org-own-two-factor-first = Pour l’exiger des autres, configurez-la d’abord pour vous-même.
org-need-approval = Approuver les arrivées sur invitation
org-need-approval-hint = Toute personne qui accepte une invitation attend qu’un propriétaire ou un administrateur approuve son arrivée.
org-domains = Domaines e-mail autorisés
org-domains-hint = Un par ligne, par exemple example.com. Seules les personnes qui y ont une adresse peuvent entrer ; les membres actuels le restent. Laissez vide pour accepter tout le monde.
org-domains-all = Tous
org-on = Oui
org-off = Non
org-save = Enregistrer les réglages
org-changed-meanwhile = Quelqu’un d’autre a changé ces réglages pendant que cette page était ouverte. Ce que vous avez saisi est toujours dans le formulaire. Voici ce qui est enregistré maintenant ; si vous enregistrez à nouveau, votre saisie le remplacera.

org-delete-title = Supprimer l’organisation
org-delete-intro = Ferme l’organisation pour tout le monde, et l’efface quelques jours plus tard.
org-delete-heading = Supprimer { $org } ?
org-delete-at-once = L’organisation est fermée aussitôt : ses membres ne peuvent plus l’ouvrir, et ses clés d’API et ses invitations ne sont plus valables.
org-delete-undo = { $days ->
    [0] Ses propriétaires en sont informés par e-mail.
    [one] Ses propriétaires en sont informés par e-mail, et chacun d’eux peut annuler pendant un jour. Tout redevient alors comme avant.
   *[other] Ses propriétaires en sont informés par e-mail, et chacun d’eux peut annuler pendant { $days } jours. Tout redevient alors comme avant.
}
org-delete-for-good = Ensuite, elle est effacée définitivement. Ses membres conservent leurs comptes.
org-your-password = Votre mot de passe
org-keep = La conserver

ownership-title = Transférer la propriété
transfers-open = En attente d’une réponse
transfer-asked = { $owner } a demandé à { $successor } de devenir propriétaire.
transfer-until = Peut être accepté jusqu’au { $at }.
transfer-cancel = Retirer
transfer-heading = Demander à un autre membre
transfer-effect = Le membre reçoit un e-mail et doit accepter. Il devient alors propriétaire, et vous administrateur. D’ici là, rien ne change, et vous pouvez retirer la demande.
transfer-to = Nouveau propriétaire
transfer-choose = Choisissez un membre
transfer-button = Envoyer la demande

audit-filter-action = Ce qui a été fait
audit-filter-all-actions = Tout
audit-filter-person = Par qui
audit-filter-everybody = Tout le monde
audit-filter-button = Afficher
audit-none = Rien de tel n’a encore été fait.
audit-show-all = Tout afficher

notice-org-founded = Votre organisation est créée. Invitez maintenant les personnes qui en font partie.
notice-org-left = Vous avez quitté l’organisation.
notice-org-saved = Les réglages sont enregistrés.
notice-role-changed = Le rôle est changé.
notice-member-approved = L’arrivée du nouveau membre est approuvée. Un e-mail l’en informe.
notice-member-removed = La personne est retirée.
notice-invitation-resent = L’e-mail est renvoyé, et l’invitation reste ouverte plus longtemps.
notice-invitation-revoked = L’invitation est retirée. Ses liens ne sont plus valables.
notice-transfer-asked = Nous avons écrit au membre. Vous restez propriétaire jusqu’à ce qu’il accepte.
notice-transfer-cancelled = Le transfert est retiré. Son lien n’est plus valable.

# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = Bonjour { $person },
letter-hello-stranger = Bonjour,
letter-action = { $label } :
letter-button-fails = Si le bouton ne fonctionne pas, ouvrez cette adresse :
letter-footer = { $product } a envoyé ce message automatiquement. Votre mot de passe ne vous sera jamais demandé par e-mail.
letter-link-once = Le lien fonctionne une seule fois, jusqu’au { $expires }.
letter-when = Date : { $at }
letter-device = Appareil : { $device }
letter-ip = Adresse IP : { $ip }
letter-sign-in = Se connecter
letter-was-you = C’était vous ? Alors il n’y a rien à faire.
letter-not-you = Ce n’était pas vous ?
letter-not-me = Ce n’était pas moi
letter-unanswered = Alors ne tenez pas compte de ce message : rien ne change, et personne d’autre n’a ce lien.
letter-as-it-was = Alors vous n’avez rien à faire : votre compte est tel qu’il était.
letter-shut-out = Alors dites-le-nous : tous les appareils sont déconnectés, toutes les clés d’API révoquées, toutes les clés d’accès supprimées, le mot de passe n’est plus valable, et vous recevez un e-mail pour en choisir un autre.

# To somebody who signed up.
letter-activation-subject = Activez votre compte { $product }
letter-activation-subject-org = Activez votre compte chez { $org }
letter-activation-text = Quelqu’un, très probablement vous, s’est inscrit à { $product } avec cette adresse e-mail. Il reste une étape.
letter-activation-text-org = Quelqu’un, très probablement vous, s’est inscrit à { $product } avec cette adresse e-mail, pour { $org }. Il reste une étape.
letter-activation-action = Activer mon compte
letter-activation-username = Nom d’utilisateur : { $username }
letter-activation-password = Mot de passe : { $password }
letter-activation-made = Nous l’avons créé pour vous et ne l’indiquons qu’ici. Conservez-le, ou choisissez le vôtre une fois connecté.
letter-activation-not-you = Alors n’activez pas le compte, et dites-le-nous.

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = Vous avez déjà un compte { $product }
letter-account-exists-text = Quelqu’un, très probablement vous, a voulu s’inscrire à { $product } avec cette adresse e-mail. Vous avez déjà un compte, il n’en a donc pas été créé de second.

# To an invited person.
letter-organization-invitation-subject = { $inviter } vous invite à rejoindre { $org }
letter-organization-invitation-text-owner = { $inviter } vous invite à rejoindre { $org } sur { $product } avec le rôle de propriétaire.
letter-organization-invitation-text-admin = { $inviter } vous invite à rejoindre { $org } sur { $product } avec le rôle d’administrateur.
letter-organization-invitation-text-member = { $inviter } vous invite à rejoindre { $org } sur { $product } en tant que membre.
letter-organization-invitation-text-pending = { $inviter } vous invite à rejoindre { $org } sur { $product }. Ensuite, une personne qui gère l’organisation devra approuver votre arrivée.
letter-organization-invitation-writes = Message de { $inviter } :
letter-organization-invitation-action = Voir l’invitation
letter-organization-invitation-open = Vous pourrez y accepter ou refuser. L’invitation est valable jusqu’au { $expires }.
letter-organization-invitation-unknown = Vous ne connaissez pas { $inviter } ou { $org } ?
letter-organization-invitation-unanswered = Alors ne tenez pas compte de ce message : personne ne devient membre sans avoir accepté.

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } demande à entrer dans { $org }
letter-member-awaits-approval-text-owner = { $newcomer } ({ $email }) a accepté une invitation à rejoindre { $org } sur { $product } avec le rôle de propriétaire. { $org } approuve chaque arrivée : d’ici là, rien n’y est possible pour cette personne.
letter-member-awaits-approval-text-admin = { $newcomer } ({ $email }) a accepté une invitation à rejoindre { $org } sur { $product } avec le rôle d’administrateur. { $org } approuve chaque arrivée : d’ici là, rien n’y est possible pour cette personne.
letter-member-awaits-approval-text-member = { $newcomer } ({ $email }) a accepté une invitation à rejoindre { $org } sur { $product } en tant que membre. { $org } approuve chaque arrivée : d’ici là, rien n’y est possible pour cette personne.
letter-member-awaits-approval-text-pending = { $newcomer } ({ $email }) a accepté une invitation à rejoindre { $org } sur { $product }. { $org } approuve chaque arrivée : d’ici là, rien n’y est possible pour cette personne.
letter-member-awaits-approval-decide = Connectez-vous pour approuver ou retirer cette personne. Tout propriétaire ou administrateur peut le faire.
letter-member-awaits-approval-unknown = Vous ne connaissez pas { $newcomer } ?
letter-member-awaits-approval-ask = Alors n’approuvez pas son arrivée, et posez la question à qui a envoyé l’invitation.

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } a approuvé votre arrivée
letter-membership-approved-text-owner = { $org } a approuvé votre arrivée sur { $product }. Vous y avez désormais le rôle de propriétaire.
letter-membership-approved-text-admin = { $org } a approuvé votre arrivée sur { $product }. Vous y avez désormais le rôle d’administrateur.
letter-membership-approved-text-member = { $org } a approuvé votre arrivée sur { $product }. Vous en êtes désormais membre.
letter-membership-approved-unwanted = Vous ne souhaitez pas faire partie de { $org } ?
letter-membership-approved-leave = Connectez-vous et quittez l’organisation.

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } vous demande de prendre en charge { $org }
letter-ownership-transfer-text = { $owner } vous demande de prendre sa place de propriétaire de { $org } sur { $product }. Un propriétaire répond de l’organisation : de ses membres, de ses réglages et de sa fin. Si vous acceptez, { $owner } devient administrateur.
letter-ownership-transfer-action = Voir la demande
letter-ownership-transfer-decide = Connectez-vous-y pour accepter, ou refusez. Vous pouvez décider jusqu’au { $expires }.
letter-ownership-transfer-unexpected = Vous ne vous y attendiez pas ?
letter-ownership-transfer-unanswered = Alors ne tenez pas compte de ce message : rien ne change tant que vous n’acceptez pas.

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } souhaite céder { $org }
letter-ownership-notice-subject-accepted = { $successor } a pris en charge { $org }
letter-ownership-notice-subject-declined = { $successor } ne prend pas en charge { $org }
letter-ownership-notice-text-asked = { $owner } a demandé à { $successor } de prendre sa place de propriétaire de { $org } sur { $product }. Rien n’a encore changé. Si cela ne doit pas se faire, tout propriétaire peut se connecter et retirer la demande.
letter-ownership-notice-text-accepted = { $successor } a pris la place de { $owner } comme propriétaire de { $org } sur { $product }. { $owner } est désormais administrateur.
letter-ownership-notice-text-declined = { $successor } a refusé de devenir propriétaire de { $org } sur { $product }. { $owner } le reste et peut s’adresser à quelqu’un d’autre.

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = Vérifiez les organisations de votre compte { $product }
letter-orgs-to-review-text = Vous venez de prouver que cette adresse e-mail est la vôtre. Auparavant, quelqu’un a utilisé votre compte { $product } sans cette preuve. Par sécurité, le mot de passe, les sessions et les clés de cette période ne sont plus valables.
letter-orgs-to-review-orgs = { $count ->
    [one] Cette organisation a été créée ou rejointe pendant cette période et reste dans votre compte :
   *[other] Ces organisations ont été créées ou rejointes pendant cette période et restent dans votre compte :
}
letter-orgs-to-review-leave = { $count ->
    [one] Connectez-vous, et quittez-la si vous ne souhaitez pas en faire partie.
   *[other] Connectez-vous, et quittez celles dont vous ne souhaitez pas faire partie.
}
letter-orgs-to-review-all-you = Tout cela, c’était vous ?
letter-orgs-to-review-nothing-left = Alors il n’y a plus rien à faire.

# To a person who forgot their password.
letter-password-reset-subject = Choisissez un autre mot de passe pour { $product }
letter-password-reset-text = Quelqu’un, très probablement vous, a oublié le mot de passe de votre compte { $product }.
letter-password-reset-action = Choisir un autre mot de passe
letter-password-reset-effect = Quand vous l’utilisez, tous vos appareils sont déconnectés et toutes vos clés d’API révoquées.

# To the address of a person who wants another one.
letter-email-change-requested-subject = L’adresse e-mail de votre compte { $product } doit-elle changer ?
letter-email-change-requested-text = Quelqu’un, très probablement vous, souhaite que { $new_address } devienne l’adresse e-mail de votre compte { $product }, à la place de celle-ci.
letter-email-change-requested-accept = Accepter le changement
letter-email-change-requested-effect-both = Il prend effet quand la nouvelle adresse est confirmée elle aussi. Sans votre accord, rien ne change.
letter-email-change-requested-effect-old = Il prend effet immédiatement, et la nouvelle adresse reçoit un e-mail pour la confirmer. Sans votre accord, rien ne change.
letter-email-change-requested-effect-new = Il prend effet quand la nouvelle adresse est confirmée, par l’e-mail que nous y avons envoyé.
letter-email-change-requested-not-you = Alors quelqu’un connaît votre mot de passe. Refusez le changement : tous les appareils sont déconnectés, toutes les clés d’API révoquées, toutes les clés d’accès supprimées, le mot de passe n’est plus valable, et vous recevez un e-mail pour en choisir un autre.
letter-email-change-requested-deny = Refuser le changement
letter-email-change-requested-until = Vous pouvez le faire jusqu’au { $expires }.

# To the address that they want.
letter-email-change-confirm-subject = Confirmez cette adresse pour votre compte { $product }
letter-email-change-confirm-text = Quelqu’un, très probablement vous, souhaite que cette adresse devienne celle de son compte { $product }.
letter-email-change-confirm-action = Confirmer cette adresse
letter-email-change-confirm-effect = Le changement prend effet quand il est accepté aussi à l’ancienne adresse.

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = Cette adresse est déjà celle d’un compte { $product }
letter-email-change-taken-text = Quelqu’un, très probablement vous, souhaite que cette adresse devienne celle d’un autre compte { $product }. C’est déjà l’adresse de votre compte, et une adresse ne peut appartenir qu’à un seul compte ; rien n’a donc été changé.
letter-email-change-taken-other = Vous la voulez pour l’autre compte ? Alors donnez d’abord une autre adresse à ce compte-ci, puis recommencez.

# To the address that was a person’s until just now.
letter-email-changed-subject = L’adresse e-mail de votre compte { $product } a été changée
letter-email-changed-text = Votre compte { $product } a maintenant une autre adresse e-mail. Celle-ci n’en fait plus partie.
letter-email-changed-not-you = Alors dites-le-nous jusqu’au { $expires } : cette adresse est rétablie, tous les appareils sont déconnectés, toutes les clés d’API révoquées, toutes les clés d’accès supprimées, le mot de passe n’est plus valable, et vous recevez un e-mail pour en choisir un autre.

# To the address that a change is taken back from.
letter-email-change-undone-subject = L’ancienne adresse de votre compte { $product } a été rétablie
letter-email-change-undone-text = La personne qui lit l’ancienne adresse de votre compte { $product } a déclaré ne pas l’avoir changée. Le compte a donc de nouveau cette adresse, et celle-ci n’en fait plus partie. Tous les appareils sont déconnectés, toutes les clés d’API révoquées, toutes les clés d’accès supprimées, et le mot de passe n’est plus valable.
letter-email-change-undone-former = Vous lisez aussi l’ancienne adresse ? Alors un e-mail vous y attend pour choisir un autre mot de passe.
letter-email-change-undone-unread = Vous ne la lisez plus ?
letter-email-change-undone-help = Alors demandez de l’aide à l’équipe de { $product }.

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = Nouvelle connexion à votre compte { $product }
letter-security-notice-subject-password-changed = Votre mot de passe { $product } a été changé
letter-security-notice-subject-password-reset = Votre mot de passe { $product } a été réinitialisé
letter-security-notice-subject-two-factor-enabled = La double authentification est activée pour { $product }
letter-security-notice-subject-two-factor-disabled = La double authentification est désactivée pour { $product }
letter-security-notice-subject-passkey-added = Une clé d’accès a été ajoutée à votre compte { $product }
letter-security-notice-subject-passkey-removed = Une clé d’accès de votre compte { $product } a été supprimée
letter-security-notice-subject-recovery-code-used = Un code de secours { $product } a été utilisé
letter-security-notice-subject-two-factor-recovered = L’application d’authentification de votre compte { $product } a changé
letter-security-notice-subject-api-key-created = Une clé d’API a été créée pour votre compte { $product }
letter-security-notice-subject-deletion-cancelled = Votre compte { $product } est conservé
letter-security-notice-text-new-sign-in = Quelqu’un s’est connecté à votre compte { $product } depuis un appareil ou un lieu que nous ne connaissions pas encore.
letter-security-notice-text-password-changed = Le mot de passe de votre compte { $product } a été changé. Tous les autres appareils sont déconnectés. Vos clés d’API restent valables : révoquez celles que vous ne connaissez pas.
letter-security-notice-text-password-reset = Le mot de passe de votre compte { $product } a été réinitialisé par un lien que nous vous avons envoyé. Tous les appareils sont déconnectés, toutes vos clés d’API sont révoquées et vos clés d’accès supprimées.
letter-security-notice-text-two-factor-enabled = Désormais, la connexion à votre compte { $product } demande un code de votre application d’authentification.
letter-security-notice-text-two-factor-disabled = La connexion à votre compte { $product } ne demande plus de code de votre application d’authentification.
letter-security-notice-text-passkey-added = Une clé d’accès (passkey) a été ajoutée à votre compte { $product }. Quiconque possède l’appareil qui la contient peut se connecter sans votre mot de passe.
letter-security-notice-text-passkey-removed = Une clé d’accès (passkey) de votre compte { $product } a été supprimée. Elle ne connecte plus personne.
letter-security-notice-text-recovery-code-used = Un code de secours a été utilisé à la place d’un code de votre application d’authentification. Il n’est plus valable.
letter-security-notice-text-two-factor-recovered = Avec le mot de passe et des codes de secours de votre compte { $product }, une autre application d’authentification a remplacé la précédente. Tous les appareils sont déconnectés, et les anciens codes de secours ne sont plus valables.
letter-security-notice-text-api-key-created = Une clé d’API a été créée pour votre compte { $product }. Qui la détient peut agir en votre nom, dans la limite de ses autorisations, jusqu’à ce qu’elle expire ou que vous la révoquiez.
letter-security-notice-text-deletion-cancelled = Quelqu’un s’est connecté à votre compte { $product }, qui est donc conservé : sa suppression est annulée.

# To a person whose account is to be deleted.
letter-account-deletion-subject = Votre compte { $product } va être supprimé
letter-account-deletion-text = Quelqu’un, très probablement vous, nous a demandé de supprimer votre compte { $product }. Tous les appareils sont déconnectés. Le { $due }, tout ce que nous conservons à votre sujet sera effacé définitivement.
letter-account-deletion-second-thoughts = Vous changez d’avis ? Connectez-vous avant cette date, et le compte est conservé.
letter-account-deletion-action = Conserver mon compte
letter-account-deletion-not-you = Alors dites-le-nous : le compte est conservé, le mot de passe n’est plus valable, et vous recevez un e-mail pour en choisir un autre.

# To a person whose account stays after all.
letter-account-not-deleted-subject = Votre compte { $product } n’a pas pu être supprimé
letter-account-not-deleted-text = { $count ->
    [one] Vous nous avez demandé de supprimer votre compte { $product }. Rien n’a été effacé, et le compte est conservé : cette organisation se retrouverait sans propriétaire.
   *[other] Vous nous avez demandé de supprimer votre compte { $product }. Rien n’a été effacé, et le compte est conservé : ces organisations se retrouveraient sans propriétaire.
}
letter-account-not-deleted-then = { $count ->
    [one] Connectez-vous, désignez un autre propriétaire ou supprimez l’organisation, puis recommencez.
   *[other] Connectez-vous, désignez un autre propriétaire ou supprimez les organisations, puis recommencez.
}

# The last letter to somebody.
letter-account-deleted-subject = Votre compte { $product } est supprimé
letter-account-deleted-text = Comme vous l’avez demandé, votre compte { $product } est supprimé, et tout ce que nous conservions à votre sujet est effacé. Ceci est notre dernier message, et nous n’en gardons pas de copie.

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = Votre compte { $product } est suspendu
letter-operator-notice-subject-restored = Votre compte { $product } est de nouveau ouvert
letter-operator-notice-subject-signed-out = Vous avez été déconnecté de { $product }
letter-operator-notice-subject-two-factor-reset = La double authentification a été désactivée pour { $product }
letter-operator-notice-subject-address-set = Votre compte { $product } a une autre adresse e-mail
letter-operator-notice-subject-support-login = L’équipe de { $product } s’est connectée à votre compte
letter-operator-notice-subject-granted = Vous administrez désormais { $product }
letter-operator-notice-subject-removed = Vous n’administrez plus { $product }
letter-operator-notice-text-suspended = L’équipe de { $product } a suspendu votre compte. Tous vos appareils sont déconnectés, et vous ne pourrez pas vous connecter avant sa réouverture ; vos clés d’API sont refusées.
letter-operator-notice-text-restored = L’équipe de { $product } a rouvert votre compte. Connectez-vous comme auparavant.
letter-operator-notice-text-signed-out = L’équipe de { $product } a déconnecté tous vos appareils.
letter-operator-notice-text-two-factor-reset = L’équipe de { $product } a désactivé la double authentification de votre compte, car le second facteur lui a été signalé comme perdu. Tous vos appareils sont déconnectés. Connectez-vous avec votre mot de passe, et configurez de nouveau la double authentification.
letter-operator-notice-text-address-set = L’équipe de { $product } a donné une autre adresse e-mail à votre compte, car cette boîte aux lettres lui a été signalée comme perdue. Tous les appareils sont déconnectés, et les liens envoyés ici ne sont plus valables. Désormais, connectez-vous avec l’autre adresse.
letter-operator-notice-text-support-login = L’équipe de { $product } s’est connectée à votre compte pour vous aider, comme votre compte le permet. Elle ne peut pas changer vos moyens de connexion. Pour y mettre fin maintenant, connectez-vous et retirez cette autorisation dans votre compte.
letter-operator-notice-text-granted = En ligne de commande de { $product }, vous avez été ajouté à l’équipe : vous pouvez désormais consulter et suspendre des comptes, et aider leurs titulaires. Connectez-vous comme auparavant.
letter-operator-notice-text-removed = En ligne de commande de { $product }, vous avez été retiré de l’équipe. Votre compte reste tel quel. Connectez-vous comme auparavant.
letter-operator-notice-until = Cette connexion prend fin d’elle-même le { $until }.
letter-operator-notice-operator = Effectué par : { $operator }
letter-operator-notice-not-asked = Vous ne l’avez pas demandé ?
letter-operator-notice-unexpected = Ce n’est pas ce que vous attendiez ? Contactez l’équipe de { $product }.

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } va être supprimée
letter-org-deletion-text = { $owner } nous a demandé de supprimer { $org } sur { $product }. L’organisation est fermée : plus personne ne peut y agir ni la rejoindre. Le { $due }, elle et tout ce qu’elle contient seront effacés définitivement. Ses membres conservent leurs comptes.
letter-org-deletion-second-thoughts = Un changement d’avis ? Tout propriétaire peut annuler la suppression avant cette date, et tout redevient comme avant.
letter-org-deletion-action = Conserver l’organisation
letter-org-deletion-not-you = Alors dites-le-nous : l’organisation est conservée, le mot de passe de votre compte n’est plus valable, et vous recevez un e-mail pour en choisir un autre.

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } est conservée
letter-org-deletion-notice-subject-done = { $org } est supprimée
letter-org-deletion-notice-text-cancelled = { $org } sur { $product } n’est pas supprimée : la suppression a été annulée. Tout y est comme avant.
letter-org-deletion-notice-text-done = { $org } sur { $product } est supprimée, comme l’un de ses propriétaires l’a demandé. Tout son contenu est effacé définitivement. Votre compte est conservé.

# To whoever an operator names.
letter-test-subject = E-mail de test de { $product }
letter-test-text = { $operator }, de l’équipe de { $product }, a envoyé cet e-mail pour vérifier que les messages arrivent. Celui-ci est arrivé, et il n’y a rien à faire.

# To a person whose spent session token was shown again.
letter-session-reused-subject = Une de vos sessions { $product } a été fermée par sécurité
letter-session-reused-text = Le { $at }, une clé de l’une de vos sessions a été utilisée de nouveau après avoir été remplacée.
letter-session-reused-text-device = Le { $at }, une clé de votre session sur { $device } a été utilisée de nouveau après avoir été remplacée.
letter-session-reused-why = Il peut s’agir d’une erreur du programme sur votre appareil, ou du signe que quelqu’un a copié la clé. Par sécurité, { $product } a fermé la session.
letter-session-reused-action = Se reconnecter
letter-session-reused-again = Cela se reproduit, ou vous ne connaissez pas cet appareil ?
letter-session-reused-then = Alors changez votre mot de passe, et déconnectez tous les appareils.

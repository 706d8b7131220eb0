# Pourquoi quelque chose est refusé : `error-<code>` pour l’ensemble, `field-<code>` pour un seul champ.

# Qui demande
error-not-signed-in = Connectez-vous d’abord.
error-session-expired = Votre session a expiré. Reconnectez-vous.
error-session-required = Connectez-vous d’abord. Une clé d’API ne permet pas de faire cela.
error-wrong-credentials = L’adresse e-mail, le nom d’utilisateur ou le mot de passe est incorrect.
error-wrong-passkey = Cette clé d’accès ne peut pas être utilisée ici. Réessayez, ou connectez-vous avec votre mot de passe.
error-passkey-not-found = Vous n’avez pas de telle clé d’accès.
error-too-many-passkeys = Vous avez déjà autant de clés d’accès que possible. Supprimez-en une d’abord.
error-wrong-code = Le code est incorrect ou a déjà été utilisé. Attendez le suivant.
error-api-key-expired = Cette clé d’API a expiré. Créez-en une autre.
error-two-factor-required = Saisissez un code de votre application d’authentification pour vous connecter.
error-two-factor-elsewhere = La double authentification est activée pour ce compte. Connectez-vous sur la page de ce service.
error-not-activated = Ce compte n’est pas encore ouvert. Utilisez le lien de l’e-mail que nous vous avons envoyé, ou demandez-en un autre.
error-account-suspended = Ce compte est suspendu. Adressez-vous à l’équipe de ce service.
error-email-not-verified = Confirmez d’abord votre adresse e-mail : utilisez le lien de l’e-mail que nous vous avons envoyé.
error-wrong-password = Le mot de passe est incorrect.
error-password-required = Saisissez votre mot de passe pour confirmer.
error-wrong-account = Ceci concerne un autre compte. Connectez-vous avec l’adresse e-mail qui a reçu le message.

# Ce qui est permis
error-scope-missing = Cette clé d’API n’autorise pas cela.
error-ip-not-allowed = Cette clé d’API ne peut pas être utilisée depuis cet endroit.
error-role-too-low = Votre rôle dans cette organisation ne le permet pas.
error-role-above-own = Vous ne pouvez pas donner, changer ou retirer un rôle supérieur au vôtre.
error-two-factor-set-up-required = Cette organisation demande la double authentification à ses membres. Activez-la d’abord dans vos réglages.
error-email-domain-not-allowed = Cette organisation n’accepte que certaines adresses e-mail, et la vôtre n’en fait pas partie.
error-operator-required = Ceci est réservé aux opérateurs de ce service.
error-own-account = Vous ne pouvez pas faire cela à votre propre compte. Demandez à un autre opérateur.
error-support-login = Vous utilisez ce compte pour aider quelqu’un. Ce qui ne regarde que cette personne ne vous est pas ouvert.
error-support-login-not-allowed = Cette personne n’autorise pas les connexions d’assistance, ou fait partie des opérateurs.
error-sign-up-closed = Les inscriptions sont fermées. Demandez une invitation à un membre.

# Ce qui n’existe pas
error-org-not-found = Cette organisation n’existe pas, ou vous n’en faites pas partie.
error-member-not-found = Ce membre n’existe pas dans cette organisation.
error-invitation-not-found = Cette invitation n’existe pas.
error-transfer-not-found = Ce transfert de propriété n’existe pas.
error-session-not-found = Cette session n’est pas la vôtre, ou elle est déjà fermée.
error-api-key-not-found = Vous n’avez pas de clé d’API de ce genre.
error-job-not-found = Il n’y a rien ici que vous ayez demandé.
error-token-unknown = Nous ne connaissons pas ce lien. Vérifiez qu’il a été copié en entier, ou ouvrez-le directement depuis l’e-mail.
error-user-not-found = Cette personne n’existe pas.
error-sign-up-domain-not-found = Ce portail d’inscription n’existe pas.
error-letter-not-found = Cet e-mail n’existe pas, ou il a été effacé depuis.
error-path-not-found = Il n’y a pas de page à cette adresse. Vérifiez qu’elle a été copiée en entier.

# Ce qui fait obstacle
error-username-taken = Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.
error-email-address-taken = Un autre compte a cette adresse e-mail.
error-account-exists = Il existe déjà un compte avec cette adresse e-mail. Connectez-vous plutôt.
error-already-member = Cette personne est déjà membre de l’organisation.
error-last-owner = C’est le dernier propriétaire de l’organisation. Désignez d’abord un autre propriétaire.
error-sole-owner = Vous êtes le seul propriétaire d’une organisation. Désignez d’abord un autre propriétaire, ou supprimez-la.
error-two-factor-on = La double authentification est déjà activée. Désactivez-la d’abord.
error-two-factor-off = La double authentification n’est pas activée.
error-two-factor-not-set-up = Configurez d’abord la double authentification.
error-invitation-not-pending = Cette invitation n’est plus ouverte.
error-too-many-api-keys = Vous avez atteint le nombre maximal de clés d’API. Révoquez-en une d’abord.
error-org-name-taken = Une autre organisation porte ce nom. Choisissez-en un autre.
error-member-not-eligible = Ce membre attend son approbation, est suspendu ou n’a pas encore confirmé son adresse e-mail.
error-changed-meanwhile = Quelqu’un d’autre a changé cela entre-temps. Regardez à nouveau, puis faites votre modification.
error-idempotency-conflict = Ceci a déjà été envoyé avec d’autres valeurs. Rouvrez la page.
error-transfer-not-open = Ce transfert de propriété n’est plus ouvert.
error-transfer-void = La situation a changé depuis la demande : la personne qui l’a faite n’est plus propriétaire, ou vous ne faites pas partie de l’organisation.
error-user-not-active = Ce compte attend d’être activé ou d’être supprimé.
error-last-operator = Vous êtes le dernier opérateur. Nommez-en d’abord un autre.
error-job-not-scheduled = Il est trop tard pour annuler, ou quelqu’un l’a déjà fait.
error-letter-not-queued = Cet e-mail n’attend plus : il a été envoyé, abandonné ou retiré.

# Ce qui est terminé
error-token-spent = Ce lien a déjà été utilisé, ou un lien plus récent l’a remplacé.
error-token-expired = Ce lien a expiré.
error-invitation-revoked = L’organisation a retiré cette invitation.
error-invitation-declined = Cette invitation a été refusée.
error-transfer-declined = Ce transfert de propriété a été refusé.
error-transfer-cancelled = Un propriétaire a retiré ce transfert de propriété.
error-org-gone = L’organisation n’existe plus.

# Ce qui est illisible, et nos propres erreurs
error-invalid-values = Certaines des valeurs saisies ne conviennent pas.
error-malformed-json = Ce qui a été envoyé est illisible.
error-unsupported-media-type = Ce qui a été envoyé est illisible. Utilisez le formulaire de la page.
error-body-too-large = C’est plus que ce qui peut être envoyé en une fois.
error-body-too-slow = L’envoi a pris trop de temps. Réessayez.
error-method-not-allowed = Cette page ne s’utilise pas ainsi. Revenez en arrière et rouvrez-la.
error-bad-request = La demande est incompréhensible.
error-foreign-form = Ce formulaire est trop ancien, ou vous avez changé de session depuis. Rouvrez sa page et envoyez-le à nouveau.
error-refused = La demande a été refusée.
error-rate-limited = { $seconds ->
    [one] Trop de tentatives. Réessayez dans { $seconds } seconde.
   *[other] Trop de tentatives. Réessayez dans { $seconds } secondes.
}
error-unavailable = Le service est occupé ou en train de démarrer. Réessayez dans un instant.
error-internal = Un problème est survenu de notre côté. Vous n’y êtes pour rien ; réessayez plus tard.

# Un seul champ
field-required = Ce champ est nécessaire.
field-empty = Ce champ ne peut pas être vide.
field-too-short = C’est trop court.
field-too-long = C’est trop long.
field-too-many = Il y en a trop.
field-wrong-type = C’est illisible.
field-out-of-range = C’est en dehors des limites.
field-unknown-value = Cette valeur ne fait pas partie des choix proposés.
field-unknown-field = Ceci n’est pas connu ici.
field-duplicate-field = Ceci a été envoyé plusieurs fois.
field-forbidden-character = Évitez les retours à la ligne et les caractères invisibles.
field-contains-link = Un nom ne peut pas contenir d’adresse web.
field-email-address-malformed = Ce n’est pas une adresse e-mail. Elle ressemble à june@example.com.
field-email-address-not-ascii = N’utilisez que des lettres, chiffres et signes simples, et écrivez le domaine sous sa forme ASCII.
field-email-domain-malformed = Ce n’est pas un domaine e-mail. Il ressemble à example.com.
field-email-domain-not-allowed = Seules les adresses e-mail de certaines organisations sont acceptées, et celle-ci n’en fait pas partie.
field-email-address-repeated = Cette adresse figure plusieurs fois.
field-email-unchanged = C’est déjà l’adresse actuelle.
field-email-and-username = Indiquez l’adresse e-mail ou le nom d’utilisateur, pas les deux.
field-username-contains-at = Un nom d’utilisateur ne peut pas contenir de @.
field-password-too-short = Utilisez au moins 8 caractères.
field-password-too-long = Ce mot de passe est trop long.
field-password-too-weak = Ce mot de passe est facile à deviner. Utilisez plusieurs mots sans rapport entre eux, et évitez votre nom ou votre adresse.
field-password-without-kinds = Utilisez des minuscules, des majuscules, un chiffre et un autre signe.
field-password-is-username = Le mot de passe et le nom d’utilisateur ne peuvent pas être identiques.
field-country-unknown = Choisissez un pays dans la liste.
field-locale-malformed = Choisissez une langue dans la liste.
field-url-malformed = Ce n’est pas une adresse web. Elle commence par https://.
field-ip-network-malformed = Ce n’est ni une adresse ni un réseau. Exemples : 192.0.2.7 ou 192.0.2.0/24.
field-id-malformed = C’est illisible. Choisissez à nouveau.
field-time-malformed = Ce n’est ni une date ni une heure.
field-in-the-past = Indiquez un moment à venir.
field-cursor-unknown = Cette partie de la liste n’existe plus. Reprenez-la au début.
field-role-unknown = Choisissez un rôle dans la liste.
field-scope-unknown = Choisissez dans la liste.
field-scope-not-of-org = Une clé pour une organisation ne peut pas avoir cette autorisation.
field-code-and-recovery-code = Indiquez le code ou un code de secours, pas les deux.
field-two-needed = Deux codes de secours sont nécessaires.
field-transfer-to-self = Vous êtes déjà propriétaire. Choisissez un autre membre.
field-org-with-invitation = Une invitation mène à sa propre organisation. Créez-en une autre plus tard.
field-sign-up-domain-closed = Cette inscription est fermée.
field-idempotency-key-invalid = C’est illisible.

# Ce que chacun fait de son propre compte.

settings-nav = Réglages
settings-nav-profile = Profil
settings-nav-password = Mot de passe
settings-nav-email = E-mail
settings-nav-two-factor = Double authentification
settings-nav-passkeys = Clés d’accès
settings-nav-sessions = Sessions
settings-nav-logins = Historique des connexions
settings-nav-api-keys = Clés d’API
settings-nav-invitations = Invitations
settings-nav-data = Vos données
settings-closed = Cette page ne regarde que cette personne
settings-cancel = Annuler
settings-your-password = Votre mot de passe
password-forgot = Vous l’avez oublié ?
password-reset-link = Le réinitialiser par e-mail

device-on-system = { $program } sur { $system }
device-unknown = Appareil inconnu

profile-first = Prénom
profile-last = Nom
profile-username = Nom d’utilisateur
profile-username-hint = Il peut remplacer votre adresse e-mail pour vous connecter. Au moins 3 caractères, sans « @ ».
profile-language = Langue
profile-language-browser = Celle du navigateur
profile-language-hint = Pour ces pages et pour les e-mails que nous vous envoyons.
profile-support = Autoriser les opérateurs de { $product } à utiliser mon compte
profile-support-hint = Ne cochez cette case que pendant que quelqu’un vous aide. Cette personne voit ce que vous voyez, mais ne peut pas changer vos moyens de connexion. Un e-mail vous informe chaque fois, et décocher la case ferme sa session.
profile-save = Enregistrer
notice-profile-saved = Votre profil est enregistré.

password-title = Mot de passe
password-generated = Votre mot de passe a été créé pour vous. Choisissez le vôtre.
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-new-hint = Au moins 8 caractères, et difficile à deviner. Quelques mots sans rapport entre eux conviennent bien.
password-what-happens = Toutes vos autres sessions sont fermées, et nous vous en informons par e-mail. Les clés d’API restent valables.
password-change = Changer le mot de passe
notice-password-changed = Votre mot de passe est changé. Toutes vos autres sessions sont fermées.

email-title = Adresse e-mail
email-now = Votre adresse
email-verified = Confirmée
email-unverified = Non confirmée
email-added = La vôtre depuis le { $date }.
email-unverified-hint = Nous ne savons pas encore si vous lisez les e-mails envoyés à cette adresse. Utilisez le lien de celui que nous vous avons envoyé, ou faites-le renvoyer.
email-send-again = Renvoyer l’e-mail
email-waiting = En attente de confirmation
email-waiting-intro = Vous avez demandé que votre adresse devienne { $address }.
email-waiting-old-open = Le lien de l’e-mail à { $address } n’a pas encore été utilisé.
email-waiting-old-done = Accepté par le lien envoyé à { $address }.
email-waiting-new-open = Le lien de l’e-mail à { $address } n’a pas encore été utilisé.
email-waiting-new-done = Confirmé par le lien envoyé à { $address }.
email-waiting-until = Les deux liens sont valables jusqu’au { $time }. Pour empêcher le changement, utilisez l’autre lien de l’e-mail envoyé à votre adresse actuelle.
email-change = Changer votre adresse
email-new = Nouvelle adresse e-mail
email-what-happens = Nous écrivons aux deux adresses. Votre adresse change quand vous avez utilisé le lien de chacun des deux e-mails. Votre session reste ouverte ici, et vos autres sessions sont fermées.
email-what-happens-again = Une nouvelle demande rend inutilisables les liens des e-mails précédents.
email-button = Envoyer les deux e-mails
notice-email-change-asked = Nous avons écrit aux deux adresses. Utilisez le lien de chaque e-mail.
notice-email-letter-sent = L’e-mail est en route.

two-factor-settings-title = Double authentification
two-factor-on = Activée
two-factor-off = Désactivée
two-factor-on-since = Depuis le { $date }, un code de votre application d’authentification vous est demandé à la connexion, en plus de votre mot de passe.
two-factor-codes-left = { $count ->
    [0] Vous n’avez plus de codes de secours. Créez-en de nouveaux maintenant, pour pouvoir encore vous connecter sans votre application.
    [one] Il vous reste un code de secours. Créez-en bientôt de nouveaux.
   *[other] Il vous reste { $count } codes de secours.
}
two-factor-renew = Créer de nouveaux codes
two-factor-renew-intro = Vous recevez dix nouveaux codes de secours. Les codes actuels ne seront plus valables.
two-factor-turn-off = Désactiver
two-factor-turn-off-title = Désactiver la double authentification
two-factor-turn-off-intro = Votre mot de passe suffira pour vous connecter. Vos autres sessions sont fermées, vos codes de secours ne sont plus valables, et nous vous en informons par e-mail. Les organisations qui demandent la double authentification vous sont fermées jusqu’à ce que vous la réactiviez.
two-factor-either-code = Code
two-factor-either-code-hint = Le code que votre application d’authentification affiche, ou l’un de vos codes de secours.
two-factor-explained = En plus de votre mot de passe, un code produit par une application d’authentification sur votre téléphone sera demandé à la connexion. Une personne qui découvre votre mot de passe ne peut pas se connecter avec lui seul.
two-factor-needs-app = Il vous faut une application d’authentification, comme Aegis, 2FAS, Google Authenticator ou celle de votre gestionnaire de mots de passe.
two-factor-begin = Configurer
two-factor-set-up-title = Configurer la double authentification
two-factor-scan = Scannez ceci avec votre application d’authentification
two-factor-qr = Code QR pour votre application d’authentification
two-factor-open-app = Ouvrir une application sur cet appareil
two-factor-type-key = Ou saisissez cette clé dans l’application
two-factor-enter-code = Code affiché par l’application
two-factor-enter-code-hint = Six chiffres, qui changent toutes les 30 secondes.
two-factor-shown-once = La clé n’est affichée que maintenant. Si vous quittez cette page, recommencez.
two-factor-go-on = Votre application a déjà reçu la clé : saisissez le code qu’elle affiche maintenant. Si elle n’en affiche pas pour { $product }, recommencez.
two-factor-start-over = Recommencer
two-factor-turn-on = Activer
two-factor-turn-on-effect = Vos autres sessions sont fermées, et nous vous en informons par e-mail.
notice-two-factor-disabled = La double authentification est désactivée.

recovery-codes-title = Codes de secours
recovery-codes-on = La double authentification est activée.
recovery-codes-renewed = Ils remplacent vos codes de secours précédents.
recovery-codes-keep = Conservez ces codes en lieu sûr, à part de votre téléphone. Chacun permet de vous connecter une fois, à la place de votre application.
recovery-codes-shown-once = Ils ne sont affichés que maintenant.
recovery-codes-download = Télécharger
recovery-codes-done = Je les ai conservés

sessions-title = Sessions
sessions-intro = Partout où votre compte est connecté. Fermez les sessions que vous ne connaissez pas, puis changez votre mot de passe.
sessions-current = Cette session
sessions-support = Assistance
sessions-started = Ouverte le { $time }
sessions-used = dernière utilisation le { $time }
sessions-end = Fermer
sessions-end-others = Fermer toutes les autres sessions
sessions-end-all = Fermer toutes les sessions
sessions-end-all-hint = Celle-ci aussi : vous devrez vous reconnecter.
notice-session-ended = La session est fermée.
notice-other-sessions-ended = Toutes vos autres sessions sont fermées.
notice-all-sessions-ended = Toutes vos sessions sont fermées. Reconnectez-vous.

logins-title = Historique des connexions
logins-intro = Les connexions à votre compte, réussies ou tentées, au cours des 90 derniers jours. L’une d’elles n’est pas de vous ? Changez votre mot de passe, et fermez vos sessions.
logins-kind-password = Mot de passe
logins-kind-api-key = Clé d’API
logins-kind-support = Connexion d’assistance
logins-operator = par { $name }
logins-operator-gone = par un opérateur dont le compte n’existe plus
logins-success = Réussie
logins-reason-wrong-password = Mot de passe incorrect
logins-reason-wrong-code = Code incorrect
logins-reason-account-suspended = Compte suspendu
logins-reason-api-key-expired = Clé d’API expirée
logins-reason-ip-not-allowed = Adresse non autorisée pour la clé
logins-none = Rien pour le moment.

api-keys-title = Clés d’API
api-keys-intro = Un programme qui détient une clé agit en votre nom, dans la limite de ce que vous permettez à la clé.
api-keys-new = Nouvelle clé d’API
api-keys-none = Vous n’avez pas de clés d’API.
api-keys-all-orgs = Toutes vos organisations
api-keys-one-org = Une organisation
api-keys-expired = Expirée
api-keys-created = Créée le { $date }
api-keys-used = dernière utilisation le { $time }
api-keys-unused = jamais utilisée
api-keys-expires = valable jusqu’au { $time }
api-keys-endless = valable jusqu’à sa révocation
api-keys-only-from = Seulement depuis { $networks }
api-keys-may = Ce qu’elle permet
api-keys-revoke = Révoquer
api-keys-revoke-effect = Les programmes qui utilisent cette clé seront refusés dès maintenant. Il n’est pas possible de revenir en arrière.
notice-api-key-revoked = La clé d’API est révoquée.
api-key-name = Nom
api-key-name-hint = À quoi elle sert, pour la reconnaître : « Export de nuit ».
api-key-org = Pour
api-key-org-hint = Une clé pour une organisation n’en atteint aucune autre, et ne peut rien faire de votre compte.
api-key-scopes = Ce qu’elle permet
api-key-scopes-hint = Et jamais plus que ce que votre propre rôle permet à ce moment-là.
api-key-scopes-account = Avec votre compte
api-key-scopes-account-hint = Seulement avec une clé pour toutes vos organisations.
api-key-scopes-org = Dans les organisations
api-key-expires = Valable jusqu’au
api-key-expires-hint = La fin de ce jour, UTC. Vide : jusqu’à sa révocation.
api-key-networks = Seulement depuis ces adresses
api-key-networks-hint = Une par ligne : une adresse comme 192.0.2.7, ou un réseau comme 2001:db8::/32. Vide : depuis partout.
api-key-make = Créer la clé
api-key-made-title = Votre nouvelle clé d’API
api-key-made-intro = { $name } : votre clé est prête. Copiez-la maintenant, elle ne sera plus affichée. Un e-mail vous annonce sa création.
api-key-made-done = Je l’ai copiée

scope-account-read = Voir votre compte, vos organisations et les invitations que vous recevez
scope-account-update = Changer votre nom et votre langue
scope-orgs-create = Créer des organisations
scope-org-read = Voir l’organisation
scope-org-update = Changer son nom et ses réglages
scope-members-read = Voir ses membres
scope-members-manage = Changer les rôles et retirer des membres
scope-invitations-manage = Inviter des personnes et retirer des invitations
scope-invitations-propose = Inviter des personnes qu’un administrateur approuve ensuite
scope-audit-read = Voir son journal d’audit

my-invitations-title = Invitations
my-invitations-intro = Les organisations qui vous invitent.
my-invitations-none = Vous n’avez pas d’invitation pour le moment.
my-invitations-unverified = Les invitations s’affichent quand votre adresse e-mail est confirmée.
my-invitations-unverified-link = Confirmer votre adresse e-mail
my-invitations-from = { $inviter } vous invite. Rôle : { $role }.
my-invitations-until = Valable jusqu’au { $date }.
my-invitations-accept = Accepter
my-invitations-decline = Refuser
notice-my-invitation-accepted = Vous faites maintenant partie de l’organisation.
notice-my-invitation-declined = L’invitation est refusée.

data-title = Vos données
data-export = Emporter vos données
data-export-intro = Un fichier avec tout ce que { $product } conserve à votre sujet : votre profil, vos sessions, connexions, organisations et clés, et ce que vous avez fait. Il contient une page à lire et du JSON pour les programmes, mais pas de mots de passe ni d’autres secrets.
data-export-button = Télécharger
data-delete = Supprimer votre compte
data-delete-intro = Votre compte est fermé aussitôt, et effacé définitivement quelques jours plus tard.
data-delete-link = Supprimer mon compte
delete-title = Supprimer votre compte
delete-now = Aussitôt : vos sessions sont fermées partout, vos clés d’API sont refusées, et les invitations que vous avez faites ne sont plus valables.
delete-later = { $days ->
    [one] Pendant { $days } jour, vous pouvez changer d’avis : reconnectez-vous, et vous conservez votre compte.
   *[other] Pendant { $days } jours, vous pouvez changer d’avis : reconnectez-vous, et vous conservez votre compte.
}
delete-then = Ensuite, tout ce qui est personnel est effacé définitivement. Vos organisations restent à leurs autres membres.
delete-sole-owner = Vous êtes le seul propriétaire de ces organisations. Pour chacune, désignez d’abord un autre propriétaire, ou supprimez-la :
delete-button = Supprimer mon compte
deleted-title = Votre compte est fermé
deleted-until = Il sera effacé après le { $time }. Un e-mail vous le confirme.
deleted-undo = Vous changez d’avis ? Connectez-vous d’ici là, et vous conservez votre compte.

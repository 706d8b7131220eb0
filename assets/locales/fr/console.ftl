# La console des personnes qui gèrent le service.

console-nav = Console des opérateurs
console-overview = Vue d’ensemble
console-people = Personnes
console-orgs = Organisations
console-domains = Portails d’inscription
console-mail = E-mails
console-jobs = Tâches
console-audit = Journal d’audit
console-keys = Clés de signature
console-settings = Réglages
console-health = État du service

# Ce que disent beaucoup de ses pages
console-search = Rechercher
console-any = Tous
console-name = Nom
console-username = Nom d’utilisateur
console-state = État
console-created = Création
console-id = Identifiant
console-time = Date et heure
console-never = Jamais
console-not-yet = Pas encore
console-on = Activée
console-off = Désactivée
console-two-factor = Double authentification
console-operator = Opérateur
console-country = Pays
console-state-active = Actif
console-state-suspended = Suspendu
console-state-pending = Non activé
console-state-deleting = En suppression
console-state-queued = En attente
console-state-sent = Envoyé
console-state-failed = Échec
console-state-cancelled = Annulé
console-state-scheduled = Planifié
console-state-running = En cours
console-state-completed = Terminé
console-state-waiting = En attente

# Vue d’ensemble
console-no-mail-server = Aucun serveur de messagerie n’est indiqué : les e-mails attendent qu’il y en ait un. Les réglages smtp.host et smtp.from disent où vont les e-mails.
console-letters-waiting = E-mails en attente
console-letters-failed = E-mails abandonnés
console-jobs-open = Tâches ouvertes
console-jobs-failed = Tâches en échec
console-lately = Les { $days } derniers jours
console-chart-sign-ups = Nouveaux comptes
console-chart-sign-ins = Connexions
console-chart-failed-sign-ins = Connexions en échec
console-chart-letters = E-mails envoyés
console-chart-failed-letters = E-mails abandonnés
console-chart-told = { $what } : { $total } en tout, { $most } au plus en un jour
console-chart-most = { $most } au plus en un jour
console-as-table = Chaque jour dans un tableau
console-day = Jour

# Personnes
console-search-people = Trouver une personne
console-search-people-hint = Par le début d’un nom, d’une adresse e-mail ou d’un nom d’utilisateur, ou par un identifiant.
console-nobody-found = Personne n’a été trouvé.
console-last-sign-in = Dernière connexion
console-account = Compte
console-verified = Confirmée
console-unverified = Non confirmée
console-support-login = Connexion d’assistance
console-allowed = Autorisée
console-not-allowed = Non autorisée
console-is-operator = Gère ce service
console-activated = Activation
console-audit-of-person = Ce qui a été fait à ce compte
console-no-orgs-of-person = Ne fait partie d’aucune organisation.
console-sessions = Sessions
console-unknown-device = Appareil inconnu
console-no-sessions = Aucune session ouverte.
console-help-and-close = Aider et suspendre
console-own-account = C’est votre propre compte. Changez-le dans vos réglages.
console-told-by-mail = Quoi que vous fassiez ici, la personne en est informée par e-mail, avec votre nom, et c’est enregistré.
console-sign-in-as = Ouvrir une session à sa place
console-sign-in-as-what = Ce navigateur utilise alors le compte de cette personne, pour peu de temps et avec son autorisation. Elle en est informée par e-mail. Pour revenir, déconnectez-vous, puis reconnectez-vous à votre compte.
console-sign-out = Fermer toutes ses sessions
console-sign-out-what = Toutes les sessions de cette personne sont fermées. Ses clés d’API restent valables.
console-reset-two-factor = Réinitialiser la double authentification
console-reset-two-factor-what = Pour une personne qui a perdu son application d’authentification et ses codes de secours. Ensuite, son mot de passe suffit pour se connecter, et toutes ses sessions sont fermées. Assurez-vous que la personne qui le demande est bien celle qu’elle dit être.
console-set-address = Donner une autre adresse e-mail
console-set-address-what = Pour une personne qui a perdu sa boîte aux lettres. Toutes ses sessions sont fermées, les liens envoyés à l’ancienne adresse ne sont plus valables, et un e-mail à la nouvelle demande de la confirmer. Assurez-vous que la personne qui le demande est bien celle qu’elle dit être : qui lit cette boîte peut choisir un nouveau mot de passe.
console-new-address = Nouvelle adresse e-mail
console-restore = Rouvrir le compte
console-restore-what = La personne peut se reconnecter, et ses clés d’API sont de nouveau valables.
console-suspend = Suspendre le compte
console-suspend-what = Toutes les sessions de cette personne sont fermées, ses clés d’API sont refusées, et elle ne peut pas se connecter. Elle reste membre de ses organisations, et vous pouvez rouvrir le compte.
notice-console-suspended = Le compte est suspendu.
notice-console-restored = Le compte est de nouveau ouvert.
notice-console-signed-out = Toutes les sessions de cette personne sont fermées.
notice-console-two-factor-reset = La double authentification est désactivée. Le mot de passe suffit pour se connecter.
notice-console-address-set = L’adresse est changée. Un e-mail y demande de la confirmer.

# Organisations
console-search-orgs = Trouver une organisation
console-search-orgs-hint = Par le début de son nom, ou par son identifiant.
console-no-orgs-found = Aucune organisation n’a été trouvée.
console-about-org = À son sujet
console-required = Exigée
console-not-required = Non exigée
console-approval = Approbation des arrivées
console-email-domains = Domaines e-mail
console-all-domains = Tous
console-came-through = Inscription via
console-audit-of-org = Ce qui a été fait dans cette organisation
console-members = Membres

# Portails d’inscription
console-domains-what = Des entrées avec leurs propres textes, par lesquelles de nouvelles personnes s’inscrivent.
console-new-domain = Nouveau portail d’inscription
console-no-domains = Il n’y a pas de portail d’inscription. Chacun s’inscrit sans portail.
console-open = Ouvert
console-closed = Fermé
console-domain-title = Titre
console-domain-description = Description
console-domain-description-hint = À quoi il sert.
console-domain-help = Aide
console-domain-help-hint = Ce qui se lit avant de s’inscrire.
console-domain-url = Page pour ses e-mails
console-domain-url-hint = Où mènent les e-mails de ses inscriptions. Laissez vide pour les pages intégrées.
console-domain-version = Ce à quoi l’on s’abonne
console-domain-version-hint = Laissez vide pour lui donner le nom du portail.
console-domain-version-description = Description de l’abonnement
console-domain-open-at-once = L’ouvrir aussitôt
console-domain-open-hint = Un portail fermé ne laisse personne s’inscrire. Vous pouvez l’ouvrir plus tard.
console-create = Créer
console-cancel = Annuler
console-save = Enregistrer
console-door = Ouvrir et fermer
console-domain-id = Son identifiant, pour les liens et les programmes :
console-close = Le fermer
console-close-what = Personne ne peut plus s’inscrire par ce portail. Les e-mails déjà envoyés restent valables.
console-open-domain = L’ouvrir
console-open-what = Tout le monde peut s’inscrire par ce portail.
console-delete = Le supprimer
console-delete-what = Il est supprimé définitivement. Les personnes inscrites par ce portail restent, et les organisations qu’elles ont créées aussi.
notice-console-domain-created = Le portail d’inscription est créé.
notice-console-domain-opened = Le portail d’inscription est ouvert.
notice-console-domain-closed = Le portail d’inscription est fermé.
notice-console-domain-deleted = Le portail d’inscription est supprimé.
notice-console-saved = C’est enregistré.

# E-mails
console-test-letter = Envoyer un e-mail de test
console-test-to = À
console-test-hint = Une adresse dont vous lisez la boîte. L’e-mail suit le même chemin que tous les autres.
console-test-send = Envoyer
console-recipient = Destinataire
console-letter = E-mail
console-attempts = Tentatives
console-written = Rédaction
console-no-letters = Aucun e-mail n’a été trouvé. Les e-mails sont conservés 30 jours.
console-letter-to = E-mail à { $to }
console-delivery = Remise
console-next-attempt = Prochaine tentative
console-given-up-at = Abandon le
console-finished = Fin
console-last-words = Dernière réponse du serveur de messagerie
console-resend = Essayer maintenant
console-cancel-letter = Le retirer
console-cancel-letter-what = Il n’est pas envoyé, et son contenu est effacé. S’il est en route à cet instant précis, il peut tout de même arriver.
console-dialogue = Échange avec le serveur de messagerie
console-dialogue-how = À la dernière tentative. Les lignes avec une flèche vers la droite sont de nous, celles avec une flèche vers la gauche du serveur de messagerie ; celles avec un signe égal disent ce qui s’est passé.
console-no-dialogue = Rien n’a encore été dit.
notice-console-test-sent = L’e-mail de test attend son envoi. Rechargez cette page pour voir ce qu’il devient.
notice-console-letter-resent = L’envoi est tenté maintenant. Rechargez cette page pour voir ce qu’il devient.
notice-console-letter-cancelled = L’e-mail est retiré.

# Tâches
console-job-account-deletion = Supprimer un compte
console-job-org-deletion = Supprimer une organisation
console-steps = Étapes
console-step-sign-out = Fermer toutes les sessions
console-step-close-org = Fermer l’organisation
console-step-wait-for-second-thoughts = Attendre un éventuel changement d’avis
console-step-erase-history = Effacer l’historique
console-step-erase-account = Effacer le compte
console-step-erase-org = Effacer l’organisation
console-asked-for-by = Demandée par
console-failure-sole-owner = Le compte est conservé : une organisation se retrouverait sans propriétaire.
console-due = Échéance
console-no-jobs = Aucune tâche n’a été trouvée. Les tâches terminées sont conservées 30 jours.

# Audit
console-verify = Vérifier le journal
console-filter = Filtrer
console-no-filter = Tout afficher
console-action = Ce qui a été fait
console-actor-id = Identifiant de qui l’a fait
console-target-id = Identifiant de qui ou quoi est visé
console-org-id = Identifiant de l’organisation
console-no-events = Rien n’a été trouvé.
console-verification = Vérification du journal
console-audit-holds = Chaque événement est tel qu’il a été écrit, là où il a été écrit.
console-audit-broken = Le journal n’est pas tel qu’il a été écrit. Conservez une copie de la base de données avant de faire quoi que ce soit d’autre.
console-chained = Événements examinés
console-erased = Sans leur partie personnelle, effacée
console-waiting = Encore trop récents pour être vérifiés
console-back-to-audit = Retour au journal d’audit

# Clés de signature
console-keys-what = Elles signent les jetons des sessions. Les programmes qui vérifient eux-mêmes les jetons lisent les clés publiées.
console-signs = Signe
console-retired = Retirée
console-rotate = Mettre une nouvelle clé en vigueur
console-rotate-what = Chaque jeton est dès lors signé avec elle. Les jetons signés auparavant restent valables jusqu’à leur expiration : aucune session n’est donc fermée.
notice-console-key-rotated = Une nouvelle clé est en vigueur.

# Réglages et état
console-settings-what = Ce avec quoi ce processus a démarré. Changez-le là où il est défini, puis redémarrez le service.
console-setting = Réglage
console-value = Valeur
console-source = Origine
console-masked = Défini, mais non affiché
console-not-set = Non défini
console-version = Version
console-mail-server = Serveur de messagerie
console-set-up = Défini
console-oldest-letter = Le plus ancien attend depuis le
console-key-in-force = Clé en vigueur

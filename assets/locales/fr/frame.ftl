# Ce que chaque page contient.

skip-to-content = Aller au contenu
nav-account = Votre compte
nav-console = Console des opérateurs
nav-orgs = Organisations
nav-all-orgs = Toutes les organisations
nav-settings = Réglages
nav-sign-out = Se déconnecter
support-login-banner = Vous utilisez le compte de { $name } pour l’aider. Tout ce que vous faites est enregistré, et cette personne peut le voir.
foot-help = Aide
foot-terms = Conditions d’utilisation
foot-privacy = Confidentialité
form-has-faults = Certains champs sont à revoir.
form-optional = facultatif
or = ou
role-owner = Propriétaire
role-admin = Administrateur
role-member = Membre
role-pending = En attente d’approbation
list-more = Afficher la suite
search-button = Rechercher
copy = Copier
copied = Copié
notice-signed-out = Votre session est fermée.
notice-session-over = Votre session a expiré. Reconnectez-vous pour continuer.
notice-sign-in-again = Cela a pris trop de temps. Reconnectez-vous.

failure-title = Cela n’a pas fonctionné
failure-403 = Vous n’avez pas cette autorisation
failure-404 = Il n’y a rien ici
failure-410 = Ce n’est plus valable
failure-429 = Un instant
failure-500 = Un problème est survenu de notre côté
failure-503 = Nous revenons tout de suite
failure-home = Aller à l’accueil

# Se connecter.

sign-in-title = Connexion
sign-in-heading = Se connecter à { $product }
sign-in-login = Adresse e-mail ou nom d’utilisateur
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-forgot = Mot de passe oublié ?
sign-in-no-account = Première visite ?
sign-in-sign-up = Créer un compte
two-factor-title = Confirmez que c’est vous
two-factor-heading = Confirmez que c’est vous
two-factor-intro = Saisissez le code que votre application d’authentification affiche pour { $product }.
two-factor-intro-recovery = Saisissez l’un des codes de secours que vous avez conservés en configurant la double authentification. Chacun ne sert qu’une fois.
two-factor-code = Code
two-factor-recovery-code = Code de secours
two-factor-use-app = Utiliser l’application d’authentification
two-factor-use-recovery = Utiliser un code de secours

# Clés d’accès.

sign-in-passkey = Utiliser une clé d’accès (passkey)
two-factor-passkey = Utiliser une clé d’accès
passkey-failed = Aucune clé d’accès n’a été reçue. Réessayez, ou continuez sans.
passkeys-title = Clés d’accès (passkeys)
passkeys-intro = Connectez-vous avec l’empreinte digitale, le visage ou le code PIN de votre appareil, sans mot de passe ni code.
passkeys-none = Vous n’avez pas encore de clé d’accès.
passkeys-added = Ajoutée le { $at }
passkeys-used = dernière utilisation le { $at }
passkeys-add-heading = Ajouter une clé d’accès
passkeys-password = Votre mot de passe
passkeys-add = Ajouter une clé d’accès
passkeys-add-intro = Donnez-lui un nom qui vous permet de la reconnaître, puis suivez les indications de votre appareil.
passkeys-name = Nom
passkeys-name-hint = Par exemple « Mon téléphone ».
passkeys-continue = Continuer
passkeys-back = Retour aux clés d’accès
passkeys-need-script = Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur.
passkeys-remove = Retirer
passkeys-remove-title = Retirer la clé d’accès
passkeys-remove-heading = Retirer « { $name } » ?
passkeys-remove-intro = Elle ne permettra plus de vous connecter. Votre appareil peut continuer à la proposer tant que vous ne la supprimez pas aussi de celui-ci.
notice-passkey-added = La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.
notice-passkey-removed = La clé d’accès est retirée.
error-passkeys-not-offered = Ce service ne propose pas de clés d’accès : son adresse n’a pas de nom de domaine.

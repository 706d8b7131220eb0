# La boîte de réception intégrée de `gatepost dev`.

inbox-title = Boîte de réception
inbox-what = Les e-mails arrivent ici au lieu d’être envoyés.
inbox-empty-it = Vider la boîte
inbox-only-to = E-mails à { $to }
inbox-all = Afficher tous les e-mails
inbox-letters = E-mails
inbox-as-text = Texte
inbox-as-html = HTML
inbox-nothing = Pas encore d’e-mails. Ils s’affichent ici dès qu’ils arrivent.

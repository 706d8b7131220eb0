# Der eingebaute Posteingang von `gatepost dev`.

inbox-title = Posteingang
inbox-what = E-Mails kommen hier an, statt verschickt zu werden.
inbox-empty-it = Posteingang leeren
inbox-only-to = E-Mails an { $to }
inbox-all = Alle E-Mails anzeigen
inbox-letters = E-Mails
inbox-as-text = Text
inbox-as-html = HTML
inbox-nothing = Noch keine E-Mails. Sie erscheinen hier, sobald sie kommen.

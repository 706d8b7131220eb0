# The built-in inbox of `gatepost dev`.

inbox-title = Caixa de entrada
inbox-what = Os e-mails chegam aqui em vez de serem enviados.
inbox-empty-it = Esvaziar a caixa
inbox-only-to = E-mails para { $to }
inbox-all = Mostrar todos os e-mails
inbox-letters = E-mails
inbox-as-text = Texto
inbox-as-html = HTML
inbox-nothing = Ainda não há e-mails. Eles aparecem aqui à medida que chegam.

# The built-in inbox of `gatepost dev`.

inbox-title = Bandeja de entrada
inbox-what = Los correos llegan aquí en lugar de enviarse.
inbox-empty-it = Vaciar la bandeja
inbox-only-to = Correos para { $to }
inbox-all = Mostrar todos los correos
inbox-letters = Correos
inbox-as-text = Texto
inbox-as-html = HTML
inbox-nothing = Todavía no hay correos. Aparecen aquí a medida que llegan.

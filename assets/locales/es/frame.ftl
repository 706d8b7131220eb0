# What every page has.

skip-to-content = Ir al contenido
nav-account = Su cuenta
nav-console = Consola de operadores
nav-orgs = Organizaciones
nav-all-orgs = Todas las organizaciones
nav-settings = Configuración
nav-sign-out = Cerrar sesión
support-login-banner = Ha iniciado sesión como { $name } para prestarle ayuda. Todo lo que haga queda registrado, y esa persona puede verlo.
foot-help = Ayuda
foot-terms = Términos
foot-privacy = Privacidad
form-has-faults = Hay campos que conviene revisar.
form-optional = opcional
or = o
role-owner = Propietario
role-admin = Administrador
role-member = Miembro
role-pending = Pendiente de aprobación
list-more = Mostrar más
search-button = Buscar
copy = Copiar
copied = Copiado
notice-signed-out = Se ha cerrado la sesión.
notice-session-over = Su sesión ha terminado. Inicie sesión de nuevo para continuar.
notice-sign-in-again = Ha pasado demasiado tiempo. Inicie sesión de nuevo.

failure-title = No ha funcionado
failure-403 = No tiene permiso para hacer esto
failure-404 = Aquí no hay nada
failure-410 = Esto ya no es válido
failure-429 = Un momento
failure-500 = Algo ha fallado por nuestra parte
failure-503 = Volvemos enseguida
failure-home = Ir a la página de inicio

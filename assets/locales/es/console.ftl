# The console of those who run the service.

console-nav = Consola de operadores
console-overview = Resumen
console-people = Personas
console-orgs = Organizaciones
console-domains = Dominios de registro
console-mail = Correo
console-jobs = Trabajos
console-audit = Auditoría
console-keys = Claves de firma
console-settings = Configuración
console-health = Salud del servicio

# What many of its pages say
console-search = Buscar
console-any = Cualquiera
console-name = Nombre
console-username = Nombre de usuario
console-state = Estado
console-created = Creación
console-id = ID
console-time = Fecha
console-never = Nunca
console-not-yet = Todavía no
console-on = Activada
console-off = Desactivada
console-two-factor = Verificación en dos pasos
console-operator = Operador
console-country = País
console-state-active = Activa
console-state-suspended = Suspendida
console-state-pending = Sin activar
console-state-deleting = En eliminación
console-state-queued = En espera
console-state-sent = Enviado
console-state-failed = Fallido
console-state-cancelled = Cancelado
console-state-scheduled = Programado
console-state-running = En curso
console-state-completed = Terminado
console-state-waiting = En espera

# Overview
console-no-mail-server = No hay servidor de correo definido, así que los correos esperan hasta que haya uno. Los ajustes smtp.host y smtp.from dicen adónde van los correos.
console-letters-waiting = Correos en espera
console-letters-failed = Correos abandonados
console-jobs-open = Trabajos abiertos
console-jobs-failed = Trabajos fallidos
console-lately = Últimos { $days } días
console-chart-sign-ups = Cuentas nuevas
console-chart-sign-ins = Inicios de sesión
console-chart-failed-sign-ins = Inicios de sesión fallidos
console-chart-letters = Correos enviados
console-chart-failed-letters = Correos abandonados
console-chart-told = { $what }: { $total } en total, { $most } como máximo en un día
console-chart-most = { $most } como máximo en un día
console-as-table = Todos los días en una tabla
console-day = Día

# People
console-search-people = Buscar a una persona
console-search-people-hint = Por el comienzo de un nombre, una dirección de correo o un nombre de usuario, o por un ID.
console-nobody-found = No se ha encontrado a nadie.
console-last-sign-in = Último inicio de sesión
console-account = Cuenta
console-verified = Confirmada
console-unverified = Sin confirmar
console-support-login = Acceso de soporte
console-allowed = Permitido
console-not-allowed = No permitido
console-is-operator = Gestiona este servicio
console-activated = Activación
console-audit-of-person = Qué se ha hecho con esta cuenta
console-no-orgs-of-person = No pertenece a ninguna organización.
console-sessions = Sesiones
console-unknown-device = Dispositivo desconocido
console-no-sessions = Sin sesiones abiertas.
console-help-and-close = Ayudar y cerrar
console-own-account = Esta es su propia cuenta. Cámbiela en su configuración.
console-told-by-mail = De todo lo que haga aquí se avisa a la persona por correo, con el nombre de usted, y queda registrado.
console-sign-in-as = Iniciar sesión como esta persona
console-sign-in-as-what = Este navegador inicia sesión como esa persona, por poco tiempo y con su permiso. Se le avisa por correo. Para volver, cierre sesión e inicie sesión de nuevo con su propia cuenta.
console-sign-out = Cerrar todas las sesiones
console-sign-out-what = Terminan todas sus sesiones. Sus claves de API siguen funcionando.
console-reset-two-factor = Restablecer la verificación en dos pasos
console-reset-two-factor-what = Para quien ha perdido su aplicación de autenticación y sus códigos de recuperación. Desde entonces basta su contraseña para iniciar sesión, y terminan todas sus sesiones. Asegúrese de que quien lo pide es quien dice ser.
console-set-address = Poner otra dirección de correo
console-set-address-what = Para quien ha perdido su buzón. Terminan todas sus sesiones, los enlaces enviados a la dirección anterior dejan de valer y un correo a la nueva pide confirmarla. Asegúrese de que quien lo pide es quien dice ser: quien lea ese buzón puede elegir una nueva contraseña.
console-new-address = Nueva dirección de correo
console-restore = Volver a abrir la cuenta
console-restore-what = La persona puede iniciar sesión de nuevo, y sus claves de API vuelven a funcionar.
console-suspend = Suspender la cuenta
console-suspend-what = Terminan todas sus sesiones, sus claves de API se rechazan y la persona no puede iniciar sesión. Se conserva todo aquello de lo que forma parte, y usted puede volver a abrir la cuenta.
notice-console-suspended = La cuenta está suspendida.
notice-console-restored = La cuenta vuelve a estar abierta.
notice-console-signed-out = Se han cerrado todas sus sesiones.
notice-console-two-factor-reset = La verificación en dos pasos está desactivada. Basta su contraseña para iniciar sesión.
notice-console-address-set = La dirección está puesta. Un correo enviado allí pide confirmarla.

# Organizations
console-search-orgs = Buscar una organización
console-search-orgs-hint = Por el comienzo de su nombre o por su ID.
console-no-orgs-found = No se ha encontrado ninguna organización.
console-about-org = Datos
console-required = Obligatoria
console-not-required = No obligatoria
console-approval = Aprobación de entradas
console-email-domains = Dominios de correo
console-all-domains = Todos
console-came-through = Registrada a través de
console-audit-of-org = Qué se ha hecho en esta organización
console-members = Miembros

# Sign-up domains
console-domains-what = Puertas con palabras propias, por las que se registra quien llega de fuera.
console-new-domain = Nuevo dominio de registro
console-no-domains = No hay dominios de registro. La gente se registra sin ellos.
console-open = Abierto
console-closed = Cerrado
console-domain-title = Título
console-domain-description = Descripción
console-domain-description-hint = Para qué es.
console-domain-help = Ayuda
console-domain-help-hint = Lo que se lee antes de registrarse.
console-domain-url = Página para sus correos
console-domain-url-hint = Adónde llevan los correos de sus registros. Déjelo vacío para usar las páginas integradas.
console-domain-version = Qué se contrata
console-domain-version-hint = Déjelo vacío para llamarlo como el dominio.
console-domain-version-description = Descripción de lo que se contrata
console-domain-open-at-once = Abrirlo enseguida
console-domain-open-hint = Un dominio cerrado no deja registrarse a nadie. Puede abrirlo más tarde.
console-create = Crear
console-cancel = Cancelar
console-save = Guardar
console-door = Abrir y cerrar
console-domain-id = Su ID, para enlaces y programas:
console-close = Cerrarlo
console-close-what = Ya nadie puede registrarse por él. Los correos enviados siguen valiendo.
console-open-domain = Abrirlo
console-open-what = Cualquiera puede registrarse por él.
console-delete = Eliminarlo
console-delete-what = Desaparece definitivamente. Quien se registró por él, y lo que creó, permanece.
notice-console-domain-created = El dominio de registro está creado.
notice-console-domain-opened = El dominio de registro está abierto.
notice-console-domain-closed = El dominio de registro está cerrado.
notice-console-domain-deleted = El dominio de registro se ha eliminado.
notice-console-saved = Guardado.

# Mail
console-test-letter = Enviar un correo de prueba
console-test-to = Para
console-test-hint = Una dirección cuyo buzón pueda leer. El correo sigue el mismo camino que todos.
console-test-send = Enviarlo
console-recipient = Destinatario
console-letter = Correo
console-attempts = Intentos
console-written = Escrito
console-no-letters = No se ha encontrado ningún correo. Los correos se conservan 30 días.
console-letter-to = Correo para { $to }
console-delivery = Entrega
console-next-attempt = Próximo intento
console-given-up-at = Se abandonará
console-finished = Terminado
console-last-words = Últimas palabras del servidor de correo
console-resend = Intentarlo ahora
console-cancel-letter = Retirarlo
console-cancel-letter-what = No se envía, y se olvida lo que dice. Si está saliendo en este mismo momento, puede que llegue.
console-dialogue = Qué se habló con el servidor de correo
console-dialogue-how = En el último intento. Las líneas con una flecha a la derecha son nuestras, las de flecha a la izquierda son del servidor de correo, y las de un signo igual dicen qué ocurrió.
console-no-dialogue = Todavía no se ha hablado nada.
notice-console-test-sent = El correo de prueba está en cola. Recargue esta página para ver qué pasa con él.
notice-console-letter-resent = Se está intentando ahora. Recargue esta página para ver qué pasa con él.
notice-console-letter-cancelled = El correo se ha retirado.

# Jobs
console-job-account-deletion = Eliminar una cuenta
console-job-org-deletion = Eliminar una organización
console-steps = Pasos
console-step-sign-out = Cerrar todas las sesiones
console-step-close-org = Cerrar la organización
console-step-wait-for-second-thoughts = Esperar un posible cambio de idea
console-step-erase-history = Borrar el historial
console-step-erase-account = Borrar la cuenta
console-step-erase-org = Borrar la organización
console-asked-for-by = Pedido por
console-failure-sole-owner = La cuenta se conserva: una organización se quedaría sin propietario.
console-due = Previsto para el
console-no-jobs = No se ha encontrado ningún trabajo. Los trabajos terminados se conservan 30 días.

# Audit
console-verify = Verificar el registro
console-filter = Filtrar
console-no-filter = Mostrar todo
console-action = Qué se hizo
console-actor-id = ID de quien lo hizo
console-target-id = ID de a quién o a qué se hizo
console-org-id = ID de la organización
console-no-events = No se ha encontrado nada.
console-verification = Verificación del registro
console-audit-holds = Cada evento está tal como se escribió y donde se escribió.
console-audit-broken = El registro no está como se escribió. Guarde una copia de la base de datos antes de hacer otra cosa.
console-chained = Eventos examinados
console-erased = Sin su parte personal, que se borró
console-waiting = Demasiado recientes para saberlo
console-back-to-audit = Volver a la auditoría

# Signing keys
console-keys-what = Firman los tokens de las sesiones. Los programas que comprueban los tokens por sí mismos leen las claves publicadas.
console-signs = En uso
console-retired = Retirada
console-rotate = Poner en vigor una clave nueva
console-rotate-what = Desde entonces, cada token se firma con ella. Los tokens firmados antes siguen valiendo hasta que caducan, así que no se cierra ninguna sesión.
notice-console-key-rotated = Hay una clave nueva en vigor.

# Settings and health
console-settings-what = Con qué se inició este proceso. Cámbielo en su origen y reinicie el servicio.
console-setting = Ajuste
console-value = Valor
console-source = Origen
console-masked = Definido, no se muestra
console-not-set = Sin definir
console-version = Versión
console-mail-server = Servidor de correo
console-set-up = Definido
console-oldest-letter = El más antiguo espera desde
console-key-in-force = Clave en vigor

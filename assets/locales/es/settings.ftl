# What people do with their own account.

settings-nav = Configuración
settings-nav-profile = Perfil
settings-nav-password = Contraseña
settings-nav-email = Correo
settings-nav-two-factor = Verificación en dos pasos
settings-nav-passkeys = Claves de acceso
settings-nav-sessions = Sesiones
settings-nav-logins = Inicios de sesión
settings-nav-api-keys = Claves de API
settings-nav-invitations = Invitaciones
settings-nav-data = Sus datos
settings-closed = Esta página es solo de esa persona
settings-cancel = Cancelar
settings-your-password = Su contraseña
password-forgot = ¿La ha olvidado?
password-reset-link = Restablecerla por correo

device-on-system = { $program } en { $system }
device-unknown = Dispositivo desconocido

profile-first = Nombre
profile-last = Apellidos
profile-username = Nombre de usuario
profile-username-hint = Puede iniciar sesión con él en lugar de la dirección de correo. Al menos 3 caracteres, sin “@”.
profile-language = Idioma
profile-language-browser = El del navegador
profile-language-hint = Para estas páginas y para los correos que le enviamos.
profile-support = Permitir que el equipo de { $product } inicie sesión como yo
profile-support-hint = Márquelo solo mientras alguien le esté ayudando. Esa persona ve lo mismo que usted, pero no puede cambiar sus medios de inicio de sesión. Le avisamos por correo cada vez, y al desmarcarlo se cierra su sesión.
profile-save = Guardar
notice-profile-saved = Su perfil está guardado.

password-title = Contraseña
password-generated = Su contraseña se generó para usted. Elija una propia.
password-current = Contraseña actual
password-new = Nueva contraseña
password-new-hint = Al menos 8 caracteres, y que no sea fácil de adivinar. Unas cuantas palabras sin relación entre sí son una buena opción.
password-what-happens = Se cierran todas sus demás sesiones y le avisamos por correo. Las claves de API siguen funcionando.
password-change = Cambiar la contraseña
notice-password-changed = Su contraseña se ha cambiado. Se han cerrado todas sus demás sesiones.

email-title = Dirección de correo
email-now = Su dirección
email-verified = Confirmada
email-unverified = Sin confirmar
email-added = Suya desde el { $date }.
email-unverified-hint = Todavía no nos consta que lea los correos enviados a esta dirección. Use el enlace del que le enviamos o pida que se envíe de nuevo.
email-send-again = Enviar el correo de nuevo
email-waiting = A la espera de confirmación
email-waiting-intro = Ha pedido cambiar su dirección a { $address }.
email-waiting-old-open = El enlace del correo a { $address } todavía no se ha usado.
email-waiting-old-done = Aceptado con el enlace enviado a { $address }.
email-waiting-new-open = El enlace del correo a { $address } todavía no se ha usado.
email-waiting-new-done = Confirmado con el enlace enviado a { $address }.
email-waiting-until = Ambos enlaces funcionan hasta el { $time }. Para detener el cambio, use el otro enlace del correo a su dirección actual.
email-change = Cambiar su dirección
email-new = Nueva dirección de correo
email-what-happens = Escribimos a ambas direcciones. Su dirección cambia cuando haya usado el enlace de cada uno de los dos correos. Aquí su sesión sigue abierta; las demás se cierran.
email-what-happens-again = Si lo pide de nuevo, los enlaces de los correos anteriores dejan de valer.
email-button = Enviar ambos correos
notice-email-change-asked = Hemos escrito a ambas direcciones. Use el enlace de cada correo.
notice-email-letter-sent = El correo está en camino.

two-factor-settings-title = Verificación en dos pasos
two-factor-on = Activada
two-factor-off = Desactivada
two-factor-on-since = Desde el { $date }, al iniciar sesión se pide un código de su aplicación de autenticación además de la contraseña.
two-factor-codes-left = { $count ->
    [0] No le quedan códigos de recuperación. Cree nuevos ahora, para poder iniciar sesión también sin la aplicación.
    [one] Le queda un código de recuperación. Cree nuevos pronto.
   *[other] Le quedan { $count } códigos de recuperación.
}
two-factor-renew = Crear nuevos códigos
two-factor-renew-intro = Recibe diez nuevos códigos de recuperación. Los que tiene ahora dejan de funcionar.
two-factor-turn-off = Desactivar
two-factor-turn-off-title = Desactivar la verificación en dos pasos
two-factor-turn-off-intro = Bastará su contraseña para iniciar sesión. Se cierran sus demás sesiones, los códigos de recuperación dejan de funcionar y le avisamos por correo. Las organizaciones que exigen la verificación en dos pasos quedan cerradas para usted hasta que la active de nuevo.
two-factor-either-code = Código
two-factor-either-code-hint = El código que muestra su aplicación de autenticación o uno de sus códigos de recuperación.
two-factor-explained = Además de la contraseña, al iniciar sesión se pide un código que genera una aplicación de autenticación en su teléfono. Quien descubra su contraseña no puede iniciar sesión solo con ella.
two-factor-needs-app = Necesita una aplicación de autenticación, como Aegis, 2FAS, Google Authenticator o la de su gestor de contraseñas.
two-factor-begin = Configurarla
two-factor-set-up-title = Configurar la verificación en dos pasos
two-factor-scan = Escanee esto con su aplicación de autenticación
two-factor-qr = Código QR para su aplicación de autenticación
two-factor-open-app = Abrir una aplicación aquí
two-factor-type-key = O escriba esta clave en la aplicación
two-factor-enter-code = Introduzca el código que muestra la aplicación
two-factor-enter-code-hint = Seis cifras. Cambian cada 30 segundos.
two-factor-shown-once = La clave se muestra solo ahora. Si sale de esta página, empiece de nuevo.
two-factor-go-on = Su aplicación ya recibió la clave: introduzca el código que muestra ahora. Si no muestra ninguno para { $product }, empiece de nuevo.
two-factor-start-over = Empezar de nuevo
two-factor-turn-on = Activar
two-factor-turn-on-effect = Se cierran sus demás sesiones y le avisamos por correo.
notice-two-factor-disabled = La verificación en dos pasos está desactivada.

recovery-codes-title = Códigos de recuperación
recovery-codes-on = La verificación en dos pasos está activada.
recovery-codes-renewed = Estos sustituyen a sus códigos de recuperación anteriores.
recovery-codes-keep = Guarde estos códigos en un lugar seguro, aparte de su teléfono. Cada uno sirve para iniciar sesión una vez, en lugar de la aplicación.
recovery-codes-shown-once = Se muestran solo ahora.
recovery-codes-download = Descargar
recovery-codes-done = Los he guardado

sessions-title = Sesiones
sessions-intro = Todos los lugares donde tiene la sesión abierta. Cierre las que no reconozca y cambie después su contraseña.
sessions-current = Esta sesión
sessions-support = Soporte
sessions-started = Iniciada el { $time }
sessions-used = usada por última vez el { $time }
sessions-end = Cerrar
sessions-end-others = Cerrar las demás sesiones
sessions-end-all = Cerrar todas las sesiones
sessions-end-all-hint = También esta: deberá iniciar sesión de nuevo.
notice-session-ended = La sesión se ha cerrado.
notice-other-sessions-ended = Se han cerrado todas sus demás sesiones.
notice-all-sessions-ended = Se han cerrado todas sus sesiones. Inicie sesión de nuevo.

logins-title = Inicios de sesión
logins-intro = Quién ha iniciado sesión en su cuenta, o lo ha intentado, en los últimos 90 días. ¿Alguno no fue usted? Cambie su contraseña y cierre sus sesiones.
logins-kind-password = Contraseña
logins-kind-api-key = Clave de API
logins-kind-support = Acceso de soporte
logins-operator = por { $name }
logins-operator-gone = por un operador cuya cuenta ya no existe
logins-success = Sesión iniciada
logins-reason-wrong-password = Contraseña incorrecta
logins-reason-wrong-code = Código incorrecto
logins-reason-account-suspended = Cuenta suspendida
logins-reason-api-key-expired = Clave de API caducada
logins-reason-ip-not-allowed = Dirección no permitida
logins-none = Todavía nada.

api-keys-title = Claves de API
api-keys-intro = Un programa que tiene una clave actúa como usted, dentro de lo que permita a la clave.
api-keys-new = Nueva clave de API
api-keys-none = No tiene claves de API.
api-keys-all-orgs = Todas sus organizaciones
api-keys-one-org = Una organización
api-keys-expired = Caducada
api-keys-created = Creada el { $date }
api-keys-used = usada por última vez el { $time }
api-keys-unused = nunca usada
api-keys-expires = funciona hasta el { $time }
api-keys-endless = funciona hasta que la revoque
api-keys-only-from = Solo desde { $networks }
api-keys-may = Qué puede hacer
api-keys-revoke = Revocar
api-keys-revoke-effect = Desde ahora se rechaza a los programas que usen esta clave. No se puede deshacer.
notice-api-key-revoked = La clave de API se ha revocado.
api-key-name = Nombre
api-key-name-hint = Para qué es, de modo que la reconozca: “Exportación nocturna”.
api-key-org = Para
api-key-org-hint = Una clave para una organización no alcanza ninguna otra y no puede hacer nada con su cuenta.
api-key-scopes = Qué puede hacer
api-key-scopes-hint = Y nunca más de lo que su propio rol permita en ese momento.
api-key-scopes-account = Con su cuenta
api-key-scopes-account-hint = Solo para una clave de todas sus organizaciones.
api-key-scopes-org = En organizaciones
api-key-expires = Funciona hasta
api-key-expires-hint = El final de ese día, UTC. Vacío: hasta que la revoque.
api-key-networks = Solo desde estas direcciones
api-key-networks-hint = Una por línea: una dirección como 192.0.2.7 o una red como 2001:db8::/32. Vacío: desde cualquier lugar.
api-key-make = Crear la clave
api-key-made-title = Su nueva clave de API
api-key-made-intro = { $name } está lista. Copie la clave ahora: no se vuelve a mostrar. Le hemos avisado por correo de que se ha creado.
api-key-made-done = La he copiado

scope-account-read = Ver su cuenta, sus organizaciones y las invitaciones que recibe
scope-account-update = Cambiar su nombre y su idioma
scope-orgs-create = Crear organizaciones
scope-org-read = Ver la organización
scope-org-update = Cambiar su nombre y su configuración
scope-members-read = Ver sus miembros
scope-members-manage = Cambiar roles y quitar miembros
scope-invitations-manage = Invitar a personas y retirar invitaciones
scope-invitations-propose = Invitar a personas que después aprueba un administrador
scope-audit-read = Ver su registro de auditoría

my-invitations-title = Invitaciones
my-invitations-intro = Organizaciones que le han invitado.
my-invitations-none = No tiene invitaciones en este momento.
my-invitations-unverified = Las invitaciones se muestran cuando su dirección de correo esté confirmada.
my-invitations-unverified-link = Confirmar su dirección de correo
my-invitations-from = { $inviter } le invita. Rol: { $role }.
my-invitations-until = Válida hasta el { $date }.
my-invitations-accept = Aceptar
my-invitations-decline = Rechazar
notice-my-invitation-accepted = Ya forma parte de la organización.
notice-my-invitation-declined = La invitación se ha rechazado.

data-title = Sus datos
data-export = Llevarse sus datos
data-export-intro = Un archivo con todo lo que { $product } guarda sobre usted: perfil, sesiones, inicios de sesión, organizaciones, claves y lo que ha hecho. Contiene una página para leer y JSON para programas, sin contraseñas ni otros secretos.
data-export-button = Descargar
data-delete = Eliminar su cuenta
data-delete-intro = Su cuenta se cierra enseguida y se borra definitivamente unos días después.
data-delete-link = Eliminar mi cuenta
delete-title = Eliminar su cuenta
delete-now = Enseguida: se cierran todas sus sesiones, sus claves de API se rechazan y las invitaciones que haya hecho dejan de valer.
delete-later = { $days ->
    [one] Durante un día puede cambiar de idea: inicie sesión de nuevo y conservará su cuenta.
   *[other] Durante { $days } días puede cambiar de idea: inicie sesión de nuevo y conservará su cuenta.
}
delete-then = Después se borra definitivamente todo lo personal. Sus organizaciones siguen con los demás miembros.
delete-sole-owner = Es la única persona propietaria de estas organizaciones. Primero haga propietaria a otra persona en cada una, o elimínela:
delete-button = Eliminar mi cuenta
deleted-title = Su cuenta está cerrada
deleted-until = Se borrará después del { $time }. Le hemos avisado por correo.
deleted-undo = ¿Ha cambiado de idea? Inicie sesión antes y conservará su cuenta.

# Why something was refused: `error-<code>` for all of it, `field-<code>` for one field.

# Who asks
error-not-signed-in = Primero inicie sesión.
error-session-expired = Su sesión ha terminado. Inicie sesión de nuevo.
error-session-required = Primero inicie sesión. Esto no se puede hacer con una clave de API.
error-wrong-credentials = El correo, el nombre de usuario o la contraseña no son correctos.
error-wrong-passkey = Esta clave de acceso no se puede usar aquí. Inténtelo de nuevo o inicie sesión con su contraseña.
error-passkey-not-found = No tiene esa clave de acceso.
error-too-many-passkeys = Ya tiene el máximo de claves de acceso. Elimine una primero.
error-wrong-code = El código no es correcto o ya se ha usado. Espere al siguiente.
error-api-key-expired = Esta clave de API ha caducado. Cree otra.
error-two-factor-required = Introduzca un código de su aplicación de autenticación para iniciar sesión.
error-two-factor-elsewhere = Esta cuenta tiene activada la verificación en dos pasos. Inicie sesión en la página del propio servicio.
error-not-activated = Esta cuenta todavía no está abierta. Use el enlace del correo que le enviamos o pida otro.
error-account-suspended = Esta cuenta está suspendida. Consulte a quien gestiona este servicio.
error-email-not-verified = Primero confirme su dirección de correo: use el enlace del correo que le enviamos.
error-wrong-password = La contraseña no es correcta.
error-password-required = Introduzca su contraseña para confirmarlo.
error-wrong-account = Esto es para otra cuenta. Inicie sesión con la dirección de correo a la que se envió.

# What they may
error-scope-missing = Esta clave de API no tiene permiso para hacer eso.
error-ip-not-allowed = Esta clave de API no se puede usar desde aquí.
error-role-too-low = Su rol en esta organización no lo permite.
error-role-above-own = No puede dar, cambiar ni quitar un rol superior al suyo.
error-two-factor-set-up-required = Esta organización exige a sus miembros la verificación en dos pasos. Actívela primero en su configuración.
error-email-domain-not-allowed = Esta organización solo admite algunas direcciones de correo, y la suya no está entre ellas.
error-operator-required = Esto es para los operadores de este servicio.
error-own-account = No puede hacer esto con su propia cuenta. Pídalo a otro operador.
error-support-login = Ha iniciado sesión para ayudar a otra persona. Lo que es solo suyo no está a su alcance.
error-support-login-not-allowed = Esta persona no permite accesos de soporte o es operador.
error-sign-up-closed = El registro está cerrado. Pida una invitación a un miembro.

# What is not there
error-org-not-found = Esta organización no existe o usted no pertenece a ella.
error-member-not-found = No existe ese miembro en esta organización.
error-invitation-not-found = Esta invitación no existe.
error-transfer-not-found = Este traspaso de propiedad no existe.
error-session-not-found = Esta sesión no es suya o ya ha terminado.
error-api-key-not-found = No tiene ninguna clave de API así.
error-job-not-found = Aquí no hay nada que usted haya pedido.
error-token-unknown = No reconocemos este enlace. Compruebe que esté copiado entero o ábralo directamente desde el correo.
error-user-not-found = Esta persona no existe.
error-sign-up-domain-not-found = Este dominio de registro no existe.
error-letter-not-found = Este correo no existe o ya no se conserva.
error-path-not-found = No hay ninguna página en esta dirección. Compruebe que esté copiada entera.

# What stands in the way
error-username-taken = Este nombre de usuario ya está en uso. Elija otro.
error-email-address-taken = Otra cuenta tiene esta dirección de correo.
error-account-exists = Ya hay una cuenta con esta dirección de correo. Inicie sesión con ella.
error-already-member = Esta persona ya es miembro de la organización.
error-last-owner = Es el último propietario de la organización. Primero haga propietaria a otra persona.
error-sole-owner = Es la única persona propietaria de una organización. Primero haga propietaria a otra persona, o elimine la organización.
error-two-factor-on = La verificación en dos pasos ya está activada. Primero desactívela.
error-two-factor-off = La verificación en dos pasos no está activada.
error-two-factor-not-set-up = Primero configure la verificación en dos pasos.
error-invitation-not-pending = Esta invitación ya no está abierta.
error-too-many-api-keys = Ya tiene el máximo de claves de API. Primero revoque una.
error-org-name-taken = Otra organización tiene este nombre. Elija otro.
error-member-not-eligible = Este miembro espera aprobación, está suspendido o aún no ha confirmado su dirección de correo.
error-changed-meanwhile = Entretanto, otra persona ha cambiado esto. Revíselo de nuevo y haga después su cambio.
error-idempotency-conflict = Esto ya se envió antes con otros valores. Abra la página de nuevo.
error-transfer-not-open = Este traspaso de propiedad ya no está abierto.
error-transfer-void = Las cosas han cambiado desde que se pidió: quien lo pidió ya no es propietario, o usted no pertenece a la organización.
error-user-not-active = Esta cuenta está pendiente de activarse o de eliminarse.
error-last-operator = Es el último operador. Primero nombre a otra persona.
error-job-not-scheduled = Es demasiado tarde para anularlo, o alguien ya lo ha hecho.
error-letter-not-queued = Este correo ya no está en espera: se envió, se abandonó o se retiró.

# What is over
error-token-spent = Este enlace ya se usó, o uno más reciente lo ha sustituido.
error-token-expired = Este enlace ha caducado.
error-invitation-revoked = La organización ha retirado esta invitación.
error-invitation-declined = Esta invitación se rechazó.
error-transfer-declined = Este traspaso de propiedad se rechazó.
error-transfer-cancelled = Un propietario ha retirado este traspaso de propiedad.
error-org-gone = La organización ya no existe.

# What can’t be read, and faults of ours
error-invalid-values = Algo de lo introducido no se puede usar.
error-malformed-json = No se puede leer lo que se ha enviado.
error-unsupported-media-type = No se puede leer lo que se ha enviado. Use el formulario de la página.
error-body-too-large = Es más de lo que se puede enviar de una vez.
error-body-too-slow = Ha tardado demasiado en llegar. Inténtelo de nuevo.
error-method-not-allowed = Esta página no se puede usar así. Vuelva atrás y ábrala de nuevo.
error-bad-request = No se entiende la petición.
error-foreign-form = Este formulario es demasiado antiguo, o ha iniciado o cerrado sesión desde entonces. Abra su página de nuevo y vuelva a enviarlo.
error-refused = La petición se ha rechazado.
error-rate-limited = { $seconds ->
    [one] Demasiados intentos. Vuelva a intentarlo dentro de un segundo.
   *[other] Demasiados intentos. Vuelva a intentarlo dentro de { $seconds } segundos.
}
error-unavailable = El servicio está ocupado o arrancando. Inténtelo de nuevo en un momento.
error-internal = Algo ha fallado por nuestra parte. No es culpa suya; inténtelo más tarde.

# One field
field-required = Este dato es necesario.
field-empty = No puede quedar vacío.
field-too-short = Es demasiado corto.
field-too-long = Es demasiado largo.
field-too-many = Son demasiados.
field-wrong-type = No se puede leer.
field-out-of-range = Está fuera de los límites.
field-unknown-value = No es ninguno de los valores ofrecidos.
field-unknown-field = Esto no se conoce aquí.
field-duplicate-field = Se ha enviado más de una vez.
field-forbidden-character = Quite los saltos de línea y los caracteres invisibles.
field-contains-link = Un nombre no puede contener una dirección web.
field-email-address-malformed = No es una dirección de correo. Debe ser como june@example.com.
field-email-address-not-ascii = Use una dirección solo con letras sin acentos, cifras y signos, y escriba el dominio en su forma ASCII.
field-email-domain-malformed = No es un dominio de correo. Debe ser como example.com.
field-email-domain-not-allowed = Solo se admiten direcciones de correo de algunas organizaciones, y esta no es de ninguna de ellas.
field-email-address-repeated = Esta dirección está más de una vez.
field-email-unchanged = Ya es la dirección actual.
field-email-and-username = Indique la dirección de correo o el nombre de usuario, no ambos.
field-username-contains-at = Un nombre de usuario no puede contener @.
field-password-too-short = Use al menos 8 caracteres.
field-password-too-long = Esta contraseña es demasiado larga.
field-password-too-weak = Esta contraseña es fácil de adivinar. Use varias palabras sin relación entre sí, y no su nombre ni su dirección.
field-password-without-kinds = Use minúsculas, mayúsculas, una cifra y otro signo.
field-password-is-username = La contraseña y el nombre de usuario no pueden ser iguales.
field-country-unknown = Elija un país de la lista.
field-locale-malformed = Elija un idioma de la lista.
field-url-malformed = No es una dirección web. Empieza por https://.
field-ip-network-malformed = No es una dirección ni una red. Debe ser como 192.0.2.7 o 192.0.2.0/24.
field-id-malformed = No se puede leer. Elija de nuevo.
field-time-malformed = No es una fecha ni una hora.
field-in-the-past = Indique un momento futuro.
field-cursor-unknown = Esta parte de la lista ya no existe. Empiece desde el principio.
field-role-unknown = Elija un rol de la lista.
field-scope-unknown = Elija de la lista.
field-scope-not-of-org = Una clave para una organización no puede tener esto.
field-code-and-recovery-code = Indique el código o un código de recuperación, no ambos.
field-two-needed = Hacen falta dos códigos de recuperación.
field-transfer-to-self = Usted ya tiene el rol de propietario. Elija a otro miembro.
field-org-with-invitation = Una invitación lleva a su propia organización. Cree otra más tarde.
field-sign-up-domain-closed = Este registro está cerrado.
field-idempotency-key-invalid = No se puede leer.

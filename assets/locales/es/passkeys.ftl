# Passkeys.

sign-in-passkey = Iniciar sesión con una clave de acceso
two-factor-passkey = Usar una clave de acceso
passkey-failed = No se ha recibido ninguna clave de acceso. Inténtelo de nuevo o continúe sin ella.
passkeys-title = Claves de acceso
passkeys-intro = Inicie sesión con la huella, el rostro o el PIN de su dispositivo, sin contraseña ni código.
passkeys-none = Todavía no tiene claves de acceso.
passkeys-added = Añadida el { $at }
passkeys-used = usada por última vez el { $at }
passkeys-add-heading = Añadir una clave de acceso
passkeys-password = Su contraseña
passkeys-add = Añadir una clave de acceso
passkeys-add-intro = Póngale un nombre que le permita reconocerla y siga las indicaciones de su dispositivo.
passkeys-name = Nombre
passkeys-name-hint = Por ejemplo, “Mi teléfono”.
passkeys-continue = Continuar
passkeys-back = Volver a las claves de acceso
passkeys-need-script = Las claves de acceso necesitan JavaScript, que está desactivado en este navegador.
passkeys-remove = Quitar
passkeys-remove-title = Quitar la clave de acceso
passkeys-remove-heading = ¿Quitar “{ $name }”?
passkeys-remove-intro = Ya no servirá para iniciar sesión. Puede que su dispositivo la siga ofreciendo hasta que la elimine también allí.
notice-passkey-added = Se ha añadido la clave de acceso. Desde ahora puede iniciar sesión con ella.
notice-passkey-removed = Se ha quitado la clave de acceso.
error-passkeys-not-offered = Este servicio no ofrece claves de acceso: su dirección no tiene nombre de dominio.

# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = Hola, { $person }:
letter-hello-stranger = Hola:
letter-action = { $label }:
letter-button-fails = Si el botón no funciona, abra esta dirección:
letter-footer = { $product } ha enviado este mensaje automáticamente. Nunca le pediremos su contraseña por correo.
letter-link-once = El enlace funciona una sola vez, hasta el { $expires }.
letter-when = Fecha: { $at }
letter-device = Dispositivo: { $device }
letter-ip = Dirección IP: { $ip }
letter-sign-in = Iniciar sesión
letter-was-you = ¿Ha sido usted? Entonces no hay nada que hacer.
letter-not-you = ¿No ha sido usted?
letter-not-me = No he sido yo
letter-unanswered = Entonces ignore este mensaje: nada cambia, y nadie más tiene este enlace.
letter-as-it-was = Entonces no tiene que hacer nada: su cuenta está como estaba.
letter-shut-out = Entonces avísenos: se cierran las sesiones en todos los dispositivos, se revocan todas las claves de API, se eliminan las claves de acceso, la contraseña deja de valer y recibe un correo para elegir otra.

# To somebody who signed up.
letter-activation-subject = Active su cuenta de { $product }
letter-activation-subject-org = Active su cuenta en { $org }
letter-activation-text = Alguien, muy probablemente usted, se ha registrado en { $product } con esta dirección de correo. Falta un paso.
letter-activation-text-org = Alguien, muy probablemente usted, se ha registrado en { $product } con esta dirección de correo, para { $org }. Falta un paso.
letter-activation-action = Activar mi cuenta
letter-activation-username = Nombre de usuario: { $username }
letter-activation-password = Contraseña: { $password }
letter-activation-made = Lo hemos creado para usted y solo lo decimos aquí. Guárdelo, o elija el suyo cuando haya iniciado sesión.
letter-activation-not-you = Entonces no active la cuenta y avísenos.

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = Ya tiene una cuenta de { $product }
letter-account-exists-text = Alguien, muy probablemente usted, ha intentado registrarse en { $product } con esta dirección de correo. Ya tiene una cuenta, así que no se ha creado otra.

# To an invited person.
letter-organization-invitation-subject = { $inviter } le invita a { $org }
letter-organization-invitation-text-owner = { $inviter } le invita a unirse a { $org } en { $product } con el rol de propietario.
letter-organization-invitation-text-admin = { $inviter } le invita a unirse a { $org } en { $product } con el rol de administrador.
letter-organization-invitation-text-member = { $inviter } le invita a unirse a { $org } en { $product } como miembro.
letter-organization-invitation-text-pending = { $inviter } le invita a unirse a { $org } en { $product }. Después, una persona que gestiona la organización deberá aprobar su entrada.
letter-organization-invitation-writes = { $inviter } escribe:
letter-organization-invitation-action = Ver la invitación
letter-organization-invitation-open = Allí puede aceptar o rechazar. La invitación está abierta hasta el { $expires }.
letter-organization-invitation-unknown = ¿No conoce a { $inviter } o { $org }?
letter-organization-invitation-unanswered = Entonces ignore este mensaje: nadie pasa a ser miembro sin aceptar.

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } espera entrar en { $org }
letter-member-awaits-approval-text-owner = { $newcomer } ({ $email }) ha aceptado una invitación a { $org } en { $product } con el rol de propietario. { $org } aprueba cada entrada; hasta entonces, esa persona no puede hacer nada allí.
letter-member-awaits-approval-text-admin = { $newcomer } ({ $email }) ha aceptado una invitación a { $org } en { $product } con el rol de administrador. { $org } aprueba cada entrada; hasta entonces, esa persona no puede hacer nada allí.
letter-member-awaits-approval-text-member = { $newcomer } ({ $email }) ha aceptado una invitación a { $org } en { $product } como miembro. { $org } aprueba cada entrada; hasta entonces, esa persona no puede hacer nada allí.
letter-member-awaits-approval-text-pending = { $newcomer } ({ $email }) ha aceptado una invitación a { $org } en { $product }. { $org } aprueba cada entrada; hasta entonces, esa persona no puede hacer nada allí.
letter-member-awaits-approval-decide = Inicie sesión para aprobar o quitar a esta persona. Puede hacerlo cualquier propietario o administrador.
letter-member-awaits-approval-unknown = ¿No conoce a { $newcomer }?
letter-member-awaits-approval-ask = Entonces no apruebe su entrada y pregunte a quien envió la invitación.

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } ha aprobado su entrada
letter-membership-approved-text-owner = { $org } ha aprobado su entrada en { $product }. Desde ahora tiene allí el rol de propietario.
letter-membership-approved-text-admin = { $org } ha aprobado su entrada en { $product }. Desde ahora tiene allí el rol de administrador.
letter-membership-approved-text-member = { $org } ha aprobado su entrada en { $product }. Desde ahora es miembro.
letter-membership-approved-unwanted = ¿No quiere pertenecer a { $org }?
letter-membership-approved-leave = Inicie sesión y abandone la organización.

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } le pide que se haga cargo de { $org }
letter-ownership-transfer-text = { $owner } le pide que ocupe su lugar como propietario de { $org } en { $product }. Un propietario responde de la organización: de sus miembros, su configuración y su final. Si acepta, { $owner } pasa a ser administrador.
letter-ownership-transfer-action = Ver la petición
letter-ownership-transfer-decide = Allí puede iniciar sesión para aceptar, o rechazar. Puede decidirlo hasta el { $expires }.
letter-ownership-transfer-unexpected = ¿No lo esperaba?
letter-ownership-transfer-unanswered = Entonces ignore este mensaje: nada cambia si no acepta.

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } quiere ceder { $org }
letter-ownership-notice-subject-accepted = { $successor } se ha hecho cargo de { $org }
letter-ownership-notice-subject-declined = { $successor } no se hace cargo de { $org }
letter-ownership-notice-text-asked = { $owner } ha pedido a { $successor } que ocupe su lugar como propietario de { $org } en { $product }. Todavía no ha cambiado nada. Si no debe ser así, cualquier propietario puede iniciar sesión y retirar la petición.
letter-ownership-notice-text-accepted = { $successor } ha ocupado el lugar de { $owner } como propietario de { $org } en { $product }. Desde ahora { $owner } es administrador.
letter-ownership-notice-text-declined = { $successor } no ha querido ser propietario de { $org } en { $product }. { $owner } lo sigue siendo y puede pedírselo a otra persona.

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = Revise las organizaciones de su cuenta de { $product }
letter-orgs-to-review-text = Acaba de demostrar que esta dirección de correo es suya. Antes, alguien usó su cuenta de { $product } sin esa prueba. Por seguridad, la contraseña, las sesiones y las claves de ese tiempo ya no valen.
letter-orgs-to-review-orgs = { $count ->
    [one] Esta organización se creó en ese tiempo, o la cuenta se unió a ella, y sigue en su cuenta:
   *[other] Estas organizaciones se crearon en ese tiempo, o la cuenta se unió a ellas, y siguen en su cuenta:
}
letter-orgs-to-review-leave = { $count ->
    [one] Inicie sesión y abandónela si no quiere pertenecer a ella.
   *[other] Inicie sesión y abandone aquellas a las que no quiera pertenecer.
}
letter-orgs-to-review-all-you = ¿Ha sido todo cosa suya?
letter-orgs-to-review-nothing-left = Entonces no queda nada por hacer.

# To a person who forgot their password.
letter-password-reset-subject = Elija otra contraseña para { $product }
letter-password-reset-text = Alguien, muy probablemente usted, ha olvidado la contraseña de su cuenta de { $product }.
letter-password-reset-action = Elegir otra contraseña
letter-password-reset-effect = Al usarlo, se cierran sus sesiones en todos los dispositivos y se revocan todas sus claves de API.

# To the address of a person who wants another one.
letter-email-change-requested-subject = ¿Debe cambiar la dirección de correo de su cuenta de { $product }?
letter-email-change-requested-text = Alguien, muy probablemente usted, quiere que { $new_address } sea la dirección de correo de su cuenta de { $product }, en lugar de esta.
letter-email-change-requested-accept = Aceptar el cambio
letter-email-change-requested-effect-both = Tiene efecto cuando se confirme también la nueva dirección. Si no lo acepta, nada cambia.
letter-email-change-requested-effect-old = Tiene efecto enseguida, y la nueva dirección recibe un correo para confirmarla. Si no lo acepta, nada cambia.
letter-email-change-requested-effect-new = Tiene efecto cuando se confirme la nueva dirección con el correo que hemos enviado allí.
letter-email-change-requested-not-you = Entonces alguien conoce su contraseña. Rechace el cambio: se cierran las sesiones en todos los dispositivos, se revocan todas las claves de API, se eliminan las claves de acceso, la contraseña deja de valer y recibe un correo para elegir otra.
letter-email-change-requested-deny = Rechazar el cambio
letter-email-change-requested-until = Puede hacerlo hasta el { $expires }.

# To the address that they want.
letter-email-change-confirm-subject = Confirme esta dirección para su cuenta de { $product }
letter-email-change-confirm-text = Alguien, muy probablemente usted, quiere que esta dirección sea la de su cuenta de { $product }.
letter-email-change-confirm-action = Confirmar esta dirección
letter-email-change-confirm-effect = El cambio tiene efecto cuando se acepte también en la dirección anterior.

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = Esta dirección ya es de una cuenta de { $product }
letter-email-change-taken-text = Alguien, muy probablemente usted, quiere que esta dirección sea la de otra cuenta de { $product }. Ya es la dirección de su cuenta, y solo puede ser de una, así que no se ha cambiado nada.
letter-email-change-taken-other = ¿La quiere para la otra cuenta? Entonces dé primero otra dirección a esta cuenta y vuelva a intentarlo.

# To the address that was a person’s until just now.
letter-email-changed-subject = Ha cambiado la dirección de correo de su cuenta de { $product }
letter-email-changed-text = Su cuenta de { $product } tiene ahora otra dirección de correo. Esta ya no le pertenece.
letter-email-changed-not-you = Entonces avísenos hasta el { $expires }: se restablece esta dirección, se cierran las sesiones en todos los dispositivos, se revocan todas las claves de API, se eliminan las claves de acceso, la contraseña deja de valer y recibe un correo para elegir otra.

# To the address that a change is taken back from.
letter-email-change-undone-subject = Se ha restablecido la dirección anterior de su cuenta de { $product }
letter-email-change-undone-text = Quien lee la dirección anterior de su cuenta de { $product } ha dicho que no la cambió. Por eso la cuenta vuelve a tener aquella dirección, y esta ya no le pertenece. Se han cerrado las sesiones en todos los dispositivos, se han revocado todas las claves de API y la contraseña ya no vale.
letter-email-change-undone-former = ¿Lee también la dirección anterior? Entonces le espera allí un correo para elegir otra contraseña.
letter-email-change-undone-unread = ¿Ya no la lee?
letter-email-change-undone-help = Entonces pida ayuda al equipo de { $product }.

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = Nuevo inicio de sesión en su cuenta de { $product }
letter-security-notice-subject-password-changed = Se ha cambiado su contraseña de { $product }
letter-security-notice-subject-password-reset = Se ha restablecido su contraseña de { $product }
letter-security-notice-subject-two-factor-enabled = La verificación en dos pasos está activada en { $product }
letter-security-notice-subject-two-factor-disabled = La verificación en dos pasos está desactivada en { $product }
letter-security-notice-subject-passkey-added = Se ha añadido una clave de acceso a su cuenta de { $product }
letter-security-notice-subject-passkey-removed = Se ha eliminado una clave de acceso de su cuenta de { $product }
letter-security-notice-subject-recovery-code-used = Se ha usado un código de recuperación de { $product }
letter-security-notice-subject-two-factor-recovered = Ha cambiado la aplicación de autenticación de su cuenta de { $product }
letter-security-notice-subject-api-key-created = Se ha creado una clave de API para su cuenta de { $product }
letter-security-notice-subject-deletion-cancelled = Su cuenta de { $product } se conserva
letter-security-notice-text-new-sign-in = Alguien ha iniciado sesión en su cuenta de { $product } desde un dispositivo o lugar que no habíamos visto antes.
letter-security-notice-text-password-changed = Se ha cambiado la contraseña de su cuenta de { $product }. Se han cerrado las sesiones en los demás dispositivos. Sus claves de API siguen funcionando: revoque las que no conozca.
letter-security-notice-text-password-reset = Se ha restablecido la contraseña de su cuenta de { $product } con un enlace que le enviamos. Se han cerrado las sesiones en todos los dispositivos se han revocado todas sus claves de API y se han eliminado sus claves de acceso.
letter-security-notice-text-two-factor-enabled = Desde ahora, para iniciar sesión en su cuenta de { $product } se pide un código de su aplicación de autenticación.
letter-security-notice-text-two-factor-disabled = Para iniciar sesión en su cuenta de { $product } ya no se pide un código de su aplicación de autenticación.
letter-security-notice-text-passkey-added = Se ha añadido una clave de acceso (passkey) a su cuenta de { $product }. Quien tenga el dispositivo puede iniciar sesión sin su contraseña.
letter-security-notice-text-passkey-removed = Se ha eliminado una clave de acceso (passkey) de su cuenta de { $product }. Ya no permite iniciar sesión a nadie.
letter-security-notice-text-recovery-code-used = Se ha usado un código de recuperación en lugar de un código de su aplicación de autenticación. Ya no vale.
letter-security-notice-text-two-factor-recovered = Con la contraseña y códigos de recuperación de su cuenta de { $product }, otra aplicación de autenticación ha sustituido a la anterior. Se han cerrado las sesiones en todos los dispositivos, y los códigos de recuperación anteriores ya no valen.
letter-security-notice-text-api-key-created = Se ha creado una clave de API para su cuenta de { $product }. Quien la tenga puede actuar en su nombre, dentro de sus permisos, hasta que caduque o usted la revoque.
letter-security-notice-text-deletion-cancelled = Alguien ha iniciado sesión en su cuenta de { $product }, así que se conserva: su eliminación queda anulada.

# To a person whose account is to be deleted.
letter-account-deletion-subject = Su cuenta de { $product } se va a eliminar
letter-account-deletion-text = Alguien, muy probablemente usted, nos ha pedido que eliminemos su cuenta de { $product }. Se han cerrado las sesiones en todos los dispositivos. El { $due } se borrará definitivamente todo lo que guardamos sobre usted.
letter-account-deletion-second-thoughts = ¿Ha cambiado de idea? Inicie sesión antes de ese día y la cuenta se conserva.
letter-account-deletion-action = Conservar mi cuenta
letter-account-deletion-not-you = Entonces avísenos: la cuenta se conserva, la contraseña deja de valer y recibe un correo para elegir otra.

# To a person whose account stays after all.
letter-account-not-deleted-subject = No se ha podido eliminar su cuenta de { $product }
letter-account-not-deleted-text = { $count ->
    [one] Nos pidió que elimináramos su cuenta de { $product }. No se ha borrado nada y la cuenta se conserva: esta organización se quedaría sin propietario.
   *[other] Nos pidió que elimináramos su cuenta de { $product }. No se ha borrado nada y la cuenta se conserva: estas organizaciones se quedarían sin propietario.
}
letter-account-not-deleted-then = { $count ->
    [one] Inicie sesión, haga propietaria a otra persona o elimine la organización, y vuelva a pedirlo.
   *[other] Inicie sesión, haga propietaria a otra persona o elimine las organizaciones, y vuelva a pedirlo.
}

# The last letter to somebody.
letter-account-deleted-subject = Su cuenta de { $product } se ha eliminado
letter-account-deleted-text = Como pidió, su cuenta de { $product } se ha eliminado y se ha borrado todo lo que guardábamos sobre usted. Este es nuestro último mensaje, y no guardamos copia de él.

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = Su cuenta de { $product } está suspendida
letter-operator-notice-subject-restored = Su cuenta de { $product } vuelve a estar abierta
letter-operator-notice-subject-signed-out = Se ha cerrado su sesión en { $product }
letter-operator-notice-subject-two-factor-reset = Se ha desactivado la verificación en dos pasos en { $product }
letter-operator-notice-subject-address-set = Su cuenta de { $product } tiene otra dirección de correo
letter-operator-notice-subject-support-login = El equipo de { $product } ha entrado en su cuenta
letter-operator-notice-subject-granted = Ahora forma parte del equipo de { $product }
letter-operator-notice-subject-removed = Ya no forma parte del equipo de { $product }
letter-operator-notice-text-suspended = El equipo de { $product } ha suspendido su cuenta. Se han cerrado sus sesiones en todos los dispositivos y no podrá iniciar sesión hasta que se vuelva a abrir; sus claves de API se rechazan.
letter-operator-notice-text-restored = El equipo de { $product } ha vuelto a abrir su cuenta. Inicie sesión como antes.
letter-operator-notice-text-signed-out = El equipo de { $product } ha cerrado sus sesiones en todos los dispositivos.
letter-operator-notice-text-two-factor-reset = El equipo de { $product } ha desactivado la verificación en dos pasos de su cuenta, porque se le dijo que el segundo factor se había perdido. Se han cerrado sus sesiones en todos los dispositivos. Inicie sesión con su contraseña y vuelva a configurar la verificación en dos pasos.
letter-operator-notice-text-address-set = El equipo de { $product } ha dado otra dirección de correo a su cuenta, porque se le dijo que este buzón se había perdido. Se han cerrado las sesiones en todos los dispositivos, y los enlaces enviados aquí ya no valen. Desde ahora, inicie sesión con la otra dirección.
letter-operator-notice-text-support-login = El equipo de { $product } ha entrado en su cuenta para ayudarle, como su cuenta permite. No puede cambiar sus medios de inicio de sesión. Para terminarlo ahora, inicie sesión y retire ese permiso en su cuenta.
letter-operator-notice-text-granted = Desde la línea de comandos de { $product } se le ha incorporado al equipo: desde ahora puede consultar y suspender cuentas, y ayudar a sus titulares. Inicie sesión como antes.
letter-operator-notice-text-removed = Desde la línea de comandos de { $product } se le ha retirado del equipo. Su cuenta queda como está. Inicie sesión como antes.
letter-operator-notice-until = Esa sesión termina por sí sola el { $until }.
letter-operator-notice-operator = Realizado por: { $operator }
letter-operator-notice-not-asked = ¿No lo ha pedido usted?
letter-operator-notice-unexpected = ¿No es lo que esperaba? Póngase en contacto con el equipo de { $product }.

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } se va a eliminar
letter-org-deletion-text = { $owner } nos ha pedido que eliminemos { $org } en { $product }. La organización está cerrada: ya nadie puede actuar en ella ni unirse a ella. El { $due }, ella y todo lo que contiene se borrarán definitivamente. Sus miembros conservan sus cuentas.
letter-org-deletion-second-thoughts = ¿Un cambio de idea? Cualquier propietario puede anular la eliminación antes de ese día, y todo queda como estaba.
letter-org-deletion-action = Conservar la organización
letter-org-deletion-not-you = Entonces avísenos: la organización se conserva, la contraseña de su cuenta deja de valer y recibe un correo para elegir otra.

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } se conserva
letter-org-deletion-notice-subject-done = { $org } se ha eliminado
letter-org-deletion-notice-text-cancelled = { $org } no se elimina de { $product }: la eliminación se ha anulado. Todo está como antes.
letter-org-deletion-notice-text-done = { $org } se ha eliminado de { $product }, como pidió uno de sus propietarios. Todo lo que contenía se ha borrado definitivamente. Su cuenta se conserva.

# To whoever an operator names.
letter-test-subject = Correo de prueba de { $product }
letter-test-text = { $operator }, del equipo de { $product }, ha enviado este correo para ver si los correos llegan. Este ha llegado, y no hay nada que hacer.

# To a person whose spent session token was shown again.
letter-session-reused-subject = Se ha cerrado una sesión suya de { $product } por seguridad
letter-session-reused-text = El { $at } se volvió a usar una clave de una de sus sesiones después de haber sido sustituida.
letter-session-reused-text-device = El { $at } se volvió a usar una clave de su sesión en { $device } después de haber sido sustituida.
letter-session-reused-why = Puede ser un fallo del programa de su dispositivo, o señal de que alguien ha copiado la clave. Por seguridad, { $product } ha cerrado la sesión.
letter-session-reused-action = Volver a iniciar sesión
letter-session-reused-again = ¿Vuelve a ocurrir, o no conoce este dispositivo?
letter-session-reused-then = Entonces cambie su contraseña y cierre las sesiones en todos los dispositivos.

# Signing up, and wherever letters lead.

sign-up-title = Crear una cuenta
sign-up-heading = Crear una cuenta
sign-up-closed = Ahora mismo nadie puede registrarse aquí. Si ha recibido una invitación, abra su enlace; si no, pida a un miembro que le invite.
sign-up-domain-closed = El registro que busca está cerrado. Aun así, puede crear una cuenta sin él.
sign-up-domains = Otras formas de registrarse
sign-up-first = Nombre
sign-up-last = Apellidos
sign-up-email = Dirección de correo
sign-up-password = Contraseña
sign-up-password-hint = Al menos 8 caracteres. Varias palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.
sign-up-org = Su organización
sign-up-org-hint = Déjelo vacío si actúa por su cuenta o si alguien le va a invitar.
sign-up-org-name = Nombre de la organización
sign-up-country = País
sign-up-no-country = Elija un país
sign-up-terms = Acepto los { $link }.
sign-up-terms-link = términos
sign-up-button = Crear cuenta
sign-up-has-account = ¿Ya tiene una cuenta?
back-to-sign-in = Ir al inicio de sesión

check-mail-title = Revise su correo
check-mail-said = Hemos escrito a { $address }. Abra el correo y use su enlace para terminar.
check-mail-hint = Puede tardar uno o dos minutos. Si no llega nada, mire en la carpeta de correo no deseado y compruebe que la dirección de arriba no tenga errores.
check-mail-ask = ¿Con qué dirección se registró? Le enviaremos un correo con un nuevo enlace.
check-mail-again = Enviar el correo de nuevo
check-mail-sent-again = Si hay una cuenta pendiente con esta dirección, otro correo está en camino.
check-mail-wrong-address = ¿La dirección no es correcta?
check-mail-sign-up-anew = Registrarse de nuevo

activate-title = Confirme su dirección de correo
activate-intro = Falta un paso: pulse el botón para confirmar que { $address } es su dirección de correo y abrir su cuenta.
activate-button = Confirmar
notice-activated = Su dirección de correo está confirmada y su cuenta está abierta.

orgs-to-review-title = ¿Son suyas?
orgs-to-review-intro = { $orgs ->
    [one] Su dirección de correo está confirmada. Antes, alguien creó una organización con ella o se unió a una. Si no fue usted, inicie sesión y abandónela.
   *[other] Su dirección de correo está confirmada. Antes, alguien creó organizaciones con ella o se unió a algunas. Si no fue usted, inicie sesión y abandónelas.
}
orgs-to-review-button = Iniciar sesión para verlas

forgot-title = ¿Ha olvidado la contraseña?
forgot-intro = Indique su dirección de correo. Le enviaremos un enlace para elegir otra contraseña.
forgot-button = Enviar el enlace
forgot-sent = Si hay una cuenta con { $address }, un correo con un enlace está en camino.
reset-title = Elija otra contraseña
reset-intro = Para la cuenta de { $address }. Se cerrará su sesión en todos los demás dispositivos.
reset-button = Guardar la contraseña
notice-password-reset = Su nueva contraseña está guardada. Inicie sesión con ella.

email-change-title = Otra dirección de correo
email-change-accept-heading = ¿Cambiar su dirección de correo?
email-change-accept-intro = Su cuenta va a tener la dirección { $address } desde ahora. Si lo ha pedido usted, acéptelo.
email-change-accept-button = Aceptar el cambio
email-change-deny-heading = ¿Detener el cambio?
email-change-deny-intro = Alguien que conoce su contraseña ha pedido cambiar la dirección de su cuenta a { $address }. Si no ha sido usted, deténgalo: se cierran todas las sesiones, la contraseña deja de valer y le enviamos un correo para elegir otra.
email-change-deny-button = Detener y cerrar las sesiones
email-change-confirm-heading = ¿Es suya esta dirección?
email-change-confirm-intro = Alguien, muy probablemente usted, quiere usar { $address } para su cuenta. Si ha sido usted, confírmelo.
email-change-confirm-button = Confirmar la dirección
notice-email-change-accepted = Ha aceptado. El cambio tendrá efecto cuando la nueva dirección se confirme con el correo enviado allí.
notice-email-change-confirmed = La dirección está confirmada. El cambio tendrá efecto cuando se acepte con el correo enviado a la dirección anterior.
notice-email-changed = La dirección de correo se ha cambiado. Desde ahora, inicie sesión con la nueva.
notice-email-change-denied = El cambio se ha detenido y se han cerrado todas las sesiones. Un correo para elegir otra contraseña está en camino.

not-me-title = ¿No ha sido usted?
not-me-sign-up = Alguien se registró con su dirección. Pulse el botón y olvidamos ese registro.
not-me-account = Si otra persona hizo lo que cuenta el correo, pulse el botón: lo deshacemos, cerramos todas las sesiones, anulamos la contraseña y todas las claves de API, y le enviamos un correo para elegir otra contraseña.
not-me-button = No he sido yo
not-me-otherwise = Si ha sido usted, no hay nada que hacer: cierre esta página.
notice-disowned = Gracias. Lo hemos deshecho. Si se trataba de su cuenta, un correo para elegir otra contraseña está en camino.

mailed-link-title = Este enlace no se puede usar
mailed-link-activate = Podemos enviarle un correo con uno nuevo.
mailed-link-reset = Pedir un nuevo enlace
mailed-link-invitation = Si todavía quiere unirse, pida a quien le invitó que lo haga de nuevo.
mailed-link-setup = Quien gestiona este servicio puede obtener uno nuevo con el comando “gatepost operator create”.
done-title = Hecho
done-intro = Ya puede cerrar esta página.

invitation-title = Unirse a { $org }
invitation-heading = Unirse a { $org }
invitation-intro-owner = { $inviter } le invita con el rol de propietario.
invitation-intro-admin = { $inviter } le invita con el rol de administrador.
invitation-intro-member = { $inviter } le invita como miembro.
invitation-accept = Unirse a { $org }
invitation-decline = Rechazar la invitación
invitation-join = Crear cuenta y unirse a { $org }
invitation-address-fixed = La invitación es para esta dirección.
invitation-for = Esta invitación es para { $address }.
invitation-known = Ya hay una cuenta con { $address }. Inicie sesión para aceptar la invitación.
invitation-sign-in = Iniciar sesión para aceptar
invitation-member = Ya es miembro de { $org }. No queda nada por hacer.
invitation-open-until = Puede aceptar hasta el { $at }.
signed-in-as = Ha iniciado sesión como { $address }.
sign-out-and-come-back = Cerrar sesión y usar otra cuenta
notice-joined = Ya es miembro. ¡Le damos la bienvenida!
notice-joining-waits = Ha aceptado. Antes de que pueda empezar, un propietario o administrador debe aprobar su entrada; le escribiremos.
notice-invitation-declined = Ha rechazado la invitación.

ownership-transfer-title = Hacerse cargo de { $org }
ownership-transfer-heading = ¿Asumir la propiedad de { $org }?
ownership-transfer-intro = { $owner } le pide que ocupe su lugar como propietario.
ownership-transfer-effect = Si acepta, desde ahora tendrá el rol de propietario: podrá cambiar todo en la organización y eliminarla. { $owner } seguirá como administrador.
ownership-transfer-for = Esto es para la cuenta de { $address }.
ownership-transfer-sign-in = Inicie sesión como { $address } para aceptar.
ownership-transfer-accept = Aceptar la propiedad
ownership-transfer-decline = Rechazar
ownership-transfer-until = Puede aceptar hasta el { $at }.
notice-transfer-accepted = Ahora tiene el rol de propietario.
notice-transfer-declined = Ha rechazado la petición. Avisamos a quien se lo pidió.

set-up-title = Configurar { $product }
set-up-intro = Aquí se crea su cuenta de operador: la de quien gestiona este servicio.
set-up-button = Crear la cuenta de operador
notice-operator-made = Su cuenta está lista. Inicie sesión con ella.

job-title-account-deletion = Eliminación de su cuenta
job-title-org-deletion = Eliminación de una organización
job-state-scheduled = Programada
job-state-running = En curso
job-state-completed = Terminada
job-state-cancelled = Anulada
job-state-failed = No realizada
job-due-account-deletion = Todo lo relativo a su cuenta se borrará después del { $at }. Hasta entonces, si inicia sesión, la eliminación se anula.
job-due-org-deletion = La organización está cerrada, y todo lo relativo a ella se borrará después del { $at }. Hasta entonces, un propietario puede anularlo.
job-failure-sole-owner = La cuenta se conserva: una organización se quedaría sin propietario.
job-step-sign-out = Cerrar todas las sesiones
job-step-close-org = Cerrar la organización
job-step-wait-for-second-thoughts = Esperar, por si cambia de idea
job-step-erase-history = Borrar el historial
job-step-erase-account = Borrar la cuenta
job-step-erase-org = Borrar la organización
job-step-state-waiting = Pendiente
job-step-state-running = En curso
job-step-state-completed = Hecho
job-step-state-cancelled = No se hará
job-step-state-failed = No se hará
job-asked = Pedida el { $at }.
job-cancel = Conservar la organización
notice-job-cancelled = La eliminación se ha anulado. Todo está como antes.

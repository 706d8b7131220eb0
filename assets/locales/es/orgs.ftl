# Organizations.

orgs-title = Sus organizaciones
orgs-new = Nueva organización
orgs-open = Abrir
orgs-since = Miembro desde el { $at }
orgs-pending = Un propietario o administrador todavía tiene que aprobar su entrada. Le escribiremos cuando lo haga.
orgs-withdraw = Desistir
orgs-lacks-two-factor = Esta organización exige la verificación en dos pasos, y usted aún no la ha configurado.
set-up-two-factor = Configurar la verificación en dos pasos
orgs-invited = { $inviter } le ha invitado a unirse a { $org }.
orgs-invited-look = Ver sus invitaciones
orgs-none = Todavía no pertenece a ninguna organización.
orgs-none-hint = Cree una para su equipo, o pida a quien gestione una que le invite por su dirección de correo.

org-new-title = Nueva organización
org-new-intro = Tendrá en ella el rol de propietario, y enseguida podrá invitar a otras personas.
org-new-button = Crear organización
org-new-back = Volver a sus organizaciones
org-name = Nombre
org-country = País
org-country-none = Sin indicar

org-nav = Organización
org-nav-members = Miembros
org-nav-invitations = Invitaciones
org-nav-settings = Configuración
org-nav-ownership = Propiedad
org-nav-audit = Registro de auditoría

roles-help = ¿Qué puede hacer cada rol?
roles-owner-may = Todo lo que puede un administrador, y además traspasar la propiedad y eliminar la organización.
roles-admin-may = Invitar y quitar personas, cambiar roles hasta el de administrador, cambiar la configuración y leer el registro de auditoría.
roles-member-may = Ver la organización y sus miembros.

members-invite = Invitar a personas
members-search = Buscar por nombre o correo
members-none-found = No hay nadie con “{ $search }” en el nombre o la dirección.
members-show-all = Mostrar a todos
member-you = Usted
member-suspended = Cuenta suspendida
member-approve = Aprobar
member-turn-down = Rechazar
member-role = Rol
member-role-of = Rol de { $name }
member-role-save = Cambiar rol
member-remove-link = Quitar
member-leave = Abandonar
member-back = Todos los miembros
member-joined = Entrada
member-approve-heading = Pendiente de aprobación
member-asked-owner = { $name } recibió una invitación con el rol de propietario. No puede hacer nada aquí hasta que se apruebe su entrada.
member-asked-admin = { $name } recibió una invitación con el rol de administrador. No puede hacer nada aquí hasta que se apruebe su entrada.
member-asked-member = { $name } recibió una invitación como miembro. No puede hacer nada aquí hasta que se apruebe su entrada.
member-role-heading = Cambiar rol
member-turn-down-heading = Rechazar
member-turn-down-effect = { $name } no entrará. Conserva su cuenta y puede recibir otra invitación.
member-remove-heading = Quitar de la organización
member-remove-effect = { $name } pierde el acceso enseguida. Las claves de API que vinculó a esta organización y las invitaciones que envió dejan de funcionar. Conserva su cuenta y puede recibir otra invitación.
member-remove-button = Quitar miembro
member-last-owner-hint = Una organización necesita un propietario. Primero traspásela o haga propietario a otro miembro.

leave-title = Abandonar la organización
leave-heading = ¿Abandonar { $org }?
leave-effect = Pierde el acceso enseguida. Las claves de API que vinculó a esta organización y las invitaciones que envió dejan de funcionar. Para volver necesita una nueva invitación.
leave-button = Abandonar la organización
leave-stay = Quedarse

invite-heading = Invitar a personas
invite-emails = Direcciones de correo
invite-emails-hint = Pegue las que quiera, hasta 200: una por línea o separadas por comas. Puede haber nombres delante de las direcciones, como los copian los programas de correo.
invite-language = Idioma del correo
invite-language-own = El mismo que el mío
invite-language-hint = A quien tiene una cuenta se le escribe en el idioma de sus ajustes.
invite-message = Mensaje
invite-message-hint = Unas palabras suyas en el correo, hasta 500 caracteres.
invite-button = Enviar invitaciones
field-already-member = Esta persona ya es miembro.
invitations-sent = Invitaciones
invitations-filter = Mostrar invitaciones
invitations-state-pending = Abierta
invitations-state-accepted = Aceptada
invitations-state-declined = Rechazada
invitations-state-revoked = Retirada
invitations-state-expired = Caducada
invitations-state-all = Todas
invitations-none-pending = No hay invitaciones abiertas. Aquí aparecen las personas invitadas hasta que se unen.
invitations-none = No hay invitaciones de este tipo.
invitation-by = Invitación de { $inviter } del { $at }.
invitation-until = Abierta hasta el { $at }.
invitation-mail-queued = Correo en camino
invitation-mail-sent = Correo entregado
invitation-mail-failed = Correo rechazado
invitation-mail-cancelled = Correo no enviado
invitation-mail-said = El servidor de correo dijo: { $words }
invitation-resend = Enviar de nuevo
invitation-revoke = Retirar
invited-title = Invitaciones enviadas
invited-sent = { $count ->
    [one] Se ha invitado a una persona. Su correo está en camino.
   *[other] Se ha invitado a { $count } personas. Sus correos están en camino.
}
invited-links = Si un correo no llega, entregue usted el enlace a esa persona. Cada enlace es solo para esa dirección y se muestra solo ahora: copie lo que necesite antes de continuar.
invited-done = Listo

org-settings-title = Configuración de la organización
org-general = General
org-policies = Políticas
org-require-two-factor = Exigir la verificación en dos pasos
org-require-two-factor-hint = Los miembros que no la tengan no pueden hacer nada en esta organización hasta que la configuren.
org-own-two-factor-first = Para exigirla a los demás, configúrela primero en su cuenta.
org-need-approval = Las invitaciones requieren aprobación
org-need-approval-hint = Quien se une con una invitación espera hasta que un propietario o administrador apruebe su entrada.
org-domains = Dominios de correo permitidos
org-domains-hint = Uno por línea, como example.com. Solo puede unirse quien tenga una dirección de ellos; quien ya es miembro lo sigue siendo. Déjelo vacío para admitir a todo el mundo.
org-domains-all = Todos
org-on = Sí
org-off = No
org-save = Guardar la configuración
org-changed-meanwhile = Otra persona ha cambiado esta configuración mientras usted tenía abierta la página. Lo que ha escrito sigue en el formulario. Abajo está lo que hay guardado ahora; si guarda de nuevo, lo suyo ocupa su lugar.

org-delete-title = Eliminar la organización
org-delete-intro = Cierra la organización para todos y la borra unos días después.
org-delete-heading = ¿Eliminar { $org }?
org-delete-at-once = Se cierra enseguida: los miembros no pueden abrirla, y sus claves de API e invitaciones dejan de funcionar.
org-delete-undo = { $days ->
    [0] Sus propietarios reciben un aviso por correo.
    [one] Sus propietarios reciben un aviso por correo, y durante un día cualquiera de ellos puede deshacerlo. Entonces todo queda como estaba.
   *[other] Sus propietarios reciben un aviso por correo, y durante { $days } días cualquiera de ellos puede deshacerlo. Entonces todo queda como estaba.
}
org-delete-for-good = Después se borra definitivamente. Sus miembros conservan sus cuentas.
org-your-password = Su contraseña
org-keep = Conservarla

ownership-title = Traspasar la propiedad
transfers-open = A la espera de respuesta
transfer-asked = { $owner } ha pedido a { $successor } que asuma la propiedad.
transfer-until = Se puede aceptar hasta el { $at }.
transfer-cancel = Retirar
transfer-heading = Pedírselo a otro miembro
transfer-effect = El miembro recibe un correo y tiene que aceptar. Entonces pasa a ser propietario, y usted, administrador. Hasta ese momento nada cambia, y puede retirarlo.
transfer-to = Nuevo propietario
transfer-choose = Elija un miembro
transfer-button = Pedir que asuma la propiedad

audit-filter-action = Qué se hizo
audit-filter-all-actions = Todo
audit-filter-person = Por quién
audit-filter-everybody = Todos
audit-filter-button = Mostrar
audit-none = Todavía no se ha hecho nada así.
audit-show-all = Mostrar todo

notice-org-founded = Su organización está creada. Ahora invite a las personas que pertenecen a ella.
notice-org-left = Ha abandonado la organización.
notice-org-saved = La configuración está guardada.
notice-role-changed = El rol se ha cambiado.
notice-member-approved = Se ha aprobado la entrada del nuevo miembro. Se lo hemos comunicado por correo.
notice-member-removed = Se ha quitado a la persona.
notice-invitation-resent = El correo sale de nuevo, y la invitación queda abierta más tiempo.
notice-invitation-revoked = La invitación se ha retirado. Sus enlaces ya no funcionan.
notice-transfer-asked = Hemos escrito al miembro. Usted conserva la propiedad hasta que acepte.
notice-transfer-cancelled = El traspaso se ha retirado. Su enlace ya no funciona.

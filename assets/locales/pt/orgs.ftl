# Organizations.

orgs-title = As suas organizações
orgs-new = Nova organização
orgs-open = Abrir
orgs-since = Membro desde { $at }
orgs-pending = Um proprietário ou administrador ainda tem de aprovar a entrada. Enviaremos um aviso quando isso acontecer.
orgs-withdraw = Desistir
orgs-lacks-two-factor = Esta organização exige a verificação em duas etapas, que ainda não foi configurada na sua conta.
set-up-two-factor = Configurar a verificação em duas etapas
orgs-invited = { $inviter } enviou um convite para entrar em { $org }.
orgs-invited-look = Ver os seus convites
orgs-none = Ainda não faz parte de nenhuma organização.
orgs-none-hint = Crie uma para a sua equipe, ou peça a quem administra uma que envie um convite para o seu endereço de e-mail.

org-new-title = Nova organização
org-new-intro = Terá nela a função de proprietário, e logo depois é possível convidar outras pessoas.
org-new-button = Criar organização
org-new-back = Voltar às suas organizações
org-name = Nome
org-country = País
org-country-none = Não indicado

org-nav = Organização
org-nav-members = Membros
org-nav-invitations = Convites
org-nav-settings = Configurações
org-nav-ownership = Propriedade
org-nav-audit = Registro de auditoria

roles-help = O que cada função pode fazer?
roles-owner-may = Tudo o que um administrador pode, e também transferir a propriedade e excluir a organização.
roles-admin-may = Convidar e remover pessoas, alterar funções até a de administrador, alterar as configurações e ler o registro de auditoria.
roles-member-may = Ver a organização e os seus membros.

members-invite = Convidar pessoas
members-search = Procurar por nome ou e-mail
members-none-found = Não há ninguém com “{ $search }” no nome ou no endereço.
members-show-all = Mostrar todos
member-you = Eu
member-suspended = Conta suspensa
member-approve = Aprovar
member-turn-down = Recusar
member-role = Função
member-role-of = Função de { $name }
member-role-save = Alterar função
member-remove-link = Remover
member-leave = Sair
member-back = Todos os membros
member-joined = Entrada
member-approve-heading = Aguarda aprovação
member-asked-owner = { $name } recebeu um convite com a função de proprietário. Não pode fazer nada aqui até que a entrada seja aprovada.
member-asked-admin = { $name } recebeu um convite com a função de administrador. Não pode fazer nada aqui até que a entrada seja aprovada.
member-asked-member = { $name } recebeu um convite com a função de membro. Não pode fazer nada aqui até que a entrada seja aprovada.
member-role-heading = Alterar função
member-turn-down-heading = Recusar
member-turn-down-effect = { $name } não entrará. Mantém a sua conta e pode receber outro convite.
member-remove-heading = Remover da organização
member-remove-effect = { $name } perde o acesso imediatamente. As chaves de API que vinculou a esta organização e os convites que enviou deixam de funcionar. Mantém a sua conta e pode receber outro convite.
member-remove-button = Remover membro
member-last-owner-hint = Uma organização precisa de um proprietário. Primeiro transfira-a ou torne outro membro proprietário.

leave-title = Sair da organização
leave-heading = Sair de { $org }?
leave-effect = O acesso termina imediatamente. As chaves de API que vinculou a esta organização e os convites que enviou deixam de funcionar. Para voltar, é preciso um novo convite.
leave-button = Sair da organização
leave-stay = Ficar

invite-heading = Convidar pessoas
invite-emails = Endereços de e-mail
invite-emails-hint = Cole quantos quiser, até 200: um por linha ou separados por vírgulas. Pode haver nomes antes dos endereços, como os programas de e-mail os copiam.
invite-language = Idioma do e-mail
invite-language-own = O mesmo que o meu
invite-language-hint = Quem já tem uma conta recebe o e-mail no idioma das suas configurações.
invite-message = Mensagem
invite-message-hint = Algumas palavras suas no e-mail, até 500 caracteres.
invite-button = Enviar convites
field-already-member = Esta pessoa já é membro.
invitations-sent = Convites
invitations-filter = Mostrar convites
invitations-state-pending = Aberto
invitations-state-accepted = Aceito
invitations-state-declined = Recusado
invitations-state-revoked = Retirado
invitations-state-expired = Expirado
invitations-state-all = Todos
invitations-none-pending = Não há convites abertos. As pessoas convidadas aparecem aqui até entrarem.
invitations-none = Não há convites deste tipo.
invitation-by = Convite de { $inviter } em { $at }.
invitation-until = Aberto até { $at }.
invitation-mail-queued = E-mail a caminho
invitation-mail-sent = E-mail entregue
invitation-mail-failed = E-mail recusado
invitation-mail-cancelled = E-mail não enviado
invitation-mail-said = O servidor de e-mail disse: { $words }
invitation-resend = Enviar de novo
invitation-revoke = Retirar
invited-title = Convites enviados
invited-sent = { $count ->
    [one] Uma pessoa foi convidada. O e-mail para ela está a caminho.
   *[other] { $count } pessoas foram convidadas. Os e-mails para elas estão a caminho.
}
invited-links = Se um e-mail não chegar, entregue o link diretamente à pessoa. Cada link é só para aquele endereço e só é mostrado agora: copie o que precisar antes de continuar.
invited-done = Pronto

org-settings-title = Configurações da organização
org-general = Geral
org-policies = Políticas
org-require-two-factor = Exigir a verificação em duas etapas
org-require-two-factor-hint = Membros sem ela não podem fazer nada nesta organização até a configurarem.
org-own-two-factor-first = Para exigi-la dos outros, configure-a primeiro na sua conta.
org-need-approval = Os convites precisam de aprovação
org-need-approval-hint = Quem entra por convite espera até que um proprietário ou administrador aprove a entrada.
org-domains = Domínios de e-mail permitidos
org-domains-hint = Um por linha, como example.com. Só pode entrar quem tem um endereço deles; quem já é membro continua a sê-lo. Deixe vazio para aceitar qualquer pessoa.
org-domains-all = Todos
org-on = Sim
org-off = Não
org-save = Salvar configurações
org-changed-meanwhile = Outra pessoa alterou estas configurações enquanto esta página estava aberta. O que foi escrito continua no formulário. Abaixo está o que há salvo agora; ao salvar de novo, a sua versão toma o lugar dele.

org-delete-title = Excluir a organização
org-delete-intro = Fecha a organização para todos e a apaga alguns dias depois.
org-delete-heading = Excluir { $org }?
org-delete-at-once = Ela é fechada imediatamente: os membros não podem abri-la, e as chaves de API e os convites dela deixam de funcionar.
org-delete-undo = { $days ->
    [0] Os proprietários são avisados por e-mail.
    [one] Os proprietários são avisados por e-mail, e durante um dia qualquer um deles pode desfazer isto. Então tudo fica como estava.
   *[other] Os proprietários são avisados por e-mail, e durante { $days } dias qualquer um deles pode desfazer isto. Então tudo fica como estava.
}
org-delete-for-good = Depois disso, é apagada definitivamente. Os membros mantêm as suas contas.
org-your-password = A sua senha
org-keep = Manter

ownership-title = Transferir a propriedade
transfers-open = À espera de resposta
transfer-asked = { $owner } pediu a { $successor } que assuma a propriedade.
transfer-until = Pode ser aceita até { $at }.
transfer-cancel = Retirar
transfer-heading = Pedir a outro membro
transfer-effect = O membro recebe um e-mail e tem de aceitar. Nesse momento passa a proprietário, e a sua conta, a administrador. Até lá nada muda, e é possível retirar o pedido.
transfer-to = Novo proprietário
transfer-choose = Escolha um membro
transfer-button = Pedir que assuma

audit-filter-action = O que foi feito
audit-filter-all-actions = Tudo
audit-filter-person = Por quem
audit-filter-everybody = Todos
audit-filter-button = Mostrar
audit-none = Ainda não foi feito nada assim.
audit-show-all = Mostrar tudo

notice-org-founded = A sua organização foi criada. Agora convide as pessoas que fazem parte dela.
notice-org-left = A sua conta já não faz parte da organização.
notice-org-saved = As configurações foram salvas.
notice-role-changed = A função foi alterada.
notice-member-approved = A entrada do novo membro foi aprovada. Enviamos um aviso por e-mail a essa pessoa.
notice-member-removed = A pessoa foi removida.
notice-invitation-resent = O e-mail será enviado de novo, e o convite fica aberto por mais tempo.
notice-invitation-revoked = O convite foi retirado. Os links dele já não funcionam.
notice-transfer-asked = Escrevemos ao membro. A propriedade continua sua até que ele aceite.
notice-transfer-cancelled = A transferência foi retirada. O link dela já não funciona.

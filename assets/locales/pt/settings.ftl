# What people do with their own account.

settings-nav = Configurações
settings-nav-profile = Perfil
settings-nav-password = Senha
settings-nav-email = E-mail
settings-nav-two-factor = Verificação em duas etapas
settings-nav-passkeys = Chaves de acesso
settings-nav-sessions = Sessões
settings-nav-logins = Inícios de sessão
settings-nav-api-keys = Chaves de API
settings-nav-invitations = Convites
settings-nav-data = Os seus dados
settings-closed = Esta página é só dessa pessoa
settings-cancel = Cancelar
settings-your-password = A sua senha
password-forgot = Esqueceu?
password-reset-link = Redefinir por e-mail

device-on-system = { $program } em { $system }
device-unknown = Dispositivo desconhecido

profile-first = Nome
profile-last = Sobrenome
profile-username = Nome de usuário
profile-username-hint = Serve para iniciar sessão em vez do endereço de e-mail. Pelo menos 3 caracteres, sem “@”.
profile-language = Idioma
profile-language-browser = O do navegador
profile-language-hint = Para estas páginas e para os e-mails que enviamos.
profile-support = Permitir que a administração de { $product } inicie sessão como eu
profile-support-hint = Marque só enquanto alguém estiver prestando ajuda. Essa pessoa vê o mesmo que aparece aqui, mas não pode mudar os meios de iniciar sessão. Cada vez é enviado um aviso por e-mail, e desmarcar encerra a sessão dela.
profile-save = Salvar
notice-profile-saved = O seu perfil foi salvo.

password-title = Senha
password-generated = A sua senha foi gerada automaticamente. Escolha uma própria.
password-current = Senha atual
password-new = Nova senha
password-new-hint = Pelo menos 8 caracteres, e que não seja fácil de adivinhar. Algumas palavras sem relação entre si são uma boa escolha.
password-what-happens = Todas as suas outras sessões são encerradas, e enviamos um aviso por e-mail. As chaves de API continuam a funcionar.
password-change = Alterar senha
notice-password-changed = A sua senha foi alterada. Todas as suas outras sessões foram encerradas.

email-title = Endereço de e-mail
email-now = O seu endereço
email-verified = Confirmado
email-unverified = Não confirmado
email-added = Seu desde { $date }.
email-unverified-hint = Ainda não consta que os e-mails para este endereço sejam lidos. Use o link do que enviamos ou peça que seja enviado de novo.
email-send-again = Enviar o e-mail de novo
email-waiting = À espera de confirmação
email-waiting-intro = Foi pedida a mudança do seu endereço para { $address }.
email-waiting-old-open = O link do e-mail para { $address } ainda não foi usado.
email-waiting-old-done = Aceito pelo link enviado para { $address }.
email-waiting-new-open = O link do e-mail para { $address } ainda não foi usado.
email-waiting-new-done = Confirmado pelo link enviado para { $address }.
email-waiting-until = Os dois links funcionam até { $time }. Para impedir a mudança, use o outro link do e-mail para o seu endereço atual.
email-change = Mudar o seu endereço
email-new = Novo endereço de e-mail
email-what-happens = Escrevemos para os dois endereços. O seu endereço muda depois que o link de cada um dos dois e-mails for usado. Aqui a sua sessão continua; as outras são encerradas.
email-what-happens-again = Um novo pedido anula os links dos e-mails anteriores.
email-button = Enviar os dois e-mails
notice-email-change-asked = Escrevemos para os dois endereços. Use o link de cada e-mail.
notice-email-letter-sent = O e-mail está a caminho.

two-factor-settings-title = Verificação em duas etapas
two-factor-on = Ativada
two-factor-off = Desativada
two-factor-on-since = Desde { $date }, iniciar sessão pede um código do seu aplicativo autenticador além da senha.
two-factor-codes-left = { $count ->
    [0] Não restam códigos de recuperação. Crie novos agora, para poder iniciar sessão também sem o aplicativo.
    [one] Resta um código de recuperação. Crie novos em breve.
   *[other] Restam { $count } códigos de recuperação.
}
two-factor-renew = Criar novos códigos
two-factor-renew-intro = São criados dez novos códigos de recuperação. Os atuais deixam de funcionar.
two-factor-turn-off = Desativar
two-factor-turn-off-title = Desativar a verificação em duas etapas
two-factor-turn-off-intro = Bastará a sua senha para iniciar sessão. As suas outras sessões são encerradas, os códigos de recuperação deixam de funcionar, e enviamos um aviso por e-mail. As organizações que exigem a verificação em duas etapas ficam fechadas até que ela seja ativada de novo.
two-factor-either-code = Código
two-factor-either-code-hint = O código que o seu aplicativo autenticador mostra ou um dos seus códigos de recuperação.
two-factor-explained = Além da senha, iniciar sessão passa a pedir um código criado por um aplicativo autenticador no seu telefone. Quem descobrir a sua senha não consegue iniciar sessão só com ela.
two-factor-needs-app = É preciso um aplicativo autenticador, como Aegis, 2FAS, Google Authenticator ou o do seu gerenciador de senhas.
two-factor-begin = Configurar
two-factor-set-up-title = Configurar a verificação em duas etapas
two-factor-scan = Leia isto com o seu aplicativo autenticador
two-factor-qr = Código QR para o seu aplicativo autenticador
two-factor-open-app = Abrir um aplicativo aqui
two-factor-type-key = Ou digite esta chave no aplicativo
two-factor-enter-code = Insira o código que o aplicativo mostra
two-factor-enter-code-hint = Seis algarismos. Mudam a cada 30 segundos.
two-factor-shown-once = A chave só é mostrada agora. Se sair desta página, comece de novo.
two-factor-go-on = O seu aplicativo já recebeu a chave: insira o código que ele mostra agora. Se não mostrar nenhum para { $product }, comece de novo.
two-factor-start-over = Começar de novo
two-factor-turn-on = Ativar
two-factor-turn-on-effect = As suas outras sessões são encerradas, e enviamos um aviso por e-mail.
notice-two-factor-disabled = A verificação em duas etapas está desativada.

recovery-codes-title = Códigos de recuperação
recovery-codes-on = A verificação em duas etapas está ativada.
recovery-codes-renewed = Estes substituem os seus códigos de recuperação anteriores.
recovery-codes-keep = Guarde estes códigos em um lugar seguro, longe do seu telefone. Cada um serve para iniciar sessão uma vez, em vez do aplicativo.
recovery-codes-shown-once = Só são mostrados agora.
recovery-codes-download = Baixar
recovery-codes-done = Já os guardei

sessions-title = Sessões
sessions-intro = Todos os lugares onde a sua sessão está iniciada. Encerre as que não reconhecer e depois altere a sua senha.
sessions-current = Esta sessão
sessions-support = Suporte
sessions-started = Iniciada em { $time }
sessions-used = usada pela última vez em { $time }
sessions-end = Encerrar
sessions-end-others = Encerrar as outras sessões
sessions-end-all = Encerrar todas as sessões
sessions-end-all-hint = Esta também: será preciso iniciar sessão de novo.
notice-session-ended = A sessão foi encerrada.
notice-other-sessions-ended = Todas as suas outras sessões foram encerradas.
notice-all-sessions-ended = Todas as suas sessões foram encerradas. Inicie sessão de novo.

logins-title = Inícios de sessão
logins-intro = Quem iniciou sessão na sua conta, ou tentou, nos últimos 90 dias. Algum não foi iniciativa sua? Altere a sua senha e encerre as suas sessões.
logins-kind-password = Senha
logins-kind-api-key = Chave de API
logins-kind-support = Acesso de suporte
logins-operator = por { $name }
logins-operator-gone = por um operador cuja conta já não existe
logins-success = Sessão iniciada
logins-reason-wrong-password = Senha errada
logins-reason-wrong-code = Código errado
logins-reason-account-suspended = Conta suspensa
logins-reason-api-key-expired = Chave de API expirada
logins-reason-ip-not-allowed = Endereço não permitido
logins-none = Ainda nada.

api-keys-title = Chaves de API
api-keys-intro = Um programa que tem uma chave age em seu nome, dentro do que for permitido à chave.
api-keys-new = Nova chave de API
api-keys-none = Não tem chaves de API.
api-keys-all-orgs = Todas as suas organizações
api-keys-one-org = Uma organização
api-keys-expired = Expirada
api-keys-created = Criada em { $date }
api-keys-used = usada pela última vez em { $time }
api-keys-unused = nunca usada
api-keys-expires = funciona até { $time }
api-keys-endless = funciona até ser revogada
api-keys-only-from = Só a partir de { $networks }
api-keys-may = O que pode fazer
api-keys-revoke = Revogar
api-keys-revoke-effect = A partir de agora, os programas que usam esta chave são recusados. Não é possível desfazer.
notice-api-key-revoked = A chave de API foi revogada.
api-key-name = Nome
api-key-name-hint = Para que serve, de modo a reconhecê-la: “Exportação noturna”.
api-key-org = Para
api-key-org-hint = Uma chave para uma organização não alcança nenhuma outra e não pode fazer nada com a sua conta.
api-key-scopes = O que pode fazer
api-key-scopes-hint = E nunca mais do que a sua própria função permitir nesse momento.
api-key-scopes-account = Com a sua conta
api-key-scopes-account-hint = Só para uma chave de todas as suas organizações.
api-key-scopes-org = Em organizações
api-key-expires = Funciona até
api-key-expires-hint = O fim desse dia, UTC. Vazio: até ser revogada.
api-key-networks = Só a partir destes endereços
api-key-networks-hint = Um por linha: um endereço como 192.0.2.7 ou uma rede como 2001:db8::/32. Vazio: de qualquer lugar.
api-key-make = Criar a chave
api-key-made-title = A sua nova chave de API
api-key-made-intro = { $name } está pronta. Copie a chave agora: ela não será mostrada de novo. Enviamos um aviso por e-mail de que foi criada.
api-key-made-done = Já a copiei

scope-account-read = Ver a sua conta, as suas organizações e os convites que recebe
scope-account-update = Alterar o seu nome e idioma
scope-orgs-create = Criar organizações
scope-org-read = Ver a organização
scope-org-update = Alterar o nome e as configurações dela
scope-members-read = Ver os membros dela
scope-members-manage = Alterar funções e remover membros
scope-invitations-manage = Convidar pessoas e retirar convites
scope-invitations-propose = Convidar pessoas que um administrador depois aprova
scope-audit-read = Ver o registro de auditoria dela

my-invitations-title = Convites
my-invitations-intro = Organizações que enviaram um convite.
my-invitations-none = Não há convites neste momento.
my-invitations-unverified = Os convites são mostrados quando o seu endereço de e-mail estiver confirmado.
my-invitations-unverified-link = Confirmar o seu endereço de e-mail
my-invitations-from = { $inviter } enviou um convite. Função: { $role }.
my-invitations-until = Válido até { $date }.
my-invitations-accept = Aceitar
my-invitations-decline = Recusar
notice-my-invitation-accepted = Agora faz parte da organização.
notice-my-invitation-declined = O convite foi recusado.

data-title = Os seus dados
data-export = Levar os seus dados
data-export-intro = Um arquivo com tudo o que { $product } guarda a seu respeito: perfil, sessões, inícios de sessão, organizações, chaves e o que foi feito pela sua conta. Contém uma página para ler e JSON para programas, sem senhas nem outros segredos.
data-export-button = Baixar
data-delete = Excluir a sua conta
data-delete-intro = A sua conta é fechada imediatamente e apagada definitivamente alguns dias depois.
data-delete-link = Excluir a minha conta
delete-title = Excluir a sua conta
delete-now = Imediatamente: todas as suas sessões são encerradas, as suas chaves de API são recusadas, e os convites que fez deixam de valer.
delete-later = { $days ->
    [one] Durante { $days } dia é possível mudar de ideia: inicie sessão de novo, e a conta é mantida.
   *[other] Durante { $days } dias é possível mudar de ideia: inicie sessão de novo, e a conta é mantida.
}
delete-then = Depois, tudo o que é pessoal é apagado definitivamente. As suas organizações ficam com os outros membros.
delete-sole-owner = Estas organizações só têm esta conta como proprietária. Primeiro torne outra pessoa proprietária de cada uma, ou exclua-a:
delete-button = Excluir a minha conta
deleted-title = A sua conta está fechada
deleted-until = Ela será apagada depois de { $time }. Enviamos um aviso por e-mail.
deleted-undo = Mudou de ideia? Inicie sessão antes disso, e a conta é mantida.

# The console of those who run the service.

console-nav = Console de operadores
console-overview = Visão geral
console-people = Pessoas
console-orgs = Organizações
console-domains = Domínios de registro
console-mail = E-mail
console-jobs = Trabalhos
console-audit = Auditoria
console-keys = Chaves de assinatura
console-settings = Configurações
console-health = Saúde do serviço

# What many of its pages say
console-search = Procurar
console-any = Qualquer
console-name = Nome
console-username = Nome de usuário
console-state = Estado
console-created = Criação
console-id = ID
console-time = Data
console-never = Nunca
console-not-yet = Ainda não
console-on = Ativada
console-off = Desativada
console-two-factor = Verificação em duas etapas
console-operator = Operador
console-country = País
console-state-active = Ativa
console-state-suspended = Suspensa
console-state-pending = Não ativada
console-state-deleting = Em exclusão
console-state-queued = Na fila
console-state-sent = Enviado
console-state-failed = Falhou
console-state-cancelled = Cancelado
console-state-scheduled = Agendado
console-state-running = Em curso
console-state-completed = Concluído
console-state-waiting = Em espera

# Overview
console-no-mail-server = Não há servidor de e-mail definido, por isso os e-mails esperam até haver um. As configurações smtp.host e smtp.from dizem para onde os e-mails vão.
console-letters-waiting = E-mails na fila
console-letters-failed = E-mails abandonados
console-jobs-open = Trabalhos abertos
console-jobs-failed = Trabalhos com falha
console-lately = Últimos { $days } dias
console-chart-sign-ups = Contas novas
console-chart-sign-ins = Inícios de sessão
console-chart-failed-sign-ins = Inícios de sessão com falha
console-chart-letters = E-mails enviados
console-chart-failed-letters = E-mails abandonados
console-chart-told = { $what }: { $total } no total, no máximo { $most } em um dia
console-chart-most = No máximo { $most } em um dia
console-as-table = Todos os dias em uma tabela
console-day = Dia

# People
console-search-people = Procurar uma pessoa
console-search-people-hint = Pelo começo de um nome, endereço de e-mail ou nome de usuário, ou por um ID.
console-nobody-found = Ninguém foi encontrado.
console-last-sign-in = Último início de sessão
console-account = Conta
console-verified = Confirmado
console-unverified = Não confirmado
console-support-login = Acesso de suporte
console-allowed = Permitido
console-not-allowed = Não permitido
console-is-operator = Administra este serviço
console-activated = Ativação
console-audit-of-person = O que foi feito com esta conta
console-no-orgs-of-person = Não faz parte de nenhuma organização.
console-sessions = Sessões
console-unknown-device = Dispositivo desconhecido
console-no-sessions = Nenhuma sessão iniciada.
console-help-and-close = Ajudar e fechar
console-own-account = Esta é a sua própria conta. Altere-a nas suas configurações.
console-told-by-mail = De tudo o que for feito aqui, a pessoa é avisada por e-mail, com o nome de quem o fez, e fica um registro.
console-sign-in-as = Iniciar sessão como esta pessoa
console-sign-in-as-what = Este navegador inicia sessão como essa pessoa, por pouco tempo e com a permissão dela. Ela é avisada por e-mail. Para voltar, encerre a sessão e inicie sessão de novo com a sua própria conta.
console-sign-out = Encerrar todas as sessões
console-sign-out-what = Todas as sessões da pessoa terminam. As chaves de API dela continuam.
console-reset-two-factor = Redefinir a verificação em duas etapas
console-reset-two-factor-what = Para quem perdeu o aplicativo autenticador e os códigos de recuperação. A partir daí, basta a senha para iniciar sessão, e todas as sessões da pessoa terminam. Certifique-se de que quem pede é quem diz ser.
console-set-address = Definir outro endereço de e-mail
console-set-address-what = Para quem perdeu a caixa de e-mail. Todas as sessões da pessoa terminam, os links enviados ao endereço antigo deixam de valer, e um e-mail para o novo pede a confirmação dele. Certifique-se de que quem pede é quem diz ser: quem lê essa caixa pode escolher uma nova senha.
console-new-address = Novo endereço de e-mail
console-restore = Reabrir a conta
console-restore-what = A pessoa pode iniciar sessão de novo, e as chaves de API dela voltam a funcionar.
console-suspend = Suspender a conta
console-suspend-what = Todas as sessões da pessoa terminam, as chaves de API dela são recusadas, e ela não pode iniciar sessão. As organizações dela ficam como estão, e é possível reabrir a conta.
notice-console-suspended = A conta está suspensa.
notice-console-restored = A conta está aberta de novo.
notice-console-signed-out = Todas as sessões da pessoa foram encerradas.
notice-console-two-factor-reset = A verificação em duas etapas está desativada. Basta a senha para iniciar sessão.
notice-console-address-set = O endereço foi definido. Um e-mail enviado para lá pede a confirmação dele.

# Organizations
console-search-orgs = Procurar uma organização
console-search-orgs-hint = Pelo começo do nome ou pelo ID.
console-no-orgs-found = Nenhuma organização foi encontrada.
console-about-org = Dados
console-required = Obrigatória
console-not-required = Não obrigatória
console-approval = Aprovação de entradas
console-email-domains = Domínios de e-mail
console-all-domains = Todos
console-came-through = Registrada através de
console-audit-of-org = O que foi feito nesta organização
console-members = Membros

# Sign-up domains
console-domains-what = Portas com palavras próprias, pelas quais se registra quem vem de fora.
console-new-domain = Novo domínio de registro
console-no-domains = Não há domínios de registro. As pessoas se registram sem eles.
console-open = Aberto
console-closed = Fechado
console-domain-title = Título
console-domain-description = Descrição
console-domain-description-hint = Para que serve.
console-domain-help = Ajuda
console-domain-help-hint = O que se lê antes do registro.
console-domain-url = Página para os e-mails dele
console-domain-url-hint = Para onde levam os e-mails dos registros dele. Deixe vazio para usar as páginas incluídas.
console-domain-version = O que se assina
console-domain-version-hint = Deixe vazio para dar o mesmo nome do domínio.
console-domain-version-description = Descrição do que se assina
console-domain-open-at-once = Abrir imediatamente
console-domain-open-hint = Um domínio fechado não deixa ninguém se registrar. É possível abri-lo mais tarde.
console-create = Criar
console-cancel = Cancelar
console-save = Salvar
console-door = Abrir e fechar
console-domain-id = O ID dele, para links e programas:
console-close = Fechar
console-close-what = Ninguém mais pode se registrar por ele. Os e-mails enviados continuam valendo.
console-open-domain = Abrir
console-open-what = Qualquer pessoa pode se registrar por ele.
console-delete = Excluir
console-delete-what = Desaparece definitivamente. Quem se registrou por ele, e o que criou, permanece.
notice-console-domain-created = O domínio de registro foi criado.
notice-console-domain-opened = O domínio de registro está aberto.
notice-console-domain-closed = O domínio de registro está fechado.
notice-console-domain-deleted = O domínio de registro foi excluído.
notice-console-saved = Salvo.

# Mail
console-test-letter = Enviar um e-mail de teste
console-test-to = Para
console-test-hint = Um endereço cuja caixa possa ser lida. O e-mail segue o caminho de todos.
console-test-send = Enviar
console-recipient = Destinatário
console-letter = E-mail
console-attempts = Tentativas
console-written = Escrito
console-no-letters = Nenhum e-mail foi encontrado. Os e-mails são guardados durante 30 dias.
console-letter-to = E-mail para { $to }
console-delivery = Entrega
console-next-attempt = Próxima tentativa
console-given-up-at = Será abandonado
console-finished = Concluído
console-last-words = Últimas palavras do servidor de e-mail
console-resend = Tentar agora
console-cancel-letter = Retirar
console-cancel-letter-what = Ele não é enviado, e o que diz é esquecido. Se estiver saindo neste exato momento, ainda pode chegar.
console-dialogue = O que foi dito com o servidor de e-mail
console-dialogue-how = Na última tentativa. As linhas com uma seta para a direita são nossas, as com uma seta para a esquerda são do servidor de e-mail, e as com um sinal de igual dizem o que aconteceu.
console-no-dialogue = Ainda nada foi dito.
notice-console-test-sent = O e-mail de teste está na fila. Recarregue esta página para ver o que acontece com ele.
notice-console-letter-resent = A tentativa está em curso. Recarregue esta página para ver o que acontece.
notice-console-letter-cancelled = O e-mail foi retirado.

# Jobs
console-job-account-deletion = Excluir uma conta
console-job-org-deletion = Excluir uma organização
console-steps = Passos
console-step-sign-out = Encerrar todas as sessões
console-step-close-org = Fechar a organização
console-step-wait-for-second-thoughts = Esperar por uma mudança de ideia
console-step-erase-history = Apagar o histórico
console-step-erase-account = Apagar a conta
console-step-erase-org = Apagar a organização
console-asked-for-by = Pedido por
console-failure-sole-owner = A conta é mantida: uma organização ficaria sem proprietário.
console-due = Previsto para
console-no-jobs = Nenhum trabalho foi encontrado. Os trabalhos concluídos são guardados durante 30 dias.

# Audit
console-verify = Verificar o registro
console-filter = Filtrar
console-no-filter = Mostrar tudo
console-action = O que foi feito
console-actor-id = ID de quem o fez
console-target-id = ID de quem ou do que foi afetado
console-org-id = ID da organização
console-no-events = Nada foi encontrado.
console-verification = Verificação do registro
console-audit-holds = Cada evento está tal como foi escrito e onde foi escrito.
console-audit-broken = O registro não está como foi escrito. Guarde uma cópia do banco de dados antes de fazer qualquer outra coisa.
console-chained = Eventos examinados
console-erased = Sem a parte pessoal, que foi apagada
console-waiting = Recentes demais para saber
console-back-to-audit = Voltar à auditoria

# Signing keys
console-keys-what = Elas assinam os tokens das sessões. Os programas que verificam tokens por conta própria leem as chaves publicadas.
console-signs = Em uso
console-retired = Retirada
console-rotate = Pôr em vigor uma chave nova
console-rotate-what = A partir daí, todos os tokens são assinados com ela. Os tokens assinados antes continuam valendo até expirarem, e por isso nenhuma sessão é encerrada.
notice-console-key-rotated = Uma chave nova está em vigor.

# Settings and health
console-settings-what = Com o que este processo foi iniciado. Altere na origem e reinicie o serviço.
console-setting = Configuração
console-value = Valor
console-source = Origem
console-masked = Definida, não é mostrada
console-not-set = Sem definir
console-version = Versão
console-mail-server = Servidor de e-mail
console-set-up = Definido
console-oldest-letter = O mais antigo espera desde
console-key-in-force = Chave em vigor

# What every page has.

skip-to-content = Ir para o conteúdo
nav-account = A sua conta
nav-console = Console de operadores
nav-orgs = Organizações
nav-all-orgs = Todas as organizações
nav-settings = Configurações
nav-sign-out = Encerrar sessão
support-login-banner = Sessão iniciada como { $name }, para prestar ajuda. Tudo o que for feito fica registrado e visível para essa pessoa.
foot-help = Ajuda
foot-terms = Termos
foot-privacy = Privacidade
form-has-faults = Alguns campos precisam ser revistos.
form-optional = opcional
or = ou
role-owner = Proprietário
role-admin = Administrador
role-member = Membro
role-pending = Aguarda aprovação
list-more = Mostrar mais
search-button = Procurar
copy = Copiar
copied = Copiado
notice-signed-out = A sessão foi encerrada.
notice-session-over = A sua sessão terminou. Inicie sessão de novo para continuar.
notice-sign-in-again = Passou tempo demais. Inicie sessão de novo.

failure-title = Não funcionou
failure-403 = Não tem permissão para fazer isto
failure-404 = Não há nada aqui
failure-410 = Isto já não é válido
failure-429 = Um momento
failure-500 = Algo falhou do nosso lado
failure-503 = Voltamos já
failure-home = Ir para a página inicial

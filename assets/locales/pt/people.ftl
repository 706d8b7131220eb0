# Signing up, and wherever letters lead.

sign-up-title = Criar uma conta
sign-up-heading = Crie a sua conta
sign-up-closed = Neste momento ninguém pode se registrar aqui. Se recebeu um convite, abra o link dele; caso contrário, peça a um membro que envie um.
sign-up-domain-closed = O registro que procura está fechado. Ainda assim, é possível criar uma conta sem ele.
sign-up-domains = Outras formas de registro
sign-up-first = Nome
sign-up-last = Sobrenome
sign-up-email = Endereço de e-mail
sign-up-password = Senha
sign-up-password-hint = Pelo menos 8 caracteres. Várias palavras sem relação entre si são fáceis de lembrar e difíceis de adivinhar.
sign-up-org = A sua organização
sign-up-org-hint = Deixe vazio se age por conta própria ou se vai receber um convite.
sign-up-org-name = Nome da organização
sign-up-country = País
sign-up-no-country = Escolha um país
sign-up-terms = Aceito os { $link }.
sign-up-terms-link = termos
sign-up-button = Criar conta
sign-up-has-account = Já tem uma conta?
back-to-sign-in = Ir para o início de sessão

check-mail-title = Verifique o seu e-mail
check-mail-said = Escrevemos para { $address }. Abra o e-mail e use o link dele para terminar.
check-mail-hint = Pode demorar um ou dois minutos. Se não chegar nada, veja na pasta de spam e verifique se o endereço acima não tem erros.
check-mail-ask = Com que endereço fez o registro? Enviaremos um e-mail com um novo link.
check-mail-again = Enviar o e-mail de novo
check-mail-sent-again = Se houver uma conta pendente com este endereço, outro e-mail está a caminho.
check-mail-wrong-address = O endereço está errado?
check-mail-sign-up-anew = Fazer um novo registro

activate-title = Confirme o seu endereço de e-mail
activate-intro = Falta um passo: pressione o botão para confirmar que { $address } é o seu endereço de e-mail e abrir a sua conta.
activate-button = Confirmar
notice-activated = O seu endereço de e-mail está confirmado, e a sua conta está aberta.

orgs-to-review-title = São suas?
orgs-to-review-intro = { $orgs ->
    [one] O seu endereço de e-mail está confirmado. Antes disso, alguém criou uma organização com ele ou entrou em uma. Se não foi iniciativa sua, inicie sessão e saia dela.
   *[other] O seu endereço de e-mail está confirmado. Antes disso, alguém criou organizações com ele ou entrou em algumas. Se não foi iniciativa sua, inicie sessão e saia delas.
}
orgs-to-review-button = Iniciar sessão para vê-las

forgot-title = Esqueceu a senha?
forgot-intro = Indique o seu endereço de e-mail. Enviaremos um link para escolher outra senha.
forgot-button = Enviar o link
forgot-sent = Se houver uma conta com { $address }, um e-mail com um link está a caminho.
reset-title = Escolha outra senha
reset-intro = Para a conta de { $address }. A sua sessão será encerrada em todos os outros dispositivos.
reset-button = Salvar a senha
notice-password-reset = A sua nova senha foi salva. Inicie sessão com ela.

email-change-title = Outro endereço de e-mail
email-change-accept-heading = Mudar o seu endereço de e-mail?
email-change-accept-intro = A sua conta passará a ter o endereço { $address }. Se fez este pedido, aceite.
email-change-accept-button = Aceitar a mudança
email-change-deny-heading = Impedir a mudança?
email-change-deny-intro = Alguém que conhece a sua senha pediu para mudar o endereço da sua conta para { $address }. Se não foi iniciativa sua, impeça a mudança: todas as sessões são encerradas, a senha deixa de valer e enviamos um e-mail para escolher outra.
email-change-deny-button = Impedir e encerrar as sessões
email-change-confirm-heading = Este endereço é seu?
email-change-confirm-intro = Foi pedido, muito provavelmente por iniciativa sua, o uso de { $address } para uma conta. Se fez este pedido, confirme.
email-change-confirm-button = Confirmar o endereço
notice-email-change-accepted = A mudança foi aceita. Ela tem efeito quando o novo endereço for confirmado pelo e-mail enviado para lá.
notice-email-change-confirmed = O endereço está confirmado. A mudança tem efeito quando for aceita pelo e-mail enviado ao endereço antigo.
notice-email-changed = O endereço de e-mail mudou. A partir de agora, inicie sessão com o novo.
notice-email-change-denied = A mudança foi impedida, e todas as sessões foram encerradas. Um e-mail para escolher outra senha está a caminho.

not-me-title = Não foi iniciativa sua?
not-me-sign-up = Alguém se registrou com o seu endereço. Pressione o botão, e esquecemos esse registro.
not-me-account = Se outra pessoa fez o que o e-mail conta, pressione o botão: desfazemos tudo, encerramos todas as sessões, anulamos a senha e todas as chaves de API, e enviamos um e-mail para escolher outra senha.
not-me-button = Não fui eu
not-me-otherwise = Se foi iniciativa sua, não há nada a fazer: feche esta página.
notice-disowned = Agradecemos o aviso. Já desfizemos tudo. Se o caso era a sua conta, um e-mail para escolher outra senha está a caminho.

mailed-link-title = Este link não pode ser usado
mailed-link-activate = Podemos enviar um e-mail com um novo link.
mailed-link-reset = Pedir um novo link
mailed-link-invitation = Se ainda quiser entrar, peça um novo convite a quem convidou.
mailed-link-setup = Quem administra este serviço pode obter um novo com o comando “gatepost operator create”.
done-title = Pronto
done-intro = Já pode fechar esta página.

invitation-title = Entrar em { $org }
invitation-heading = Entrar em { $org }
invitation-intro-owner = { $inviter } enviou um convite com a função de proprietário.
invitation-intro-admin = { $inviter } enviou um convite com a função de administrador.
invitation-intro-member = { $inviter } enviou um convite com a função de membro.
invitation-accept = Entrar em { $org }
invitation-decline = Recusar o convite
invitation-join = Criar conta e entrar em { $org }
invitation-address-fixed = O convite é para este endereço.
invitation-for = Este convite é para { $address }.
invitation-known = Já existe uma conta com { $address }. Inicie sessão para aceitar o convite.
invitation-sign-in = Iniciar sessão para aceitar
invitation-member = Já é membro de { $org }. Não há mais nada a fazer.
invitation-open-until = É possível aceitar até { $at }.
signed-in-as = A sessão está iniciada como { $address }.
sign-out-and-come-back = Encerrar sessão e usar outra conta
notice-joined = Agora é membro. Boas-vindas!
notice-joining-waits = O convite foi aceito. Antes de começar, um proprietário ou administrador tem de aprovar a entrada; enviaremos um aviso.
notice-invitation-declined = O convite foi recusado.

ownership-transfer-title = Assumir { $org }
ownership-transfer-heading = Assumir a propriedade de { $org }?
ownership-transfer-intro = { $owner } pede que ocupe o seu lugar como proprietário.
ownership-transfer-effect = Ao aceitar, passa a ter a função de proprietário: é possível mudar tudo na organização e excluí-la. { $owner } fica como administrador.
ownership-transfer-for = Isto é para a conta de { $address }.
ownership-transfer-sign-in = Inicie sessão como { $address } para aceitar.
ownership-transfer-accept = Aceitar a propriedade
ownership-transfer-decline = Recusar
ownership-transfer-until = É possível aceitar até { $at }.
notice-transfer-accepted = Agora tem a função de proprietário.
notice-transfer-declined = O pedido foi recusado. Quem pediu recebe um aviso.

set-up-title = Configurar { $product }
set-up-intro = Isto cria a sua conta como operador: quem administra este serviço.
set-up-button = Criar a conta de operador
notice-operator-made = A sua conta está pronta. Inicie sessão com ela.

job-title-account-deletion = Exclusão da sua conta
job-title-org-deletion = Exclusão de uma organização
job-state-scheduled = Agendada
job-state-running = Em curso
job-state-completed = Concluída
job-state-cancelled = Cancelada
job-state-failed = Não realizada
job-due-account-deletion = Tudo o que diz respeito à sua conta será apagado depois de { $at }. Até lá, iniciar sessão cancela a exclusão.
job-due-org-deletion = A organização está fechada, e tudo o que lhe diz respeito será apagado depois de { $at }. Até lá, um proprietário pode cancelar a exclusão.
job-failure-sole-owner = A conta é mantida: uma organização ficaria sem proprietário.
job-step-sign-out = Encerrar todas as sessões
job-step-close-org = Fechar a organização
job-step-wait-for-second-thoughts = Esperar, caso mude de ideia
job-step-erase-history = Apagar o histórico
job-step-erase-account = Apagar a conta
job-step-erase-org = Apagar a organização
job-step-state-waiting = Pendente
job-step-state-running = Em curso
job-step-state-completed = Feito
job-step-state-cancelled = Não será feito
job-step-state-failed = Não será feito
job-asked = Pedida em { $at }.
job-cancel = Manter a organização
notice-job-cancelled = A exclusão foi cancelada. Tudo está como antes.

# Why something was refused: `error-<code>` for all of it, `field-<code>` for one field.

# Who asks
error-not-signed-in = Primeiro inicie sessão.
error-session-expired = A sua sessão terminou. Inicie sessão de novo.
error-session-required = Primeiro inicie sessão. Isto não pode ser feito com uma chave de API.
error-wrong-credentials = O e-mail, o nome de usuário ou a senha não estão corretos.
error-wrong-passkey = Esta chave de acesso não pode ser usada aqui. Tente de novo ou inicie sessão com a sua senha.
error-passkey-not-found = Não existe essa chave de acesso na sua conta.
error-too-many-passkeys = Já tem o máximo de chaves de acesso. Remova uma primeiro.
error-wrong-code = O código não está correto ou já foi usado. Espere pelo próximo.
error-api-key-expired = Esta chave de API expirou. Crie outra.
error-two-factor-required = Insira um código do seu aplicativo autenticador para iniciar sessão.
error-two-factor-elsewhere = A verificação em duas etapas está ativada nesta conta. Inicie sessão na página do próprio serviço.
error-not-activated = Esta conta ainda não está aberta. Use o link do e-mail que enviamos ou peça outro.
error-account-suspended = Esta conta está suspensa. Fale com quem administra este serviço.
error-email-not-verified = Primeiro confirme o seu endereço de e-mail: use o link do e-mail que enviamos.
error-wrong-password = A senha não está correta.
error-password-required = Insira a sua senha para confirmar.
error-wrong-account = Isto é para outra conta. Inicie sessão com o endereço de e-mail para o qual foi enviado.

# What they may
error-scope-missing = Esta chave de API não tem permissão para isso.
error-ip-not-allowed = Esta chave de API não pode ser usada a partir daqui.
error-role-too-low = A sua função nesta organização não permite isso.
error-role-above-own = Não é possível dar, alterar ou retirar uma função acima da sua.
error-two-factor-set-up-required = Esta organização exige dos membros a verificação em duas etapas. Ative-a primeiro nas suas configurações.
error-email-domain-not-allowed = Esta organização só aceita alguns endereços de e-mail, e o seu não é um deles.
error-operator-required = Isto é para os operadores deste serviço.
error-own-account = Não é possível fazer isto com a própria conta. Peça a outro operador.
error-support-login = Esta sessão serve para ajudar outra pessoa. O que é só dela não está acessível.
error-support-login-not-allowed = Esta pessoa não permite acessos de suporte ou é operador.
error-sign-up-closed = O registro está fechado. Peça um convite a um membro.

# What is not there
error-org-not-found = Esta organização não existe ou a sua conta não faz parte dela.
error-member-not-found = Esse membro não existe nesta organização.
error-invitation-not-found = Este convite não existe.
error-transfer-not-found = Esta transferência de propriedade não existe.
error-session-not-found = Esta sessão não é sua ou já terminou.
error-api-key-not-found = Não tem nenhuma chave de API assim.
error-job-not-found = Não há aqui nada que tenha pedido.
error-token-unknown = Não reconhecemos este link. Verifique se foi copiado inteiro ou abra-o diretamente no e-mail.
error-user-not-found = Esta pessoa não existe.
error-sign-up-domain-not-found = Este domínio de registro não existe.
error-letter-not-found = Este e-mail não existe ou já não está guardado.
error-path-not-found = Não há nenhuma página neste endereço. Verifique se foi copiado inteiro.

# What stands in the way
error-username-taken = Este nome de usuário já está em uso. Escolha outro.
error-email-address-taken = Outra conta tem este endereço de e-mail.
error-account-exists = Já existe uma conta com este endereço de e-mail. Inicie sessão nela.
error-already-member = Esta pessoa já é membro da organização.
error-last-owner = É o último proprietário da organização. Primeiro torne outra pessoa proprietária.
error-sole-owner = Uma organização só tem esta conta como proprietária. Primeiro torne outra pessoa proprietária ou exclua a organização.
error-two-factor-on = A verificação em duas etapas já está ativada. Primeiro desative-a.
error-two-factor-off = A verificação em duas etapas não está ativada.
error-two-factor-not-set-up = Primeiro configure a verificação em duas etapas.
error-invitation-not-pending = Este convite já não está aberto.
error-too-many-api-keys = Já tem o número máximo de chaves de API. Primeiro revogue uma.
error-org-name-taken = Outra organização tem este nome. Escolha outro.
error-member-not-eligible = Este membro aguarda aprovação, está suspenso ou ainda não confirmou o endereço de e-mail.
error-changed-meanwhile = Entretanto, outra pessoa alterou isto. Veja de novo e depois faça a sua alteração.
error-idempotency-conflict = Isto já foi enviado antes com outros valores. Abra a página de novo.
error-transfer-not-open = Esta transferência de propriedade já não está aberta.
error-transfer-void = As coisas mudaram desde o pedido: quem pediu já não é proprietário, ou a sua conta não faz parte da organização.
error-user-not-active = Esta conta aguarda ativação ou exclusão.
error-last-operator = É o último operador. Primeiro nomeie outra pessoa.
error-job-not-scheduled = É tarde demais para cancelar, ou alguém já o fez.
error-letter-not-queued = Este e-mail já não está na fila: foi enviado, abandonado ou retirado.

# What is over
error-token-spent = Este link já foi usado, ou outro mais recente o substituiu.
error-token-expired = Este link expirou.
error-invitation-revoked = A organização retirou este convite.
error-invitation-declined = Este convite foi recusado.
error-transfer-declined = Esta transferência de propriedade foi recusada.
error-transfer-cancelled = Um proprietário retirou esta transferência de propriedade.
error-org-gone = A organização já não existe.

# What can’t be read, and faults of ours
error-invalid-values = Parte do que foi inserido não pode ser usada.
error-malformed-json = Não é possível ler o que foi enviado.
error-unsupported-media-type = Não é possível ler o que foi enviado. Use o formulário da página.
error-body-too-large = É mais do que se pode enviar de uma vez.
error-body-too-slow = Demorou demais para chegar. Tente de novo.
error-method-not-allowed = Esta página não pode ser usada assim. Volte e abra-a de novo.
error-bad-request = Não é possível entender o pedido.
error-foreign-form = Este formulário é antigo demais, ou a sessão mudou desde então. Abra a página dele de novo e envie-o outra vez.
error-refused = O pedido foi recusado.
error-rate-limited = { $seconds ->
    [one] Tentativas demais. Tente de novo daqui a um segundo.
   *[other] Tentativas demais. Tente de novo daqui a { $seconds } segundos.
}
error-unavailable = O serviço está ocupado ou iniciando. Tente de novo em um momento.
error-internal = Algo falhou do nosso lado. A culpa não é sua; tente de novo mais tarde.

# One field
field-required = É necessário preencher.
field-empty = Não pode ficar vazio.
field-too-short = É curto demais.
field-too-long = É longo demais.
field-too-many = São demais.
field-wrong-type = Não é possível ler isto.
field-out-of-range = Está fora dos limites.
field-unknown-value = Não é nenhum dos valores oferecidos.
field-unknown-field = Isto não é conhecido aqui.
field-duplicate-field = Foi enviado mais de uma vez.
field-forbidden-character = Retire quebras de linha e caracteres invisíveis.
field-contains-link = Um nome não pode conter um endereço web.
field-email-address-malformed = Não é um endereço de e-mail. Deve ser como june@example.com.
field-email-address-not-ascii = Use um endereço só com letras sem acentos, algarismos e sinais, e escreva o domínio na forma ASCII.
field-email-domain-malformed = Não é um domínio de e-mail. Deve ser como example.com.
field-email-domain-not-allowed = Só são aceitos endereços de e-mail de algumas organizações, e este não é de nenhuma delas.
field-email-address-repeated = Este endereço aparece mais de uma vez.
field-email-unchanged = Este já é o endereço atual.
field-email-and-username = Indique o endereço de e-mail ou o nome de usuário, não ambos.
field-username-contains-at = Um nome de usuário não pode conter @.
field-password-too-short = Use pelo menos 8 caracteres.
field-password-too-long = Esta senha é longa demais.
field-password-too-weak = Esta senha é fácil de adivinhar. Use várias palavras sem relação entre si, e não o seu nome nem o seu endereço.
field-password-without-kinds = Use letras minúsculas e maiúsculas, um algarismo e outro sinal.
field-password-is-username = A senha e o nome de usuário não podem ser iguais.
field-country-unknown = Escolha um país da lista.
field-locale-malformed = Escolha um idioma da lista.
field-url-malformed = Não é um endereço web. Deve começar por https://.
field-ip-network-malformed = Não é um endereço nem uma rede. Deve ser como 192.0.2.7 ou 192.0.2.0/24.
field-id-malformed = Não é possível ler isto. Escolha de novo.
field-time-malformed = Não é uma data nem uma hora.
field-in-the-past = Indique um momento futuro.
field-cursor-unknown = Esta parte da lista já não existe. Comece do início.
field-role-unknown = Escolha uma função da lista.
field-scope-unknown = Escolha da lista.
field-scope-not-of-org = Uma chave para uma organização não pode ter isto.
field-code-and-recovery-code = Indique o código ou um código de recuperação, não ambos.
field-two-needed = São necessários dois códigos de recuperação.
field-transfer-to-self = Já tem a função de proprietário. Escolha outro membro.
field-org-with-invitation = Um convite leva à sua própria organização. Crie outra mais tarde.
field-sign-up-domain-closed = Este registro está fechado.
field-idempotency-key-invalid = Não é possível ler isto.

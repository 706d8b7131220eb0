# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = Olá, { $person }!
letter-hello-stranger = Olá!
letter-action = { $label }:
letter-button-fails = Se o botão não funcionar, abra este endereço:
letter-footer = { $product } enviou esta mensagem automaticamente. A sua senha nunca é pedida por e-mail.
letter-link-once = O link funciona uma única vez, até { $expires }.
letter-when = Data: { $at }
letter-device = Dispositivo: { $device }
letter-ip = Endereço IP: { $ip }
letter-sign-in = Iniciar sessão
letter-was-you = Foi iniciativa sua? Então não há nada a fazer.
letter-not-you = Não foi iniciativa sua?
letter-not-me = Não fui eu
letter-unanswered = Então ignore esta mensagem: nada muda, e mais ninguém tem este link.
letter-as-it-was = Então não precisa fazer nada: a sua conta está como estava.
letter-shut-out = Então avise-nos: as sessões são encerradas em todos os dispositivos, todas as chaves de API são revogadas, as chaves de acesso são removidas, a senha deixa de valer, e chega um e-mail para escolher outra.

# To somebody who signed up.
letter-activation-subject = Ative a sua conta { $product }
letter-activation-subject-org = Ative a sua conta em { $org }
letter-activation-text = Uma conta { $product } foi pedida com este endereço de e-mail, muito provavelmente por iniciativa sua. Falta um passo.
letter-activation-text-org = Uma conta { $product } foi pedida com este endereço de e-mail, para { $org }, muito provavelmente por iniciativa sua. Falta um passo.
letter-activation-action = Ativar a minha conta
letter-activation-username = Nome de usuário: { $username }
letter-activation-password = Senha: { $password }
letter-activation-made = Foi criado para si e só é informado aqui. Guarde-o, ou escolha o seu depois de iniciar sessão.
letter-activation-not-you = Então não ative a conta e avise-nos.

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = Já existe uma conta { $product } com este endereço
letter-account-exists-text = Uma nova conta { $product } foi pedida com este endereço de e-mail, muito provavelmente por iniciativa sua. Como já tem uma conta, não foi criada outra.

# To an invited person.
letter-organization-invitation-subject = Convite de { $inviter } para { $org }
letter-organization-invitation-text-owner = { $inviter } enviou um convite para fazer parte de { $org } em { $product } com a função de proprietário.
letter-organization-invitation-text-admin = { $inviter } enviou um convite para fazer parte de { $org } em { $product } com a função de administrador.
letter-organization-invitation-text-member = { $inviter } enviou um convite para fazer parte de { $org } em { $product } como membro.
letter-organization-invitation-text-pending = { $inviter } enviou um convite para fazer parte de { $org } em { $product }. Depois, alguém que administra a organização terá de aprovar a entrada.
letter-organization-invitation-writes = { $inviter } escreve:
letter-organization-invitation-action = Ver o convite
letter-organization-invitation-open = Nessa página é possível aceitar ou recusar. O convite fica aberto até { $expires }.
letter-organization-invitation-unknown = Não conhece { $inviter } ou { $org }?
letter-organization-invitation-unanswered = Então ignore esta mensagem: ninguém se torna membro sem aceitar.

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } espera entrar em { $org }
letter-member-awaits-approval-text-owner = { $newcomer } ({ $email }) aceitou um convite para { $org } em { $product } com a função de proprietário. { $org } aprova cada entrada; até lá, essa pessoa ainda não pode fazer nada.
letter-member-awaits-approval-text-admin = { $newcomer } ({ $email }) aceitou um convite para { $org } em { $product } com a função de administrador. { $org } aprova cada entrada; até lá, essa pessoa ainda não pode fazer nada.
letter-member-awaits-approval-text-member = { $newcomer } ({ $email }) aceitou um convite para { $org } em { $product } como membro. { $org } aprova cada entrada; até lá, essa pessoa ainda não pode fazer nada.
letter-member-awaits-approval-text-pending = { $newcomer } ({ $email }) aceitou um convite para { $org } em { $product }. { $org } aprova cada entrada; até lá, essa pessoa ainda não pode fazer nada.
letter-member-awaits-approval-decide = Inicie sessão para aprovar ou remover essa pessoa. Qualquer proprietário ou administrador pode fazê-lo.
letter-member-awaits-approval-unknown = Não conhece { $newcomer }?
letter-member-awaits-approval-ask = Então não aprove a entrada e pergunte a quem enviou o convite.

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } aprovou a sua entrada
letter-membership-approved-text-owner = { $org } aprovou a sua entrada em { $product }. A partir de agora tem a função de proprietário.
letter-membership-approved-text-admin = { $org } aprovou a sua entrada em { $product }. A partir de agora tem a função de administrador.
letter-membership-approved-text-member = { $org } aprovou a sua entrada em { $product }. A partir de agora é membro.
letter-membership-approved-unwanted = Não quer fazer parte de { $org }?
letter-membership-approved-leave = Inicie sessão e saia da organização.

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } pede que assuma { $org }
letter-ownership-transfer-text = { $owner } pede que ocupe o seu lugar como proprietário de { $org } em { $product }. Um proprietário responde pela organização: pelos membros, pelas configurações e pelo seu fim. Ao aceitar, { $owner } passa a administrador.
letter-ownership-transfer-action = Ver o pedido
letter-ownership-transfer-decide = Nessa página, inicie sessão para aceitar, ou recuse. É possível decidir até { $expires }.
letter-ownership-transfer-unexpected = Não esperava este pedido?
letter-ownership-transfer-unanswered = Então ignore esta mensagem: nada muda se não aceitar.

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } quer passar { $org } a outra pessoa
letter-ownership-notice-subject-accepted = { $successor } assumiu { $org }
letter-ownership-notice-subject-declined = { $successor } não assume { $org }
letter-ownership-notice-text-asked = { $owner } pediu a { $successor } que ocupe o seu lugar como proprietário de { $org } em { $product }. Ainda nada mudou. Se não deve ser assim, qualquer proprietário pode iniciar sessão e retirar o pedido.
letter-ownership-notice-text-accepted = { $successor } ocupou o lugar de { $owner } como proprietário de { $org } em { $product }. A partir de agora, { $owner } é administrador.
letter-ownership-notice-text-declined = { $successor } recusou ser proprietário de { $org } em { $product }. { $owner } continua a sê-lo e pode pedir a outra pessoa.

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = Verifique as organizações da sua conta { $product }
letter-orgs-to-review-text = Acaba de ser comprovado que este endereço de e-mail é seu. Antes disso, alguém usou a sua conta { $product } sem essa comprovação. Por segurança, a senha, as sessões e as chaves desse período já não valem.
letter-orgs-to-review-orgs = { $count ->
    [one] Esta organização foi criada nesse período, ou a conta entrou nela, e continua na sua conta:
   *[other] Estas organizações foram criadas nesse período, ou a conta entrou nelas, e continuam na sua conta:
}
letter-orgs-to-review-leave = { $count ->
    [one] Inicie sessão e saia dela, se não quiser fazer parte.
   *[other] Inicie sessão e saia daquelas de que não quiser fazer parte.
}
letter-orgs-to-review-all-you = Foi tudo iniciativa sua?
letter-orgs-to-review-nothing-left = Então não há mais nada a fazer.

# To a person who forgot their password.
letter-password-reset-subject = Escolha outra senha para { $product }
letter-password-reset-text = Foi pedida outra senha para a sua conta { $product }, muito provavelmente por iniciativa sua.
letter-password-reset-action = Escolher outra senha
letter-password-reset-effect = Ao usá-lo, as suas sessões são encerradas em todos os dispositivos e todas as suas chaves de API são revogadas.

# To the address of a person who wants another one.
letter-email-change-requested-subject = O endereço de e-mail da sua conta { $product } deve mudar?
letter-email-change-requested-text = Foi pedido, muito provavelmente por iniciativa sua, que { $new_address } passe a ser o endereço de e-mail da sua conta { $product }, em vez deste.
letter-email-change-requested-accept = Aceitar a mudança
letter-email-change-requested-effect-both = A mudança tem efeito quando o novo endereço também for confirmado. Sem a sua aceitação, nada muda.
letter-email-change-requested-effect-old = A mudança tem efeito imediato, e o novo endereço recebe um e-mail para o confirmar. Sem a sua aceitação, nada muda.
letter-email-change-requested-effect-new = A mudança tem efeito quando o novo endereço for confirmado pelo e-mail que enviamos para lá.
letter-email-change-requested-not-you = Então alguém conhece a sua senha. Recuse a mudança: as sessões são encerradas em todos os dispositivos, todas as chaves de API são revogadas, as chaves de acesso são removidas, a senha deixa de valer, e chega um e-mail para escolher outra.
letter-email-change-requested-deny = Recusar a mudança
letter-email-change-requested-until = É possível fazê-lo até { $expires }.

# To the address that they want.
letter-email-change-confirm-subject = Confirme este endereço para a sua conta { $product }
letter-email-change-confirm-text = Foi pedido, muito provavelmente por iniciativa sua, que este endereço passe a ser o da sua conta { $product }.
letter-email-change-confirm-action = Confirmar este endereço
letter-email-change-confirm-effect = A mudança tem efeito quando também for aceita no endereço antigo.

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = Este endereço já é de uma conta { $product }
letter-email-change-taken-text = Foi pedido, muito provavelmente por iniciativa sua, que este endereço passe a ser o de outra conta { $product }. Já é o endereço da sua conta, e só pode ser o de uma conta; por isso nada mudou.
letter-email-change-taken-other = Quer usá-lo na outra conta? Então dê primeiro outro endereço a esta conta e tente de novo.

# To the address that was a person’s until just now.
letter-email-changed-subject = O endereço de e-mail da sua conta { $product } mudou
letter-email-changed-text = A sua conta { $product } tem agora outro endereço de e-mail. Este já não lhe pertence.
letter-email-changed-not-you = Então avise-nos até { $expires }: este endereço é restabelecido, as sessões são encerradas em todos os dispositivos, todas as chaves de API são revogadas, as chaves de acesso são removidas, a senha deixa de valer, e chega um e-mail para escolher outra.

# To the address that a change is taken back from.
letter-email-change-undone-subject = O endereço anterior da sua conta { $product } foi restabelecido
letter-email-change-undone-text = Quem lê o endereço anterior da sua conta { $product } declarou que não o mudou. Por isso a conta voltou a ter aquele endereço, e este já não lhe pertence. As sessões foram encerradas em todos os dispositivos, todas as chaves de API foram revogadas, e a senha já não vale.
letter-email-change-undone-former = Também lê o endereço anterior? Então há lá um e-mail à espera para escolher outra senha.
letter-email-change-undone-unread = Já não o lê?
letter-email-change-undone-help = Então peça ajuda a quem administra { $product }.

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = Novo início de sessão na sua conta { $product }
letter-security-notice-subject-password-changed = A sua senha de { $product } foi alterada
letter-security-notice-subject-password-reset = A sua senha de { $product } foi redefinida
letter-security-notice-subject-two-factor-enabled = A verificação em duas etapas está ativada em { $product }
letter-security-notice-subject-two-factor-disabled = A verificação em duas etapas está desativada em { $product }
letter-security-notice-subject-passkey-added = Uma chave de acesso foi adicionada à sua conta { $product }
letter-security-notice-subject-passkey-removed = Uma chave de acesso da sua conta { $product } foi removida
letter-security-notice-subject-recovery-code-used = Um código de recuperação de { $product } foi usado
letter-security-notice-subject-two-factor-recovered = O aplicativo autenticador da sua conta { $product } foi substituído
letter-security-notice-subject-api-key-created = Foi criada uma chave de API para a sua conta { $product }
letter-security-notice-subject-deletion-cancelled = A sua conta { $product } foi mantida
letter-security-notice-text-new-sign-in = Alguém iniciou sessão na sua conta { $product } a partir de um dispositivo ou lugar que ainda não conhecíamos.
letter-security-notice-text-password-changed = A senha da sua conta { $product } foi alterada. As sessões foram encerradas em todos os outros dispositivos. As suas chaves de API continuam a funcionar: revogue as que não conhecer.
letter-security-notice-text-password-reset = A senha da sua conta { $product } foi redefinida por um link que enviamos por e-mail. As sessões foram encerradas em todos os dispositivos, todas as suas chaves de API foram revogadas e as suas chaves de acesso, removidas.
letter-security-notice-text-two-factor-enabled = A partir de agora, iniciar sessão na sua conta { $product } pede um código do seu aplicativo autenticador.
letter-security-notice-text-two-factor-disabled = Iniciar sessão na sua conta { $product } já não pede um código do seu aplicativo autenticador.
letter-security-notice-text-passkey-added = Uma chave de acesso (passkey) foi adicionada à sua conta { $product }. Quem tiver o dispositivo pode iniciar sessão sem a sua senha.
letter-security-notice-text-passkey-removed = Uma chave de acesso (passkey) da sua conta { $product } foi removida. Já não permite que ninguém inicie sessão.
letter-security-notice-text-recovery-code-used = Um código de recuperação foi usado em vez de um código do seu aplicativo autenticador. Esse código já não vale.
letter-security-notice-text-two-factor-recovered = Com a senha e códigos de recuperação da sua conta { $product }, o aplicativo autenticador anterior foi substituído por outro. As sessões foram encerradas em todos os dispositivos, e os códigos de recuperação antigos já não valem.
letter-security-notice-text-api-key-created = Foi criada uma chave de API para a sua conta { $product }. Quem a tiver pode agir em seu nome, dentro das permissões dela, até que expire ou seja revogada.
letter-security-notice-text-deletion-cancelled = Alguém iniciou sessão na sua conta { $product }, por isso ela é mantida: a exclusão foi cancelada.

# To a person whose account is to be deleted.
letter-account-deletion-subject = A sua conta { $product } será excluída
letter-account-deletion-text = Foi pedida, muito provavelmente por iniciativa sua, a exclusão da sua conta { $product }. As sessões foram encerradas em todos os dispositivos. Em { $due }, tudo o que guardamos a seu respeito será apagado definitivamente.
letter-account-deletion-second-thoughts = Mudou de ideia? Inicie sessão antes desse dia, e a conta é mantida.
letter-account-deletion-action = Manter a minha conta
letter-account-deletion-not-you = Então avise-nos: a conta é mantida, a senha deixa de valer, e chega um e-mail para escolher outra.

# To a person whose account stays after all.
letter-account-not-deleted-subject = A sua conta { $product } não pôde ser excluída
letter-account-not-deleted-text = { $count ->
    [one] Foi pedida por si a exclusão da conta { $product }. Nada foi apagado, e a conta é mantida: esta organização ficaria sem proprietário.
   *[other] Foi pedida por si a exclusão da conta { $product }. Nada foi apagado, e a conta é mantida: estas organizações ficariam sem proprietário.
}
letter-account-not-deleted-then = { $count ->
    [one] Inicie sessão, torne outra pessoa proprietária ou exclua a organização, e peça de novo.
   *[other] Inicie sessão, torne outra pessoa proprietária ou exclua as organizações, e peça de novo.
}

# The last letter to somebody.
letter-account-deleted-subject = A sua conta { $product } foi excluída
letter-account-deleted-text = Como pediu, a sua conta { $product } foi excluída, e tudo o que guardávamos a seu respeito foi apagado. Esta é a nossa última mensagem, e não guardamos cópia dela.

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = A sua conta { $product } está suspensa
letter-operator-notice-subject-restored = A sua conta { $product } está aberta de novo
letter-operator-notice-subject-signed-out = As suas sessões em { $product } foram encerradas
letter-operator-notice-subject-two-factor-reset = A verificação em duas etapas de { $product } foi desativada
letter-operator-notice-subject-address-set = A sua conta { $product } tem outro endereço de e-mail
letter-operator-notice-subject-support-login = A administração de { $product } entrou na sua conta
letter-operator-notice-subject-granted = Agora faz parte da administração de { $product }
letter-operator-notice-subject-removed = Já não faz parte da administração de { $product }
letter-operator-notice-text-suspended = A administração de { $product } suspendeu a sua conta. As suas sessões foram encerradas em todos os dispositivos, e não será possível iniciar sessão até que a conta seja reaberta; as suas chaves de API são recusadas.
letter-operator-notice-text-restored = A administração de { $product } reabriu a sua conta. Inicie sessão como antes.
letter-operator-notice-text-signed-out = A administração de { $product } encerrou as suas sessões em todos os dispositivos.
letter-operator-notice-text-two-factor-reset = A administração de { $product } desativou a verificação em duas etapas da sua conta, porque lhe foi dito que o segundo fator se perdeu. As suas sessões foram encerradas em todos os dispositivos. Inicie sessão com a sua senha e configure de novo a verificação em duas etapas.
letter-operator-notice-text-address-set = A administração de { $product } deu outro endereço de e-mail à sua conta, porque lhe foi dito que esta caixa de correio se perdeu. As sessões foram encerradas em todos os dispositivos, e os links enviados para aqui já não valem. A partir de agora, inicie sessão com o outro endereço.
letter-operator-notice-text-support-login = A administração de { $product } entrou na sua conta para ajudar, como a sua conta permite. Não pode mudar a forma como inicia sessão. Para terminar agora, inicie sessão e retire essa permissão na sua conta.
letter-operator-notice-text-granted = Pela linha de comando de { $product }, passou a fazer parte da administração: a partir de agora pode consultar e suspender contas e ajudar as pessoas. Inicie sessão como antes.
letter-operator-notice-text-removed = Pela linha de comando de { $product }, deixou de fazer parte da administração. A sua conta continua como está. Inicie sessão como antes.
letter-operator-notice-until = Essa sessão termina por si só em { $until }.
letter-operator-notice-operator = Feito por: { $operator }
letter-operator-notice-not-asked = Não foi um pedido seu?
letter-operator-notice-unexpected = Não é o que esperava? Entre em contato com quem administra { $product }.

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } será excluída
letter-org-deletion-text = { $owner } pediu a exclusão de { $org } em { $product }. A organização está fechada: ninguém pode mais agir ou entrar nela. Em { $due }, ela e tudo o que contém serão apagados definitivamente. Os membros mantêm as suas contas.
letter-org-deletion-second-thoughts = Houve mudança de ideia? Qualquer proprietário pode cancelar a exclusão antes desse dia, e tudo fica como estava.
letter-org-deletion-action = Manter a organização
letter-org-deletion-not-you = Então avise-nos: a organização é mantida, a senha da sua conta deixa de valer, e chega um e-mail para escolher outra.

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } foi mantida
letter-org-deletion-notice-subject-done = { $org } foi excluída
letter-org-deletion-notice-text-cancelled = { $org } em { $product } não será excluída: a exclusão foi cancelada. Tudo está como antes.
letter-org-deletion-notice-text-done = { $org } em { $product } foi excluída, como pediu um dos proprietários. Tudo o que continha foi apagado definitivamente. A sua conta é mantida.

# To whoever an operator names.
letter-test-subject = E-mail de teste de { $product }
letter-test-text = { $operator }, da administração de { $product }, enviou este e-mail para ver se os e-mails chegam. Este chegou, e não há nada a fazer.

# To a person whose spent session token was shown again.
letter-session-reused-subject = Uma sessão sua em { $product } foi encerrada por segurança
letter-session-reused-text = Em { $at }, uma chave de uma das suas sessões foi usada de novo depois de ter sido substituída.
letter-session-reused-text-device = Em { $at }, uma chave da sua sessão em { $device } foi usada de novo depois de ter sido substituída.
letter-session-reused-why = Pode ser uma falha do programa no seu dispositivo, ou um sinal de que alguém copiou a chave. Por segurança, { $product } encerrou a sessão.
letter-session-reused-action = Iniciar sessão de novo
letter-session-reused-again = Voltou a acontecer, ou não conhece este dispositivo?
letter-session-reused-then = Então altere a sua senha e encerre as sessões em todos os dispositivos.

# Passkeys.

sign-in-passkey = Iniciar sessão com uma chave de acesso
two-factor-passkey = Usar uma chave de acesso
passkey-failed = Nenhuma chave de acesso foi recebida. Tente de novo ou continue sem ela.
passkeys-title = Chaves de acesso
passkeys-intro = Inicie sessão com a impressão digital, o rosto ou o PIN do seu dispositivo, sem senha nem código.
passkeys-none = Ainda não tem chaves de acesso.
passkeys-added = Adicionada em { $at }
passkeys-used = usada pela última vez em { $at }
passkeys-add-heading = Adicionar uma chave de acesso
passkeys-password = A sua senha
passkeys-add = Adicionar uma chave de acesso
passkeys-add-intro = Dê-lhe um nome fácil de reconhecer e siga as indicações do seu dispositivo.
passkeys-name = Nome
passkeys-name-hint = Por exemplo, “Meu telefone”.
passkeys-continue = Continuar
passkeys-back = Voltar às chaves de acesso
passkeys-need-script = As chaves de acesso precisam de JavaScript, que está desativado neste navegador.
passkeys-remove = Remover
passkeys-remove-title = Remover a chave de acesso
passkeys-remove-heading = Remover “{ $name }”?
passkeys-remove-intro = Deixa de servir para iniciar sessão. O seu dispositivo pode continuar a oferecê-la até que seja excluída também nele.
notice-passkey-added = A chave de acesso foi adicionada. A partir de agora, é possível iniciar sessão com ela.
notice-passkey-removed = A chave de acesso foi removida.
error-passkeys-not-offered = Este serviço não oferece chaves de acesso: o endereço dele não tem nome de domínio.

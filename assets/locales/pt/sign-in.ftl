# Signing in.

sign-in-title = Iniciar sessão
sign-in-heading = Iniciar sessão em { $product }
sign-in-login = E-mail ou nome de usuário
sign-in-password = Senha
sign-in-button = Iniciar sessão
sign-in-forgot = Esqueceu a senha?
sign-in-no-account = É a primeira vez aqui?
sign-in-sign-up = Criar uma conta
two-factor-title = Confirme a sua identidade
two-factor-heading = Confirme a sua identidade
two-factor-intro = Insira o código que o seu aplicativo autenticador mostra para { $product }.
two-factor-intro-recovery = Insira um dos códigos de recuperação que guardou ao configurar a verificação em duas etapas. Cada um serve uma única vez.
two-factor-code = Código
two-factor-recovery-code = Código de recuperação
two-factor-use-app = Usar o aplicativo autenticador
two-factor-use-recovery = Usar um código de recuperação

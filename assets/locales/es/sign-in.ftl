# Signing in.

sign-in-title = Iniciar sesión
sign-in-heading = Iniciar sesión en { $product }
sign-in-login = Correo o nombre de usuario
sign-in-password = Contraseña
sign-in-button = Iniciar sesión
sign-in-forgot = ¿Ha olvidado la contraseña?
sign-in-no-account = ¿Es su primera vez aquí?
sign-in-sign-up = Crear una cuenta
two-factor-title = Confirme su identidad
two-factor-heading = Confirme su identidad
two-factor-intro = Introduzca el código que muestra su aplicación de autenticación para { $product }.
two-factor-intro-recovery = Introduzca uno de los códigos de recuperación que guardó al configurar la verificación en dos pasos. Cada uno sirve una sola vez.
two-factor-code = Código
two-factor-recovery-code = Código de recuperación
two-factor-use-app = Usar la aplicación de autenticación
two-factor-use-recovery = Usar un código de recuperación

# Signing in.

sign-in-title = 登录
sign-in-heading = 登录 { $product }
sign-in-login = 邮箱地址或用户名
sign-in-password = 密码
sign-in-button = 登录
sign-in-forgot = 忘记密码？
sign-in-no-account = 第一次来这里？
sign-in-sign-up = 创建账户
two-factor-title = 确认是您本人
two-factor-heading = 确认是您本人
two-factor-intro = 请输入身份验证器应用为 { $product } 显示的代码。
two-factor-intro-recovery = 请输入您在设置两步验证时保存的一个恢复代码。每个代码只能使用一次。
two-factor-code = 代码
two-factor-recovery-code = 恢复代码
two-factor-use-app = 使用身份验证器应用
two-factor-use-recovery = 使用恢复代码

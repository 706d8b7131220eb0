# Passkeys.

sign-in-passkey = 使用通行密钥登录
two-factor-passkey = 使用通行密钥
passkey-failed = 没有收到通行密钥。请重试，或不使用通行密钥继续。
passkeys-title = 通行密钥
passkeys-intro = 使用设备的指纹、面容或 PIN 登录，无需密码或代码。
passkeys-none = 您还没有通行密钥。
passkeys-added = 添加于{ $at }
passkeys-used = 上次使用于{ $at }
passkeys-add-heading = 添加通行密钥
passkeys-password = 您的密码
passkeys-add = 添加通行密钥
passkeys-add-intro = 请取一个便于您辨认的名称，然后按照设备的提示操作。
passkeys-name = 名称
passkeys-name-hint = 例如“我的手机”。
passkeys-continue = 继续
passkeys-back = 返回通行密钥
passkeys-need-script = 通行密钥需要 JavaScript，而此浏览器已将其关闭。
passkeys-remove = 移除
passkeys-remove-title = 移除通行密钥
passkeys-remove-heading = 要移除“{ $name }”吗？
passkeys-remove-intro = 它将不能再用于登录。在您从设备上也将其删除之前，设备可能仍会提供它。
notice-passkey-added = 通行密钥已添加。从现在起，您可以用它登录。
notice-passkey-removed = 通行密钥已移除。
error-passkeys-not-offered = 此服务不提供通行密钥：其地址没有域名。

# The built-in inbox of `gatepost dev`.

inbox-title = 收件箱
inbox-what = 邮件不会寄出，而是送到这里。
inbox-empty-it = 清空收件箱
inbox-only-to = 发给 { $to } 的邮件
inbox-all = 显示所有邮件
inbox-letters = 邮件
inbox-as-text = 文本
inbox-as-html = HTML
inbox-nothing = 还没有邮件。收到的邮件会显示在这里。

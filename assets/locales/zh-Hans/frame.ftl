# What every page has.

skip-to-content = 跳到正文
nav-account = 您的账户
nav-console = 运营控制台
nav-orgs = 组织
nav-all-orgs = 所有组织
nav-settings = 设置
nav-sign-out = 退出登录
support-login-banner = 您正以 { $name } 的身份登录，以便提供帮助。您所做的一切都会被记录，对方可以看到。
foot-help = 帮助
foot-terms = 条款
foot-privacy = 隐私
form-has-faults = 有些内容需要再检查一下。
form-optional = 选填
or = 或
role-owner = 所有者
role-admin = 管理员
role-member = 成员
role-pending = 等待批准
list-more = 显示更多
search-button = 搜索
copy = 复制
copied = 已复制
notice-signed-out = 您已退出登录。
notice-session-over = 您的会话已结束。请重新登录以继续。
notice-sign-in-again = 等待时间过长。请重新登录。

failure-title = 操作没有成功
failure-403 = 您没有权限这样做
failure-404 = 这里没有内容
failure-410 = 此内容已失效
failure-429 = 请稍候
failure-500 = 我们这边出了问题
failure-503 = 我们马上回来
failure-home = 前往首页

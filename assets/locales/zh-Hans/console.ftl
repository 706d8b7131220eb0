# The console of those who run the service.

console-nav = 运营控制台
console-overview = 概览
console-people = 人员
console-orgs = 组织
console-domains = 注册域
console-mail = 邮件
console-jobs = 任务
console-audit = 审计
console-keys = 签名密钥
console-settings = 设置
console-health = 运行状况

# What many of its pages say
console-search = 搜索
console-any = 不限
console-name = 名称
console-username = 用户名
console-state = 状态
console-created = 创建时间
console-id = ID
console-time = 时间
console-never = 从未
console-not-yet = 尚未
console-on = 已开启
console-off = 已关闭
console-two-factor = 两步验证
console-operator = 运营人员
console-country = 国家或地区
console-state-active = 正常
console-state-suspended = 已停用
console-state-pending = 未激活
console-state-deleting = 删除中
console-state-queued = 等待中
console-state-sent = 已发送
console-state-failed = 失败
console-state-cancelled = 已撤回
console-state-scheduled = 已安排
console-state-running = 进行中
console-state-completed = 已完成
console-state-waiting = 等待中

# Overview
console-no-mail-server = 尚未设置邮件服务器，因此邮件会一直等待，直到设置为止。设置项 smtp.host 和 smtp.from 决定邮件的去向。
console-letters-waiting = 等待中的邮件
console-letters-failed = 已放弃的邮件
console-jobs-open = 未完成的任务
console-jobs-failed = 失败的任务
console-lately = 最近{ $days }天
console-chart-sign-ups = 新账户
console-chart-sign-ins = 登录
console-chart-failed-sign-ins = 失败的登录
console-chart-letters = 已发送的邮件
console-chart-failed-letters = 已放弃的邮件
console-chart-told = { $what }：共{ $total }，单日最多{ $most }
console-chart-most = 单日最多{ $most }
console-as-table = 以表格显示每一天
console-day = 日期

# People
console-search-people = 查找人员
console-search-people-hint = 按姓名、邮箱地址或用户名的开头，或按 ID。
console-nobody-found = 没有找到任何人。
console-last-sign-in = 上次登录
console-account = 账户
console-verified = 已确认
console-unverified = 未确认
console-support-login = 支持登录
console-allowed = 允许
console-not-allowed = 不允许
console-is-operator = 运营本服务
console-activated = 激活时间
console-audit-of-person = 对此账户的操作
console-no-orgs-of-person = 不属于任何组织。
console-sessions = 会话
console-unknown-device = 未知设备
console-no-sessions = 没有在任何地方登录。
console-help-and-close = 协助与停用
console-own-account = 这是您自己的账户。请在设置中更改。
console-told-by-mail = 您在这里所做的一切，都会连同您的姓名通过邮件告知对方，并且会被记录。
console-sign-in-as = 以此人的身份登录
console-sign-in-as-what = 经对方许可，此浏览器会在短时间内以对方的身份登录。对方会收到邮件通知。要返回，请退出登录，再以您自己的身份登录。
console-sign-out = 在所有设备上退出登录
console-sign-out-what = 对方的所有会话都会结束。其 API 密钥继续有效。
console-reset-two-factor = 重置两步验证
console-reset-two-factor-what = 适用于丢失了身份验证器应用和恢复代码的人。此后只凭密码即可登录，对方的所有会话都会结束。请务必确认提出要求的人确系其本人。
console-set-address = 设置另一个邮箱地址
console-set-address-what = 适用于丢失了邮箱的人。对方的所有会话都会结束，发往旧地址的链接会失效，发往新地址的邮件会要求确认该地址。请务必确认提出要求的人确系其本人：能读取该邮箱的人就能设置新密码。
console-new-address = 新邮箱地址
console-restore = 恢复账户
console-restore-what = 对方可以重新登录，其 API 密钥恢复有效。
console-suspend = 停用账户
console-suspend-what = 对方的所有会话都会结束，其 API 密钥会被拒绝，并且无法登录。其所属的一切都会保留，您可以再恢复账户。
notice-console-suspended = 账户已停用。
notice-console-restored = 账户已恢复。
notice-console-signed-out = 对方已在所有设备上退出登录。
notice-console-two-factor-reset = 两步验证已关闭。只凭密码即可登录。
notice-console-address-set = 地址已设置。发往该地址的邮件会要求确认。

# Organizations
console-search-orgs = 查找组织
console-search-orgs-hint = 按名称的开头，或按 ID。
console-no-orgs-found = 没有找到任何组织。
console-about-org = 基本信息
console-required = 需要
console-not-required = 不需要
console-approval = 加入审批
console-email-domains = 邮箱域名
console-all-domains = 全部
console-came-through = 注册来源
console-audit-of-org = 在此组织中的操作
console-members = 成员

# Sign-up domains
console-domains-what = 带有专属说明的入口，供外部人员注册。
console-new-domain = 新建注册域
console-no-domains = 没有注册域。人们无需通过它即可注册。
console-open = 已开放
console-closed = 已关闭
console-domain-title = 标题
console-domain-description = 描述
console-domain-description-hint = 它的用途。
console-domain-help = 帮助
console-domain-help-hint = 人们在注册之前看到的内容。
console-domain-url = 邮件指向的页面
console-domain-url-hint = 通过它注册后，邮件指向的页面。留空则使用内置页面。
console-domain-version = 订阅的内容
console-domain-version-hint = 留空则与注册域同名。
console-domain-version-description = 订阅内容的描述
console-domain-open-at-once = 立即开放
console-domain-open-hint = 关闭的注册域不允许任何人注册。您可以稍后再开放。
console-create = 创建
console-cancel = 取消
console-save = 保存
console-door = 开放与关闭
console-domain-id = 它的 ID，用于链接和程序：
console-close = 关闭
console-close-what = 任何人都不能再通过它注册。已发送的邮件仍然有效。
console-open-domain = 开放
console-open-what = 所有人都可以通过它注册。
console-delete = 删除
console-delete-what = 它会永久消失。通过它注册的人以及他们创建的内容都会保留。
notice-console-domain-created = 注册域已创建。
notice-console-domain-opened = 注册域已开放。
notice-console-domain-closed = 注册域已关闭。
notice-console-domain-deleted = 注册域已删除。
notice-console-saved = 已保存。

# Mail
console-test-letter = 发送测试邮件
console-test-to = 收件人
console-test-hint = 您能查收的邮箱地址。此邮件与所有邮件走同样的路径。
console-test-send = 发送
console-recipient = 收件人
console-letter = 邮件
console-attempts = 尝试次数
console-written = 写成时间
console-no-letters = 没有找到邮件。邮件保留30天。
console-letter-to = 发给 { $to } 的邮件
console-delivery = 投递
console-next-attempt = 下次尝试
console-given-up-at = 放弃时间
console-finished = 结束时间
console-last-words = 邮件服务器的最后答复
console-resend = 立即尝试
console-cancel-letter = 撤回
console-cancel-letter-what = 邮件不会发出，其内容会被清除。如果此刻正在发送，仍有可能送达。
console-dialogue = 与邮件服务器的对话
console-dialogue-how = 最近一次尝试的记录。带右箭头的行由我们发出，带左箭头的行来自邮件服务器，带等号的行说明发生了什么。
console-no-dialogue = 还没有对话。
notice-console-test-sent = 测试邮件已排队。请刷新此页面查看结果。
notice-console-letter-resent = 正在尝试。请刷新此页面查看结果。
notice-console-letter-cancelled = 邮件已撤回。

# Jobs
console-job-account-deletion = 删除账户
console-job-org-deletion = 删除组织
console-steps = 步骤
console-step-sign-out = 在所有设备上退出登录
console-step-close-org = 关闭组织
console-step-wait-for-second-thoughts = 等待，以便改变主意
console-step-erase-history = 清除历史记录
console-step-erase-account = 清除账户
console-step-erase-org = 清除组织
console-asked-for-by = 提出者：
console-failure-sole-owner = 账户将保留：否则会有组织没有所有者。
console-due = 预定时间
console-no-jobs = 没有找到任务。已结束的任务保留30天。

# Audit
console-verify = 校验记录
console-filter = 筛选
console-no-filter = 显示全部
console-action = 操作
console-actor-id = 操作人的 ID
console-target-id = 对象的 ID
console-org-id = 组织的 ID
console-no-events = 没有找到任何内容。
console-verification = 记录校验
console-audit-holds = 每个事件都与写入时一致，位置也一致。
console-audit-broken = 记录与写入时不一致。在做任何其他事之前，请先保留一份数据库副本。
console-chained = 已检查的事件
console-erased = 个人信息部分已清除的事件
console-waiting = 太新，尚无法判断
console-back-to-audit = 返回审计

# Signing keys
console-keys-what = 它们为会话令牌签名。自行校验令牌的程序会读取已公布的密钥。
console-signs = 使用中
console-retired = 已停用
console-rotate = 启用新密钥
console-rotate-what = 此后的所有令牌都用它签名。之前签名的令牌在过期之前仍然有效，因此没有人会被退出登录。
notice-console-key-rotated = 新密钥已启用。

# Settings and health
console-settings-what = 此进程启动时所用的设置。请在其来源处更改，然后重新启动服务。
console-setting = 设置项
console-value = 值
console-source = 来源
console-masked = 已设置，不显示
console-not-set = 未设置
console-version = 版本
console-mail-server = 邮件服务器
console-set-up = 已设置
console-oldest-letter = 最早的等待自
console-key-in-force = 使用中的密钥

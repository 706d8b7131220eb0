# Organizations.

orgs-title = 您的组织
orgs-new = 新建组织
orgs-open = 打开
orgs-since = { $at }加入
orgs-pending = 还需由所有者或管理员批准您加入。批准后我们会写信给您。
orgs-withdraw = 放弃加入
orgs-lacks-two-factor = 此组织要求使用两步验证，而您尚未设置。
set-up-two-factor = 设置两步验证
orgs-invited = { $inviter } 邀请您加入 { $org }。
orgs-invited-look = 查看您的邀请
orgs-none = 您还不属于任何组织。
orgs-none-hint = 您可以为团队创建一个组织，或请某个组织的管理者通过您的邮箱地址邀请您。

org-new-title = 新建组织
org-new-intro = 您将成为其所有者，随后即可邀请他人。
org-new-button = 创建组织
org-new-back = 返回您的组织
org-name = 名称
org-country = 国家或地区
org-country-none = 未填写

org-nav = 组织
org-nav-members = 成员
org-nav-invitations = 邀请
org-nav-settings = 设置
org-nav-ownership = 所有权
org-nav-audit = 审计日志

roles-help = 各个角色可以做什么？
roles-owner-may = 管理员可以做的一切，以及移交所有权和删除组织。
roles-admin-may = 邀请和移除成员，更改角色（最高为管理员），更改设置，查看审计日志。
roles-member-may = 查看组织及其成员。

members-invite = 邀请他人
members-search = 按姓名或邮箱地址搜索
members-none-found = 这里没有姓名或地址为“{ $search }”的人。
members-show-all = 显示所有人
member-you = 您
member-suspended = 已停用
member-approve = 批准
member-turn-down = 拒绝
member-role = 角色
member-role-of = { $name } 的角色
member-role-save = 更改角色
member-remove-link = 移除
member-leave = 退出
member-back = 所有成员
member-joined = 加入时间
member-approve-heading = 等待批准
member-asked-owner = { $name } 受邀成为所有者。在您批准之前，对方在这里不能进行任何操作。
member-asked-admin = { $name } 受邀成为管理员。在您批准之前，对方在这里不能进行任何操作。
member-asked-member = { $name } 受邀成为成员。在您批准之前，对方在这里不能进行任何操作。
member-role-heading = 更改角色
member-turn-down-heading = 拒绝
member-turn-down-effect = { $name } 将不会加入。对方会保留账户，可以再次受邀。
member-remove-heading = 从组织中移除
member-remove-effect = { $name } 会立即失去访问权限。对方绑定到此组织的 API 密钥和发出的邀请都会失效。对方会保留账户，可以再次受邀。
member-remove-button = 移除成员
member-last-owner-hint = 组织需要有所有者。请先移交所有权，或让另一位成员成为所有者。

leave-title = 退出组织
leave-heading = 要退出 { $org } 吗？
leave-effect = 您会立即失去访问权限。您绑定到此组织的 API 密钥和发出的邀请都会失效。要再次加入，您需要新的邀请。
leave-button = 退出组织
leave-stay = 留下

invite-heading = 邀请他人
invite-emails = 邮箱地址
invite-emails-hint = 可以粘贴任意多个，最多200个：每行一个，或用逗号分隔。地址前可以带有姓名，与邮件程序复制的格式相同。
invite-language = 邮件语言
invite-language-own = 与我的相同
invite-language-hint = 已有账户的人会收到其设置语言的邮件。
invite-message = 留言
invite-message-hint = 您在邮件中的留言，最多500个字符。
invite-button = 发送邀请
field-already-member = 对方已是成员。
invitations-sent = 邀请
invitations-filter = 显示邀请
invitations-state-pending = 待回应
invitations-state-accepted = 已接受
invitations-state-declined = 已拒绝
invitations-state-revoked = 已撤回
invitations-state-expired = 已过期
invitations-state-all = 全部
invitations-none-pending = 没有待回应的邀请。您邀请的人在加入之前会显示在这里。
invitations-none = 没有这类邀请。
invitation-by = 由 { $inviter } 于{ $at }邀请。
invitation-until = 有效期至{ $at }。
invitation-mail-queued = 邮件发送中
invitation-mail-sent = 邮件已送达
invitation-mail-failed = 邮件被拒收
invitation-mail-cancelled = 邮件未发送
invitation-mail-said = 邮件服务器的答复：{ $words }
invitation-resend = 重新发送
invitation-revoke = 撤回
invited-title = 邀请已发送
invited-sent = { $count ->
   *[other] 已邀请{ $count }人。邮件已在路上。
}
invited-links = 如果邮件没有送达，请您亲自把链接交给对方。每个链接只适用于对应的地址，并且只在此时显示：请在继续之前复制您需要的链接。
invited-done = 完成

org-settings-title = 组织设置
org-general = 常规
org-policies = 策略
org-require-two-factor = 要求两步验证
org-require-two-factor-hint = 未设置两步验证的成员在设置之前，不能在此组织中进行任何操作。
org-own-two-factor-first = 要对他人提出此要求，请先为自己设置。
org-need-approval = 邀请需要批准
org-need-approval-hint = 通过邀请加入的人需等待所有者或管理员批准。
org-domains = 允许的邮箱域名
org-domains-hint = 每行一个，例如 example.com。只有使用这些域名的地址才能加入；已是成员的人不受影响。留空则允许所有人加入。
org-domains-all = 全部
org-on = 开启
org-off = 关闭
org-save = 保存设置
org-changed-meanwhile = 在您打开此页面期间，其他人更改了这些设置。您输入的内容仍在表单中。下面是现在保存的内容；如果您再次保存，将以您的内容取代。

org-delete-title = 删除组织
org-delete-intro = 对所有人关闭该组织，并在几天后清除。
org-delete-heading = 要删除 { $org } 吗？
org-delete-at-once = 组织会立即关闭：成员无法打开，其 API 密钥和邀请都会失效。
org-delete-undo = { $days ->
    [0] 其所有者会收到邮件通知。
   *[other] 其所有者会收到邮件通知，并且{ $days }天之内任何一位都可以撤销。届时一切恢复原样。
}
org-delete-for-good = 之后将永久清除。其成员会保留各自的账户。
org-your-password = 您的密码
org-keep = 保留

ownership-title = 移交所有权
transfers-open = 等待答复
transfer-asked = { $owner } 请 { $successor } 接管。
transfer-until = 可在{ $at }之前接受。
transfer-cancel = 撤回
transfer-heading = 请另一位成员接管
transfer-effect = 该成员会收到邮件，并需要接受。接受之后，对方成为所有者，您成为管理员。在此之前一切不变，您可以撤回。
transfer-to = 新所有者
transfer-choose = 选择成员
transfer-button = 请对方接管

audit-filter-action = 操作
audit-filter-all-actions = 全部
audit-filter-person = 操作人
audit-filter-everybody = 所有人
audit-filter-button = 显示
audit-none = 还没有这类操作。
audit-show-all = 显示全部

notice-org-founded = 您的组织已创建。现在请邀请属于它的人。
notice-org-left = 您已退出该组织。
notice-org-saved = 设置已保存。
notice-role-changed = 角色已更改。
notice-member-approved = 新成员已获批准。我们已发邮件告知对方。
notice-member-removed = 已移除该成员。
notice-invitation-resent = 邮件会重新发送，邀请的有效期也会延长。
notice-invitation-revoked = 邀请已撤回。其链接已失效。
notice-transfer-asked = 我们已写信给该成员。在对方接受之前，您仍是所有者。
notice-transfer-cancelled = 移交已撤回。其链接已失效。

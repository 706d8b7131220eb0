# Why something was refused: `error-<code>` for all of it, `field-<code>` for one field.

# Who asks
error-not-signed-in = 请先登录。
error-session-expired = 您的会话已结束。请重新登录。
error-session-required = 请先登录。API 密钥不能执行此操作。
error-wrong-credentials = 邮箱地址、用户名或密码有误。
error-wrong-passkey = 此通行密钥无法在此使用。请重试，或使用密码登录。
error-passkey-not-found = 您没有这个通行密钥。
error-too-many-passkeys = 您的通行密钥数量已达上限。请先移除一个。
error-wrong-code = 代码有误，或已被使用过。请等待下一个代码。
error-api-key-expired = 此 API 密钥已过期。请另建一个。
error-two-factor-required = 请输入身份验证器应用的代码以登录。
error-two-factor-elsewhere = 此账户已开启两步验证。请在本服务自己的页面上登录。
error-not-activated = 此账户尚未开通。请使用我们发给您的邮件中的链接，或要求再发一封。
error-account-suspended = 此账户已停用。请联系本服务的运营者。
error-email-not-verified = 请先确认您的邮箱地址：使用我们发给您的邮件中的链接。
error-wrong-password = 密码有误。
error-password-required = 请输入密码以确认此操作。
error-wrong-account = 这是给另一个账户的。请使用收到它的邮箱地址登录。

# What they may
error-scope-missing = 此 API 密钥无权执行此操作。
error-ip-not-allowed = 此 API 密钥不能在这里使用。
error-role-too-low = 您在此组织中的角色不允许这样做。
error-role-above-own = 您不能授予、更改或移除高于自己的角色。
error-two-factor-set-up-required = 此组织要求成员使用两步验证。请先在设置中开启。
error-email-domain-not-allowed = 此组织只接受某些邮箱地址，您的地址不在其中。
error-operator-required = 仅限本服务的运营人员。
error-own-account = 您不能对自己的账户这样做。请让其他运营人员操作。
error-support-login = 您此次登录是为了帮助他人。只属于对方的内容，您无法访问。
error-support-login-not-allowed = 对方不允许支持登录，或者是运营人员。
error-sign-up-closed = 注册已关闭。请让成员邀请您。

# What is not there
error-org-not-found = 没有这个组织，或者您不属于该组织。
error-member-not-found = 此组织中没有这位成员。
error-invitation-not-found = 没有这个邀请。
error-transfer-not-found = 没有这项所有权移交。
error-session-not-found = 此会话不属于您，或已经结束。
error-api-key-not-found = 您没有这个 API 密钥。
error-job-not-found = 这里没有您要求办理的事项。
error-token-unknown = 我们不认识这个链接。请检查是否复制完整，或直接从邮件中打开。
error-user-not-found = 没有这个人。
error-sign-up-domain-not-found = 没有这个注册域。
error-letter-not-found = 没有这封邮件，或者它已被清除。
error-path-not-found = 此地址没有页面。请检查是否复制完整。

# What stands in the way
error-username-taken = 此用户名已被占用。请另选一个。
error-email-address-taken = 另一个账户正在使用此邮箱地址。
error-account-exists = 此邮箱地址已有账户。请直接登录。
error-already-member = 对方已是该组织的成员。
error-last-owner = 这是该组织最后一位所有者。请先让其他人成为所有者。
error-sole-owner = 您是某个组织唯一的所有者。请先让其他人成为所有者，或删除该组织。
error-two-factor-on = 两步验证已经开启。请先将其关闭。
error-two-factor-off = 两步验证没有开启。
error-two-factor-not-set-up = 请先设置两步验证。
error-invitation-not-pending = 此邀请已不再有效。
error-too-many-api-keys = 您的 API 密钥数量已达上限。请先撤销一个。
error-org-name-taken = 另一个组织正在使用此名称。请另选一个。
error-member-not-eligible = 该成员正在等待批准、已停用，或尚未确认邮箱地址。
error-changed-meanwhile = 其间有其他人做了更改。请重新查看，然后再更改。
error-idempotency-conflict = 此内容之前已用不同的值提交过。请重新打开页面。
error-transfer-not-open = 此所有权移交已不再有效。
error-transfer-void = 提出请求之后情况有变：请求者已不是所有者，或者您不属于该组织。
error-user-not-active = 此账户正在等待激活或删除。
error-last-operator = 您是最后一位运营人员。请先让其他人成为运营人员。
error-job-not-scheduled = 现在撤回为时已晚，或者已有人撤回。
error-letter-not-queued = 此邮件已不在等待：已发送、已放弃或已撤回。

# What is over
error-token-spent = 此链接已被使用，或已被更新的链接取代。
error-token-expired = 此链接已过期。
error-invitation-revoked = 该组织已撤回此邀请。
error-invitation-declined = 此邀请已被拒绝。
error-transfer-declined = 此所有权移交已被拒绝。
error-transfer-cancelled = 一位所有者已撤回此所有权移交。
error-org-gone = 该组织已不存在。

# What can’t be read, and faults of ours
error-invalid-values = 输入的部分内容无法使用。
error-malformed-json = 无法读取提交的内容。
error-unsupported-media-type = 无法读取提交的内容。请使用页面上的表单。
error-body-too-large = 内容超出了一次可提交的大小。
error-body-too-slow = 传输时间过长。请重试。
error-method-not-allowed = 此页面不能这样使用。请返回并重新打开。
error-bad-request = 无法理解此请求。
error-foreign-form = 此表单已过时，或者您在此期间登录或退出过。请重新打开其页面，再提交一次。
error-refused = 请求被拒绝。
error-rate-limited = { $seconds ->
   *[other] 尝试次数过多。请在{ $seconds }秒后重试。
}
error-unavailable = 服务繁忙或正在启动。请稍后重试。
error-internal = 我们这边出了问题。这不是您的错，请稍后重试。

# One field
field-required = 请填写此项。
field-empty = 此项不能为空。
field-too-short = 太短了。
field-too-long = 太长了。
field-too-many = 数量过多。
field-wrong-type = 无法读取此内容。
field-out-of-range = 超出了允许的范围。
field-unknown-value = 这不是可选的值。
field-unknown-field = 这里没有此项。
field-duplicate-field = 此项提交了不止一次。
field-forbidden-character = 请去掉换行和不可见字符。
field-contains-link = 名称中不能包含网址。
field-email-address-malformed = 这不是邮箱地址。正确的格式如 june@example.com。
field-email-address-not-ascii = 请使用只含英文字母、数字和符号的地址，并以 ASCII 形式书写域名。
field-email-domain-malformed = 这不是邮箱域名。正确的格式如 example.com。
field-email-domain-not-allowed = 只接受某些组织的邮箱地址，此地址不在其中。
field-email-address-repeated = 此地址重复出现。
field-email-unchanged = 这就是当前的地址。
field-email-and-username = 请填写邮箱地址或用户名，不要两者都填。
field-username-contains-at = 用户名不能包含 @。
field-password-too-short = 请至少使用8个字符。
field-password-too-long = 此密码太长。
field-password-too-weak = 此密码容易被猜到。请使用几个互不相关的词，不要使用您的姓名或地址。
field-password-without-kinds = 请使用小写字母、大写字母、数字和其他符号。
field-password-is-username = 密码不能与用户名相同。
field-country-unknown = 请从列表中选择国家或地区。
field-locale-malformed = 请从列表中选择语言。
field-url-malformed = 这不是网址。网址以 https:// 开头。
field-ip-network-malformed = 这不是地址或网段。正确的格式如 192.0.2.7 或 192.0.2.0/24。
field-id-malformed = 无法读取此内容。请重新选择。
field-time-malformed = 这不是日期或时间。
field-in-the-past = 请填写将来的时间。
field-cursor-unknown = 列表的这一部分已不存在。请从头开始。
field-role-unknown = 请从列表中选择角色。
field-scope-unknown = 请从列表中选择。
field-scope-not-of-org = 用于单个组织的密钥不能拥有此项。
field-code-and-recovery-code = 请填写代码或恢复代码，不要两者都填。
field-two-needed = 需要两个恢复代码。
field-transfer-to-self = 您自己就是所有者。请选择其他成员。
field-org-with-invitation = 邀请会带您加入对应的组织。请稍后再创建其他组织。
field-sign-up-domain-closed = 此注册已关闭。
field-idempotency-key-invalid = 无法读取此内容。

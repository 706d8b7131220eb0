# What letters say: `letter-<letter>-<what>`. What many of them say comes first.

letter-hello = { $person }，您好：
letter-hello-stranger = 您好：
letter-action = { $label }：
letter-button-fails = 如果按钮无法使用，请打开以下地址：
letter-footer = 此邮件由 { $product } 自动发送。我们绝不会通过邮件索要您的密码。
letter-link-once = 此链接只能使用一次，有效期至 { $expires }。
letter-when = 时间：{ $at }
letter-device = 设备：{ $device }
letter-ip = IP 地址：{ $ip }
letter-sign-in = 登录
letter-was-you = 如果是您本人操作，则无需做任何事。
letter-not-you = 不是您本人操作？
letter-not-me = 不是我本人
letter-unanswered = 那么请忽略此邮件：一切都不会改变，其他人也没有这个链接。
letter-as-it-was = 那么您无需做任何事：您的账户没有变化。
letter-shut-out = 那么请告诉我们：所有设备都会退出登录，所有 API 密钥都会被撤销，所有通行密钥都会被移除，密码将失效，您会收到一封邮件以便设置新密码。

# To somebody who signed up.
letter-activation-subject = 请激活您的 { $product } 账户
letter-activation-subject-org = 请激活您在 { $org } 的账户
letter-activation-text = 有人（很可能是您）使用此邮箱地址注册了 { $product }。还差最后一步。
letter-activation-text-org = 有人（很可能是您）为 { $org } 使用此邮箱地址注册了 { $product }。还差最后一步。
letter-activation-action = 激活我的账户
letter-activation-username = 用户名：{ $username }
letter-activation-password = 密码：{ $password }
letter-activation-made = 这是我们为您生成的，只在这里告诉您。请妥善保存，或在登录后自行更改。
letter-activation-not-you = 那么请不要激活此账户，并告诉我们。

# To the owner of an address that somebody signed up with again.
letter-account-exists-subject = 您已经有 { $product } 账户
letter-account-exists-text = 有人（很可能是您）尝试使用此邮箱地址注册 { $product }。您已经有账户，因此没有创建第二个。

# To an invited person.
letter-organization-invitation-subject = { $inviter } 邀请您加入 { $org }
letter-organization-invitation-text-owner = { $inviter } 邀请您以所有者身份加入 { $product } 上的 { $org }。
letter-organization-invitation-text-admin = { $inviter } 邀请您以管理员身份加入 { $product } 上的 { $org }。
letter-organization-invitation-text-member = { $inviter } 邀请您以成员身份加入 { $product } 上的 { $org }。
letter-organization-invitation-text-pending = { $inviter } 邀请您加入 { $product } 上的 { $org }。加入之后，还需由该组织的管理者批准。
letter-organization-invitation-writes = { $inviter } 写道：
letter-organization-invitation-action = 查看邀请
letter-organization-invitation-open = 您可以在那里接受或拒绝。邀请有效期至 { $expires }。
letter-organization-invitation-unknown = 不认识 { $inviter } 或 { $org }？
letter-organization-invitation-unanswered = 那么请忽略此邮件：未经接受，任何人都不会成为成员。

# To the owners of an organization that somebody joined who has to be approved.
letter-member-awaits-approval-subject = { $newcomer } 正等待加入 { $org }
letter-member-awaits-approval-text-owner = { $newcomer }（{ $email }）接受了邀请，将以所有者身份加入 { $product } 上的 { $org }。{ $org } 会审批每一位加入者，因此对方目前还不能进行任何操作。
letter-member-awaits-approval-text-admin = { $newcomer }（{ $email }）接受了邀请，将以管理员身份加入 { $product } 上的 { $org }。{ $org } 会审批每一位加入者，因此对方目前还不能进行任何操作。
letter-member-awaits-approval-text-member = { $newcomer }（{ $email }）接受了邀请，将以成员身份加入 { $product } 上的 { $org }。{ $org } 会审批每一位加入者，因此对方目前还不能进行任何操作。
letter-member-awaits-approval-text-pending = { $newcomer }（{ $email }）接受了邀请，将加入 { $product } 上的 { $org }。{ $org } 会审批每一位加入者，因此对方目前还不能进行任何操作。
letter-member-awaits-approval-decide = 请登录以批准或移除对方。任何所有者或管理员都可以操作。
letter-member-awaits-approval-unknown = 不认识 { $newcomer }？
letter-member-awaits-approval-ask = 那么请不要批准，并向发出邀请的人核实。

# To a person who waited to be let in.
letter-membership-approved-subject = { $org } 已批准您加入
letter-membership-approved-text-owner = { $org } 已批准您在 { $product } 上加入。从现在起，您是那里的所有者。
letter-membership-approved-text-admin = { $org } 已批准您在 { $product } 上加入。从现在起，您是那里的管理员。
letter-membership-approved-text-member = { $org } 已批准您在 { $product } 上加入。从现在起，您是那里的成员。
letter-membership-approved-unwanted = 不想加入 { $org }？
letter-membership-approved-leave = 请登录并退出该组织。

# To a member whom an owner asks to take their place.
letter-ownership-transfer-subject = { $owner } 请您接管 { $org }
letter-ownership-transfer-text = { $owner } 请您接替自己，成为 { $product } 上 { $org } 的所有者。所有者对组织负责，包括其成员、设置以及存续。如果您接受，{ $owner } 将成为管理员。
letter-ownership-transfer-action = 查看请求
letter-ownership-transfer-decide = 请在那里登录以接受，或者拒绝。您可以在 { $expires } 之前作出决定。
letter-ownership-transfer-unexpected = 没有料到这个请求？
letter-ownership-transfer-unanswered = 那么请忽略此邮件：除非您接受，否则一切都不会改变。

# To owners, about such a transfer.
letter-ownership-notice-subject-asked = { $owner } 想要移交 { $org }
letter-ownership-notice-subject-accepted = { $successor } 已接管 { $org }
letter-ownership-notice-subject-declined = { $successor } 不接管 { $org }
letter-ownership-notice-text-asked = { $owner } 已请 { $successor } 接替自己，成为 { $product } 上 { $org } 的所有者。目前还没有任何变化。如果不应如此，任何所有者都可以登录并撤回该请求。
letter-ownership-notice-text-accepted = { $successor } 已接替 { $owner }，成为 { $product } 上 { $org } 的所有者。从现在起，{ $owner } 是管理员。
letter-ownership-notice-text-declined = { $successor } 拒绝成为 { $product } 上 { $org } 的所有者。{ $owner } 仍是所有者，可以另请他人。

# To a person who proved a mailbox under which others had been at work before.
letter-orgs-to-review-subject = 请检查您 { $product } 账户中的组织
letter-orgs-to-review-text = 您刚刚证明了此邮箱地址属于您。在此之前，有人未经证明使用了您的 { $product } 账户。为安全起见，当时的密码、会话和密钥均已失效。
letter-orgs-to-review-orgs = { $count ->
   *[other] 以下 { $count } 个组织是在那段时间创建或加入的，仍保留在您的账户中：
}
letter-orgs-to-review-leave = { $count ->
    [1] 请登录，如果不想属于该组织，请退出。
   *[other] 请登录，并退出您不想属于的组织。
}
letter-orgs-to-review-all-you = 全部是您本人操作？
letter-orgs-to-review-nothing-left = 那么无需再做任何事。

# To a person who forgot their password.
letter-password-reset-subject = 请设置新的 { $product } 密码
letter-password-reset-text = 有人（很可能是您）忘记了您的 { $product } 账户的密码。
letter-password-reset-action = 设置新密码
letter-password-reset-effect = 使用此链接后，您的所有设备都会退出登录，所有 API 密钥都会被撤销。

# To the address of a person who wants another one.
letter-email-change-requested-subject = 是否更改您 { $product } 账户的邮箱地址？
letter-email-change-requested-text = 有人（很可能是您）想用 { $new_address } 代替此地址，作为您的 { $product } 账户的邮箱地址。
letter-email-change-requested-accept = 接受更改
letter-email-change-requested-effect-both = 新地址也得到确认后，更改才会生效。未经您接受，一切都不会改变。
letter-email-change-requested-effect-old = 更改会立即生效，新地址会收到一封确认邮件。未经您接受，一切都不会改变。
letter-email-change-requested-effect-new = 通过我们发送到新地址的邮件确认该地址后，更改就会生效。
letter-email-change-requested-not-you = 那么有人知道您的密码。请拒绝更改：所有设备都会退出登录，所有 API 密钥都会被撤销，所有通行密钥都会被移除，密码将失效，您会收到一封邮件以便设置新密码。
letter-email-change-requested-deny = 拒绝更改
letter-email-change-requested-until = 您可以在 { $expires } 之前操作。

# To the address that they want.
letter-email-change-confirm-subject = 请为您的 { $product } 账户确认此地址
letter-email-change-confirm-text = 有人（很可能是您）想把此地址用作自己 { $product } 账户的邮箱地址。
letter-email-change-confirm-action = 确认此地址
letter-email-change-confirm-effect = 旧地址也接受更改后，更改才会生效。

# To the owner of an address that somebody wanted for another account.
letter-email-change-taken-subject = 此地址已属于一个 { $product } 账户
letter-email-change-taken-text = 有人（很可能是您）想把此地址用于另一个 { $product } 账户。它已经是您账户的地址，而一个地址只能属于一个账户，因此没有任何更改。
letter-email-change-taken-other = 想把它用于另一个账户？请先为这个账户换一个地址，然后再试。

# To the address that was a person’s until just now.
letter-email-changed-subject = 您 { $product } 账户的邮箱地址已更改
letter-email-changed-text = 您的 { $product } 账户现在使用另一个邮箱地址。此地址不再属于该账户。
letter-email-changed-not-you = 那么请在 { $expires } 之前告诉我们：此地址会恢复，所有设备都会退出登录，所有 API 密钥都会被撤销，所有通行密钥都会被移除，密码将失效，您会收到一封邮件以便设置新密码。

# To the address that a change is taken back from.
letter-email-change-undone-subject = 您 { $product } 账户的原地址已恢复
letter-email-change-undone-text = 您 { $product } 账户原地址的使用者表示没有更改过地址。因此该账户恢复了原地址，此地址不再属于该账户。所有设备都已退出登录，所有 API 密钥都已撤销，密码已失效。
letter-email-change-undone-former = 如果您也使用原地址，那里有一封邮件可供您设置新密码。
letter-email-change-undone-unread = 不再使用原地址？
letter-email-change-undone-help = 那么请向 { $product } 的运营者寻求帮助。

# To a person to whose account something happened.
letter-security-notice-subject-new-sign-in = 您的 { $product } 账户有新的登录
letter-security-notice-subject-password-changed = 您的 { $product } 密码已更改
letter-security-notice-subject-password-reset = 您的 { $product } 密码已重置
letter-security-notice-subject-two-factor-enabled = { $product } 的两步验证已开启
letter-security-notice-subject-two-factor-disabled = { $product } 的两步验证已关闭
letter-security-notice-subject-passkey-added = 您的 { $product } 账户添加了通行密钥
letter-security-notice-subject-passkey-removed = 您的 { $product } 账户移除了一个通行密钥
letter-security-notice-subject-recovery-code-used = 一个 { $product } 恢复代码已被使用
letter-security-notice-subject-two-factor-recovered = 您 { $product } 账户的身份验证器应用已更换
letter-security-notice-subject-api-key-created = 您的 { $product } 账户新建了一个 API 密钥
letter-security-notice-subject-deletion-cancelled = 您的 { $product } 账户将保留
letter-security-notice-text-new-sign-in = 有人从我们未曾见过的设备或地点登录了您的 { $product } 账户。
letter-security-notice-text-password-changed = 您的 { $product } 账户的密码已更改。所有其他设备都已退出登录。您的 API 密钥继续有效：请撤销您不认识的密钥。
letter-security-notice-text-password-reset = 您的 { $product } 账户的密码已通过我们发送给您的链接重置。所有设备都已退出登录，您的所有 API 密钥都已撤销，通行密钥都已移除。
letter-security-notice-text-two-factor-enabled = 从现在起，登录您的 { $product } 账户需要身份验证器应用的代码。
letter-security-notice-text-two-factor-disabled = 登录您的 { $product } 账户不再需要身份验证器应用的代码。
letter-security-notice-text-passkey-added = 您的 { $product } 账户添加了一个通行密钥。持有该设备的人无需您的密码即可登录。
letter-security-notice-text-passkey-removed = 您的 { $product } 账户移除了一个通行密钥。它不能再用于登录。
letter-security-notice-text-recovery-code-used = 有人使用恢复代码代替了身份验证器应用的代码。该恢复代码已失效。
letter-security-notice-text-two-factor-recovered = 有人使用您 { $product } 账户的密码和恢复代码，将原来的身份验证器应用换成了另一个。所有设备都已退出登录，旧的恢复代码已失效。
letter-security-notice-text-api-key-created = 您的 { $product } 账户新建了一个 API 密钥。在它过期或被您撤销之前，持有者可以在其权限范围内以您的身份操作。
letter-security-notice-text-deletion-cancelled = 有人登录了您的 { $product } 账户，因此账户将保留：删除已取消。

# To a person whose account is to be deleted.
letter-account-deletion-subject = 您的 { $product } 账户将被删除
letter-account-deletion-text = 有人（很可能是您）要求我们删除您的 { $product } 账户。所有设备都已退出登录。我们保存的有关您的一切将于 { $due } 永久删除。
letter-account-deletion-second-thoughts = 改变主意了？在此之前登录，账户就会保留。
letter-account-deletion-action = 保留我的账户
letter-account-deletion-not-you = 那么请告诉我们：账户会保留，密码将失效，您会收到一封邮件以便设置新密码。

# To a person whose account stays after all.
letter-account-not-deleted-subject = 您的 { $product } 账户未能删除
letter-account-not-deleted-text = { $count ->
   *[other] 您要求我们删除您的 { $product } 账户。没有删除任何内容，账户仍然保留：否则以下 { $count } 个组织将没有所有者。
}
letter-account-not-deleted-then = { $count ->
    [1] 请登录，让其他人成为所有者或删除该组织，然后再次提出要求。
   *[other] 请登录，让其他人成为所有者或删除这些组织，然后再次提出要求。
}

# The last letter to somebody.
letter-account-deleted-subject = 您的 { $product } 账户已删除
letter-account-deleted-text = 按照您的要求，您的 { $product } 账户已删除，我们保存的有关您的一切也已清除。这是我们发给您的最后一封邮件，我们不保留副本。

# To a person to whose account an operator did something.
letter-operator-notice-subject-suspended = 您的 { $product } 账户已停用
letter-operator-notice-subject-restored = 您的 { $product } 账户已恢复
letter-operator-notice-subject-signed-out = 您已从 { $product } 退出登录
letter-operator-notice-subject-two-factor-reset = { $product } 的两步验证已被关闭
letter-operator-notice-subject-address-set = 您的 { $product } 账户换了邮箱地址
letter-operator-notice-subject-support-login = { $product } 的运营人员以您的身份登录了
letter-operator-notice-subject-granted = 您现在是 { $product } 的运营人员
letter-operator-notice-subject-removed = 您不再是 { $product } 的运营人员
letter-operator-notice-text-suspended = { $product } 的运营人员停用了您的账户。您在所有设备上都已退出登录，在账户恢复之前无法登录；您的 API 密钥会被拒绝。
letter-operator-notice-text-restored = { $product } 的运营人员恢复了您的账户。请照常登录。
letter-operator-notice-text-signed-out = { $product } 的运营人员让您在所有设备上退出了登录。
letter-operator-notice-text-two-factor-reset = { $product } 的运营人员关闭了您账户的两步验证，因为有人称第二重验证已丢失。您在所有设备上都已退出登录。请用密码登录，并重新设置两步验证。
letter-operator-notice-text-address-set = { $product } 的运营人员为您的账户换了邮箱地址，因为有人称此邮箱已丢失。所有设备都已退出登录，发送到此邮箱的链接均已失效。从现在起，请用另一个地址登录。
letter-operator-notice-text-support-login = { $product } 的运营人员为提供帮助以您的身份登录了，这是您的账户所允许的。他们无法更改您的登录方式。如要立即结束，请登录并在账户中取消该许可。
letter-operator-notice-text-granted = 在 { $product } 的命令行中，您被设为运营人员：从现在起，您可以查看和停用账户，并帮助其用户。请照常登录。
letter-operator-notice-text-removed = 在 { $product } 的命令行中，您不再被设为运营人员。您的账户保持不变。请照常登录。
letter-operator-notice-until = 此次登录将于 { $until } 自动结束。
letter-operator-notice-operator = 操作人：{ $operator }
letter-operator-notice-not-asked = 您没有要求这样做？
letter-operator-notice-unexpected = 如果与您的预期不符，请联系 { $product } 的运营者。

# To the owners of an organization that is to be deleted.
letter-org-deletion-subject = { $org } 将被删除
letter-org-deletion-text = { $owner } 要求我们删除 { $product } 上的 { $org }。该组织已关闭：任何人都不能再在其中操作或加入。该组织及其中的一切将于 { $due } 永久删除。其成员的账户会保留。
letter-org-deletion-second-thoughts = 改变主意了？任何所有者都可以在此之前撤回，一切恢复原样。
letter-org-deletion-action = 保留该组织
letter-org-deletion-not-you = 那么请告诉我们：该组织会保留，您账户的密码将失效，您会收到一封邮件以便设置新密码。

# To the owners of an organization that was to be deleted.
letter-org-deletion-notice-subject-cancelled = { $org } 将保留
letter-org-deletion-notice-subject-done = { $org } 已删除
letter-org-deletion-notice-text-cancelled = { $product } 上的 { $org } 不会被删除：删除已撤回。其中的一切都和以前一样。
letter-org-deletion-notice-text-done = 按照其一位所有者的要求，{ $product } 上的 { $org } 已删除。其中的一切都已永久清除。您的账户会保留。

# To whoever an operator names.
letter-test-subject = { $product } 测试邮件
letter-test-text = { $product } 的运营人员 { $operator } 发送了此邮件，以检查邮件能否送达。邮件已送达，您无需做任何事。

# To a person whose spent session token was shown again.
letter-session-reused-subject = 为安全起见，您的一个 { $product } 会话已结束
letter-session-reused-text = { $at }，您的一个会话的密钥在被更换之后又被使用了。
letter-session-reused-text-device = { $at }，您在 { $device } 上的会话的密钥在被更换之后又被使用了。
letter-session-reused-why = 这可能是您设备上程序的错误，也可能表明有人复制了密钥。为安全起见，{ $product } 已结束该会话。
letter-session-reused-action = 重新登录
letter-session-reused-again = 再次发生，或者不认识这个设备？
letter-session-reused-then = 那么请更改您的密码，并在所有设备上退出登录。

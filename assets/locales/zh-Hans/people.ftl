# Signing up, and wherever letters lead.

sign-up-title = 创建账户
sign-up-heading = 创建您的账户
sign-up-closed = 目前任何人都不能在此注册。如果您收到了邀请，请打开邀请中的链接；否则请让一位成员邀请您。
sign-up-domain-closed = 您要找的注册入口已关闭。您仍可不通过它创建账户。
sign-up-domains = 其他注册方式
sign-up-first = 名字
sign-up-last = 姓氏
sign-up-email = 邮箱地址
sign-up-password = 密码
sign-up-password-hint = 至少8个字符。几个互不相关的词容易记住，也难以猜到。
sign-up-org = 您的组织
sign-up-org-hint = 如果您独自使用，或有人会邀请您，请留空。
sign-up-org-name = 组织名称
sign-up-country = 国家或地区
sign-up-no-country = 选择国家或地区
sign-up-terms = 我接受{ $link }。
sign-up-terms-link = 服务条款
sign-up-button = 创建账户
sign-up-has-account = 已有账户？
back-to-sign-in = 前往登录

check-mail-title = 请查收邮件
check-mail-said = 我们已写信给 { $address }。请打开邮件，使用其中的链接完成操作。
check-mail-hint = 可能需要一两分钟。如果没有收到，请查看垃圾邮件文件夹，并检查上面的地址是否有误。
check-mail-ask = 您注册时用的是哪个地址？我们会给您发一封带有新链接的邮件。
check-mail-again = 重新发送邮件
check-mail-sent-again = 如果有使用此地址的账户等待激活，另一封邮件已在路上。
check-mail-wrong-address = 地址有误？
check-mail-sign-up-anew = 重新注册

activate-title = 确认您的邮箱地址
activate-intro = 还差一步：请按下按钮，确认 { $address } 是您的邮箱地址，并开通您的账户。
activate-button = 确认
notice-activated = 您的邮箱地址已确认，账户已开通。

orgs-to-review-title = 这些是您的吗？
orgs-to-review-intro = { $orgs ->
   *[other] 您的邮箱地址已确认。在此之前，有人用它创建或加入了组织。如果不是您本人，请登录并退出。
}
orgs-to-review-button = 登录查看

forgot-title = 忘记密码？
forgot-intro = 请告诉我们您的邮箱地址。我们会发给您一个链接，用来设置新密码。
forgot-button = 发送链接
forgot-sent = 如果 { $address } 有账户，带有链接的邮件已在路上。
reset-title = 设置新密码
reset-intro = 用于 { $address } 的账户。您在其他所有设备上都会退出登录。
reset-button = 保存密码
notice-password-reset = 您的新密码已保存。请用它登录。

email-change-title = 更换邮箱地址
email-change-accept-heading = 要更改您的邮箱地址吗？
email-change-accept-intro = 您账户的地址将改为 { $address }。如果这是您要求的，请同意。
email-change-accept-button = 同意更改
email-change-deny-heading = 要阻止更改吗？
email-change-deny-intro = 有知道您密码的人要求将您账户的地址改为 { $address }。如果不是您本人，请阻止：所有人都会退出登录，密码将失效，我们会发邮件给您，以便您设置新密码。
email-change-deny-button = 阻止更改并让所有人退出
email-change-confirm-heading = 这个地址是您的吗？
email-change-confirm-intro = 有人（很可能是您）想将 { $address } 用于其账户。如果是您本人，请确认。
email-change-confirm-button = 确认地址
notice-email-change-accepted = 您已同意。新地址通过发往那里的邮件确认之后，更改即生效。
notice-email-change-confirmed = 地址已确认。通过发往旧地址的邮件同意之后，更改即生效。
notice-email-changed = 邮箱地址已更改。从现在起，请用新地址登录。
notice-email-change-denied = 更改已阻止，所有人都已退出登录。用来设置新密码的邮件已在路上。

not-me-title = 不是您本人操作？
not-me-sign-up = 有人用您的地址注册。请按下按钮，我们会清除这次注册。
not-me-account = 如果邮件中所说的操作是他人所为，请按下按钮：我们会将其撤销，让所有人退出登录，使密码和所有 API 密钥失效，并发邮件给您，以便您设置新密码。
not-me-button = 不是我本人
not-me-otherwise = 如果是您本人，则无需做任何事：请关闭此页面。
notice-disowned = 谢谢您。我们已将其撤销。如果涉及您的账户，用来设置新密码的邮件已在路上。

mailed-link-title = 此链接无法使用
mailed-link-activate = 我们可以发邮件给您一个新链接。
mailed-link-reset = 要求新链接
mailed-link-invitation = 如果您仍想加入，请让邀请您的人再次邀请。
mailed-link-setup = 本服务的运营者可以用命令“gatepost operator create”生成新链接。
done-title = 完成
done-intro = 您现在可以关闭此页面。

invitation-title = 加入 { $org }
invitation-heading = 加入 { $org }
invitation-intro-owner = { $inviter } 邀请您以所有者身份加入。
invitation-intro-admin = { $inviter } 邀请您以管理员身份加入。
invitation-intro-member = { $inviter } 邀请您以成员身份加入。
invitation-accept = 加入 { $org }
invitation-decline = 拒绝邀请
invitation-join = 创建账户并加入 { $org }
invitation-address-fixed = 邀请是发给此地址的。
invitation-for = 此邀请是发给 { $address } 的。
invitation-known = { $address } 已有账户。请登录以接受邀请。
invitation-sign-in = 登录以接受
invitation-member = 您已是 { $org } 的成员。无需再做任何事。
invitation-open-until = 您可以在{ $at }之前接受。
signed-in-as = 您已以 { $address } 登录。
sign-out-and-come-back = 退出登录并使用其他账户
notice-joined = 您现在是成员了。欢迎！
notice-joining-waits = 您已接受邀请。在您开始使用之前，还需由所有者或管理员批准；届时我们会写信给您。
notice-invitation-declined = 您已拒绝邀请。

ownership-transfer-title = 接管 { $org }
ownership-transfer-heading = 要成为 { $org } 的所有者吗？
ownership-transfer-intro = { $owner } 请您接替自己，成为所有者。
ownership-transfer-effect = 如果您接受，从现在起您就是所有者：您可以更改该组织的一切，也可以将其删除。{ $owner } 将留任管理员。
ownership-transfer-for = 这是给 { $address } 的账户的。
ownership-transfer-sign-in = 请以 { $address } 登录以接受。
ownership-transfer-accept = 接受并成为所有者
ownership-transfer-decline = 拒绝
ownership-transfer-until = 您可以在{ $at }之前接受。
notice-transfer-accepted = 您现在是所有者了。
notice-transfer-declined = 您已拒绝。我们会告知向您提出请求的人。

set-up-title = 设置 { $product }
set-up-intro = 这会创建您的账户，身份为运营人员，即运营本服务的人。
set-up-button = 创建运营人员账户
notice-operator-made = 您的账户已就绪。请用它登录。

job-title-account-deletion = 删除您的账户
job-title-org-deletion = 删除组织
job-state-scheduled = 已安排
job-state-running = 进行中
job-state-completed = 已完成
job-state-cancelled = 已撤回
job-state-failed = 未执行
job-due-account-deletion = 有关您账户的一切将在{ $at }之后清除。在此之前，登录即可撤回。
job-due-org-deletion = 该组织已关闭，有关它的一切将在{ $at }之后清除。在此之前，所有者可以撤回。
job-failure-sole-owner = 账户将保留：否则会有组织没有所有者。
job-step-sign-out = 在所有设备上退出登录
job-step-close-org = 关闭组织
job-step-wait-for-second-thoughts = 等待，以便改变主意
job-step-erase-history = 清除历史记录
job-step-erase-account = 清除账户
job-step-erase-org = 清除组织
job-step-state-waiting = 待进行
job-step-state-running = 进行中
job-step-state-completed = 已完成
job-step-state-cancelled = 不会执行
job-step-state-failed = 不会执行
job-asked = 提出于{ $at }。
job-cancel = 保留该组织
notice-job-cancelled = 删除已撤回。一切都和以前一样。

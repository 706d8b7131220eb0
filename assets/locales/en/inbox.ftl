# The built-in inbox of `gatepost dev`.

inbox-title = Inbox
inbox-what = Letters come here instead of going out.
inbox-empty-it = Empty the inbox
inbox-only-to = Letters to { $to }
inbox-all = Show all letters
inbox-letters = Letters
inbox-as-text = Text
inbox-as-html = HTML
inbox-nothing = No letters yet. They show up here as they come.

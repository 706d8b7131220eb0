// The script of the built-in inbox, which works without it: shows letters as they come, and empties it.
"use strict";

const inbox = () => document.querySelector("[data-inbox]");

// What came or went is shown by the page itself, read anew.
async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) { location.assign("/dev/inbox"); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  for (const element of document.querySelectorAll("main [data-needs-script]")) element.hidden = false;
}

setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(inbox().dataset.inbox);
  if (!answer.ok) return;
  const newest = (await answer.json()).at(-1)?.id ?? "";
  if (newest !== inbox().dataset.newest) await refresh();
}, 2000);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-empty-inbox]");
  if (!button) return;
  await fetch(button.dataset.emptyInbox, { method: "DELETE" });
  location.assign("/dev/inbox");
});

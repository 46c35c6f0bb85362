// Small conveniences. Every page works without them.
(function () {
  "use strict";
  const typing = (node) => node && (node.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) && !/^(radio|checkbox)$/.test(node.type)));

  // Capture from anywhere: the same form as its own page, in a sheet.
  async function capture(link) {
    const here = document.querySelector("main [data-caught]");
    if (here) { here.focus(); return; }
    const sheet = document.getElementById("capture");
    if (!sheet || !sheet.showModal) { window.location = link.href; return; }
    if (sheet.open) { return; }
    const client = document.body.dataset.client || "";
    const answer = await fetch(link.href + "?sheet=1&next=" + encodeURIComponent(location.pathname + location.search) + (client ? "&client=" + client : ""), {headers: {"X-Sheet": "1"}});
    if (!answer.ok || answer.redirected) { window.location = link.href; return; }
    sheet.innerHTML = await answer.text();
    sheet.showModal();
    const form = sheet.querySelector("[data-caught]");
    if (form) { form.focus(); }
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-capture]");
    if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); capture(link); }
    const close = event.target.closest("[data-close]");
    if (close) { event.preventDefault(); close.closest("dialog").close(); }
    const empty = event.target.closest("[data-not-kept]");
    if (empty) { event.preventDefault(); const box = document.getElementById(empty.dataset.notKept); box.value = ""; box.focus(); box.dispatchEvent(new Event("input", {bubbles: true})); }
  });

  document.documentElement.classList.add("script");
  document.addEventListener("click", (event) => {
    const show = event.target.closest("[data-show]");
    if (show) {
      const shown = show.getAttribute("aria-pressed") !== "true";
      show.setAttribute("aria-pressed", String(shown));
      show.dataset.show.split(" ").forEach((id) => { document.getElementById(id).type = shown ? "text" : "password"; });
    }
    if (event.target.closest("[data-print]")) { window.print(); }
  });
  const guess = document.querySelector("[data-guess-zone] [name=time_zone]");
  if (guess && guess.value === guess.defaultValue && !document.querySelector(".invalid")) { guess.value = Intl.DateTimeFormat().resolvedOptions().timeZone || guess.value; }

  // One key, two keys: c captures, g then a letter goes somewhere, ? says which.
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    const link = (name) => document.querySelector(name);
    if (event.key === "c" && link("[data-capture]")) { event.preventDefault(); capture(link("[data-capture]")); }
    const feelings = document.querySelectorAll("dialog[open] [data-caught] .feeling, main [data-caught] .feeling");
    if (feelings.length && /^[123]$/.test(event.key)) { event.preventDefault(); feelings[event.key - 1].click(); return; }
    if (event.key === "g") { going = Date.now(); return; }
    if (Date.now() - going < 1500) {
      const places = {t: 0, r: 1, w: 2, f: 3, l: 4, s: 5};
      const all = document.querySelectorAll(".nav a");
      if (event.key in places && all[places[event.key]]) { window.location = all[places[event.key]].href; }
      going = 0;
    }
  });

  // Whoever writes is there: it does not lock under their hands.
  let told = Date.now();
  document.addEventListener("input", () => {
    if (document.querySelector(".nav") && Date.now() - told > 45000) { told = Date.now(); fetch("/awake/").catch(() => {}); }
  });

  // Words that were typed and not saved are not lost by a slip.
  let changed = false;
  const words = (root) => [...root.querySelectorAll("textarea")];
  document.addEventListener("input", (event) => { if (event.target.tagName === "TEXTAREA") { changed = words(document).some((one) => one.value !== one.defaultValue); } });
  document.addEventListener("submit", (event) => { if (words(event.target).length) { changed = false; } });
  window.addEventListener("beforeunload", (event) => { if (changed) { event.preventDefault(); } });

  // Locked meanwhile, the page is put away. What was typed and not saved stays, to be carried over the unlocking.
  async function locked() {
    if (changed || !document.querySelector(".nav")) { return; }
    const answer = await fetch("/awake/", {headers: {"X-Waiting": "1"}, redirect: "manual"}).catch(() => null);
    if (answer && answer.type === "opaqueredirect" && !changed) { location.replace("/unlock/?next=" + encodeURIComponent(location.pathname + location.search)); }
  }
  setInterval(locked, 20000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { locked(); } });
})();

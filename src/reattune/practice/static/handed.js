// One browser, one person: a page that was left open goes when somebody else has the device. Every page works without.
(function () {
  "use strict";
  const script = document.currentScript;
  const mine = script.dataset.person;
  const whose = script.dataset.whose;
  const known = mine === "therapist" || mine === "client";
  const root = document.documentElement;
  const own = () => document.body && document.body.hasAttribute("data-own");
  let leaving = false;

  // Asked before any other listener: a page that goes does not ask whether to stay.
  window.addEventListener("beforeunload", (event) => { if (leaving) { event.stopImmediatePropagation(); } });

  function leave(to) {
    leaving = true;
    root.hidden = true;
    document.body.replaceChildren();
    location.replace(to);
  }

  async function look() {
    const answer = await fetch(whose, {headers: {"X-Waiting": "1"}, redirect: "manual"}).catch(() => null);
    const now = answer && answer.ok ? (await answer.text()).trim() : "";
    const person = now.split(" ")[0];
    if (person === "client" && mine !== "client") { leave("/mine/"); return; }
    if (mine === "client" && now && person !== "client" && !(person === "nobody" && written())) { leave("/"); return; }
    if (own() && person === "client" && now !== "client open" && !written()) { leave("/mine/"); return; }
    if (root.hidden && !now) { location.reload(); return; }
    root.hidden = false;
  }

  const written = () => [...document.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);

  if (known) {
    window.addEventListener("pageshow", (event) => { if (event.persisted) { root.hidden = true; look(); } });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); } });
    window.addEventListener("focus", look);
    if (window.BroadcastChannel) {
      const channel = new BroadcastChannel("reattune");
      channel.onmessage = (event) => { if (event.data !== mine) { look(); } };
      channel.postMessage(mine);
    }
  }
  if (mine !== "client") { return; }

  root.classList.add("script");
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) { window.print(); } });

  // Whoever writes is there: neither the desk nor their own words shut under their hands.
  let told = Date.now();
  document.addEventListener("input", () => { if (Date.now() - told > 45000) { told = Date.now(); fetch(whose).catch(() => {}); } });

  // Left alone, what only they may read goes from the screen when it shuts.
  setInterval(() => { if (own()) { look(); } }, 30000);
})();

// One question a screen, and nothing lost on the way. Without this script all questions stand on one page.
(function () {
  "use strict";
  const form = document.querySelector("[data-check-in]");
  if (!form || !window.fetch || !window.FormData) { return; }
  const asks = [...form.querySelectorAll("[data-ask]")];
  const state = form.querySelector("[data-state]"), heading = form.querySelector("h1");
  const word = (name) => { const one = form.querySelector('[data-word="' + name + '"]'); return one ? one.textContent : ""; };
  // Only in a window of the client's own phone, and only until it is sent; a device handed over keeps nothing.
  const place = form.hasAttribute("data-keep") ? "check-in " + form.getAttribute("action") : "";
  let at = 0, sent = false, busy = false, timer = 0, wait = 2000;

  const inside = (ask, names) => [...ask.querySelectorAll("input,textarea")].filter((one) => one.type !== "hidden" && !(names && !names.test(one.name)));
  const given = (one) => one.type === "radio" ? one.checked : one.value.trim() !== "";
  const answered = (ask) => inside(ask, /^(choice|text|closeness|leading|colour|item)-/).some(given);
  const skip = (ask) => ask.querySelector('input[name^="skip-"]');
  const left = (ask) => { const one = skip(ask); return Boolean(one && one.value); };
  const who = (ask) => ask.querySelector("[data-who]");
  const chosen = (ask) => inside(ask, /^share-/).find((one) => one.checked);
  const counts = (ask) => Boolean(who(ask)) && answered(ask) && !left(ask);

  function tidy(ask) {
    const readers = who(ask);
    if (readers) { readers.hidden = !answered(ask); }
    const wordless = ask.querySelector('input[value="wordless"]');
    const more = ask.querySelector("details.wordless");
    if (wordless && more && wordless.checked) { more.open = true; }
  }
  function complete(ask) {
    const missing = counts(ask) && !chosen(ask);
    const line = ask.querySelector("[data-missing]");
    if (line) { line.hidden = !missing; }
    if (missing) { inside(ask, /^share-/)[0].focus(); }
    return !missing;
  }
  function summary() {
    const list = form.querySelector("[data-summary]"), none = form.querySelector("[data-none]");
    list.textContent = "";
    asks.filter(counts).forEach((ask) => {
      const line = document.createElement("li"), share = chosen(ask);
      line.textContent = ask.querySelector("h2").textContent + " ";
      const tag = document.createElement("span");
      tag.className = "tag";
      tag.textContent = share ? share.closest("label").textContent.trim() : "";
      line.append(tag);
      list.append(line);
    });
    list.hidden = !list.children.length;
    none.hidden = Boolean(list.children.length);
    form.querySelector("[data-send]").hidden = !list.children.length;
  }
  function show(number, quiet) {
    at = Math.max(0, Math.min(asks.length - 1, number));
    asks.forEach((ask, n) => { ask.hidden = n !== at; });
    if (at === asks.length - 1) { summary(); }
    heading.classList.toggle("hidden", at > 0);
    if (!quiet) {
      (at ? asks[at].querySelector("h2") : heading).focus({preventScroll: true});
      window.scrollTo(0, 0);
    }
    keep();
  }

  function keep() {
    if (!place || sent) { return; }
    const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    try { sessionStorage.setItem(place, JSON.stringify({at: at, fields: fields})); } catch (error) { /* Full or shut: the page itself still holds the words. */ }
  }
  function recall() {
    let found = null;
    try { found = place ? JSON.parse(sessionStorage.getItem(place) || "null") : null; } catch (error) { return 0; }
    if (!found) { return 0; }
    found.fields.forEach(([name, value]) => {
      const all = [...form.elements].filter((one) => one.name === name);
      all.forEach((one) => { if (one.type === "radio") { one.checked = one.value === value; } else { one.value = value; } });
    });
    return found.at;
  }
  function forget() {
    sent = true;
    if (place) { try { sessionStorage.removeItem(place); } catch (error) { /* Then nothing was kept there. */ } }
  }

  function tell(name, again) {
    state.hidden = false;
    state.textContent = word(name);
    if (again) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet-button";
      button.textContent = word("again");
      button.addEventListener("click", send);
      state.append(button);
    }
  }
  function later() {
    tell("waiting", true);
    clearTimeout(timer);
    timer = setTimeout(send, wait);
    wait = Math.min(wait * 2, 30000);
  }
  async function send() {
    if (busy || sent) { return; }
    busy = true;
    clearTimeout(timer);
    tell("sending");
    try {
      const answer = await fetch(form.action, {method: "POST", body: new FormData(form), credentials: "same-origin"});
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const thanks = page.querySelector("[data-thanks]");
      if (answer.ok && thanks) {
        forget();
        const main = document.getElementById("main");
        main.replaceChildren(document.adoptNode(thanks));
        main.querySelector("h1").focus({preventScroll: true});
        window.scrollTo(0, 0);
      } else if (answer.status >= 500) {
        later();
      } else {
        const why = page.querySelector("[data-refused],.trouble");
        tell("refused", true);
        if (why) { state.prepend(why.textContent.trim() + " "); }
      }
    } catch (error) {
      later();
    } finally {
      busy = false;
    }
  }

  form.addEventListener("input", (event) => {
    const ask = event.target.closest("[data-ask]");
    if (ask) {
      if (skip(ask)) { skip(ask).value = ""; }
      tidy(ask);
      const line = ask.querySelector("[data-missing]");
      if (line && chosen(ask)) { line.hidden = true; }
    }
    keep();
  });
  form.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go]"), leave = event.target.closest("[data-skip]");
    if (go) {
      const step = Number(go.dataset.go);
      if (step < 0 || complete(asks[at])) { show(at + step); }
    } else if (leave) {
      // What was written stays in its box; it is only not sent.
      skip(asks[at]).value = "1";
      show(at + 1);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const open = asks.findIndex((ask) => counts(ask) && !chosen(ask));
    if (open >= 0) { show(open); complete(asks[open]); } else { send(); }
  });
  form.addEventListener("keydown", (event) => {
    // Enter in the middle is "next", never "send".
    if (event.key === "Enter" && event.target.tagName === "INPUT" && at < asks.length - 1) {
      event.preventDefault();
      if (complete(asks[at])) { show(at + 1); }
    }
  });
  window.addEventListener("online", () => { if (!state.hidden && !sent) { wait = 2000; send(); } });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && !place && asks.some(counts)) { event.preventDefault(); }
  });

  document.documentElement.classList.add("steps");
  const kept = word("kept");
  if (kept) {
    const line = document.createElement("p");
    line.className = "soft";
    line.textContent = kept;
    asks[0].append(line);
  }
  const first = recall();
  asks.forEach(tidy);
  const trouble = asks.findIndex((ask) => ask.querySelector(".invalid:not([hidden])"));
  show(trouble > 0 ? trouble : first, true);
})();

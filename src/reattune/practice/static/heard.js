// A transcript by keyboard: j and k go from moment to moment, y, n and u answer the one in hand. The page works without.
(function () {
  "use strict";
  const notes = Array.from(document.querySelectorAll("[data-moment]"));
  if (!notes.length) { return; }
  document.querySelectorAll("[data-keys]").forEach((one) => { one.hidden = false; });
  const targeted = () => notes.find((one) => "#" + one.id === location.hash);
  let inHand = targeted() || null;
  const take = (note) => {
    inHand = note;
    note.focus({preventScroll: true});
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (note.closest(".turn") || note).scrollIntoView({block: "start", behavior: still ? "auto" : "smooth"});
  };
  // Whoever reads without going from moment to moment has in hand what they are at.
  document.addEventListener("focusin", (event) => { inHand = event.target.closest("[data-moment]") || inHand; });
  window.addEventListener("hashchange", () => { inHand = targeted() || inHand; });
  const go = (step) => {
    const at = notes.indexOf(inHand);
    const next = inHand ? notes[at + step] : notes[step > 0 ? 0 : notes.length - 1];
    if (next) { take(next); return; }
    // On another page, perhaps.
    const link = inHand && inHand.querySelector(step > 0 ? "[data-after]" : "[data-before]");
    if (link) { location.href = link.href; }
  };
  const said = {y: "yes", n: "no", u: "unsure"};
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) { return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) { return; }
    if (event.key === "j" || event.key === "k") { event.preventDefault(); go(event.key === "j" ? 1 : -1); return; }
    const button = said[event.key] && inHand && inHand.querySelector("[name=said][value=" + said[event.key] + "]");
    if (button) { event.preventDefault(); button.click(); }
  });
  if (inHand) { take(inHand); }
})();

// A recording played: its line of loudness, one playhead over all ribbons, moments and lines that play, and keys.
// The page works without: its own player, links into it, and everything in words.
(function () {
  "use strict";
  const media = document.querySelector("[data-media]");
  const player = document.querySelector("[data-player]");
  if (!media) { return; }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const known = player ? Number(player.dataset.seconds) : 0;
  const length = () => known || (Number.isFinite(media.duration) ? media.duration : 0);
  let until = null;

  const play = (from, to) => {
    until = to || null;
    const start = () => { media.currentTime = from; media.play().catch(() => {}); };
    if (media.readyState > 0) { start(); return; }
    media.addEventListener("loadedmetadata", start, {once: true});
    media.load();
  };
  const move = (seconds) => {
    until = null;
    media.currentTime = Math.max(0, Math.min(length() || Infinity, media.currentTime + seconds));
  };
  const toggle = () => { if (media.paused) { media.play().catch(() => {}); } else { media.pause(); } };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-play]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    play(Number(link.dataset.play), Number(link.dataset.until) || null);
  });

  const said = document.querySelector("[data-said]");
  media.addEventListener("error", () => { if (said) { said.textContent = said.dataset.broken; } });

  // Listening is using the desk: while it plays, the desk is told so.
  setInterval(() => { if (!media.paused) { fetch(media.currentSrc || media.src, {method: "HEAD"}).catch(() => {}); } }, 60000);

  const axis = document.querySelector("[data-axis]");
  let head = null;
  if (axis) {
    axis.classList.add("is-live");
    const SVG = "http://www.w3.org/2000/svg";
    const over = document.createElementNS(SVG, "svg");
    head = document.createElementNS(SVG, "line");
    Object.entries({class: "head-line", width: "100%", height: "100%", "aria-hidden": "true", focusable: "false"}).forEach(
      ([name, value]) => over.setAttribute(name, value));
    Object.entries({x1: "0%", x2: "0%", y1: "0", y2: "100%"}).forEach(([name, value]) => head.setAttribute(name, value));
    over.append(head);
    axis.append(over);
    axis.addEventListener("click", (event) => {
      const ribbon = event.target.closest(".rb");
      if (!ribbon || !length()) { return; }
      const box = ribbon.getBoundingClientRect();
      until = null;
      media.currentTime = length() * (event.clientX - box.left) / box.width;
    });
  }
  const wave = document.querySelector("[data-wave]");
  const peaks = player && player.dataset.peaks ? JSON.parse(player.dataset.peaks) : [];
  if (wave && peaks.length && known && window.WaveSurfer) {
    wave.hidden = false;
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    window.WaveSurfer.create({
      container: wave, media: media, peaks: [peaks], duration: known, height: 72, normalize: true, cursorWidth: 0,
      waveColor: colour("--soft"), progressColor: colour("--accent"), cspNonce: player.dataset.nonce,
      hideScrollbar: true, autoScroll: false,
    });
    // Its rules stay; the element with them goes, so that the page is without inline style again.
    wave.querySelectorAll("*").forEach((host) => {
      const style = host.shadowRoot && host.shadowRoot.querySelector("style");
      if (!style) { return; }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style.textContent);
      host.shadowRoot.adoptedStyleSheets = [sheet];
      style.remove();
    });
  }

  const lines = Array.from(document.querySelectorAll(".lines [data-from]"));
  const starts = lines.map((one) => Number(one.dataset.from));
  const box = document.querySelector(".lines");
  const follow = document.querySelector("[data-follow]");
  if (follow && lines.length) { follow.hidden = false; }
  let now = null;
  const lineAt = (time) => {
    let low = 0, high = starts.length;
    while (low < high) { const middle = (low + high) >> 1; if (starts[middle] <= time) { low = middle + 1; } else { high = middle; } }
    return low ? lines[low - 1] : null;
  };
  const mark = () => {
    const time = media.currentTime;
    if (head && length()) {
      const percent = (100 * Math.min(1, time / length())).toFixed(3) + "%";
      head.setAttribute("x1", percent);
      head.setAttribute("x2", percent);
    }
    if (until !== null && time >= until) { until = null; media.pause(); }
    const here = lineAt(time);
    if (here === now) { return; }
    if (now) { now.classList.remove("is-now"); now.removeAttribute("aria-current"); }
    now = here;
    if (!now) { return; }
    now.classList.add("is-now");
    now.setAttribute("aria-current", "true");
    // Only the box is moved, never the page, and never while somebody reads in it.
    if (follow && follow.querySelector("input").checked && !media.paused && !box.matches(":hover,:focus-within")) {
      box.scrollTo({top: now.offsetTop - box.clientHeight / 3, behavior: still ? "auto" : "smooth"});
    }
  };
  ["timeupdate", "seeked", "loadedmetadata"].forEach((name) => media.addEventListener(name, mark));

  // Keys, where no field is in use; they can be switched off.
  const keys = document.querySelector("[data-keys]");
  if (!keys) { return; }
  keys.hidden = false;
  const on = keys.querySelector("[data-keys-on]");
  const STORED = "reattune-played-keys";
  try { on.checked = localStorage.getItem(STORED) !== "off"; } catch (_error) { /* a browser that keeps nothing */ }
  on.addEventListener("change", () => { try { localStorage.setItem(STORED, on.checked ? "on" : "off"); } catch (_error) { /* as above */ } });
  const moments = Array.from(document.querySelectorAll("[data-moment]"));
  let inHand = moments.find((one) => "#" + one.id === location.hash) || null;
  document.addEventListener("focusin", (event) => { inHand = event.target.closest("[data-moment]") || inHand; });
  const go = (step) => {
    const next = inHand ? moments[moments.indexOf(inHand) + step] : moments[step > 0 ? 0 : moments.length - 1];
    if (!next) { return; }
    inHand = next;
    next.focus({preventScroll: true});
    next.scrollIntoView({block: "nearest", behavior: still ? "auto" : "smooth"});
    until = null;
    media.currentTime = Number(next.dataset.from);
  };
  const does = {
    " ": toggle, ArrowLeft: () => move(-5), ArrowRight: () => move(5), j: () => go(1), k: () => go(-1),
    "?": () => { keys.open = !keys.open; if (keys.open) { keys.querySelector("summary").focus(); } },
  };
  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) { return; }
    if (event.target.closest("input,select,textarea,audio,video,dialog") || document.querySelector("dialog[open]")) { return; }
    if (event.target.closest(".lines,.wide") && event.key.startsWith("Arrow")) { return; }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // On a button or a link, space does what it does everywhere.
    if (key === " " && event.target.closest("button,a,summary")) { return; }
    if (does[key]) { event.preventDefault(); does[key](); }
  });
})();

// A recording sent piece by piece, so that it goes on where it stopped. The form works without this.
(function () {
  "use strict";
  const form = document.querySelector("[data-recording]");
  if (!form || !window.fetch || !window.Blob) { return; }
  const words = form.dataset;
  const SIZE = Number(words.size), TRIES = 5;
  const status = form.querySelector("[data-status]"), stop = form.querySelector("[data-stop]");
  const progress = form.querySelector("[data-progress]"), send = form.querySelector(".main-button");
  const said = progress.querySelector("[data-said]"), bar = progress.querySelector("progress");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  let stopping = null;

  class Refused extends Error {}

  const wait = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });
  const megabytes = (bytes) => Math.ceil(bytes / 1048576);

  // The same file is known again by its first and last piece; without a secure address it begins anew.
  async function mark(file) {
    if (!window.crypto || !crypto.subtle) { return ""; }
    const parts = [file.slice(0, SIZE)];
    if (file.size > SIZE) { parts.push(file.slice(Math.max(SIZE, file.size - SIZE))); }
    const found = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
    return Array.from(new Uint8Array(found), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function post(address, body) {
    const answer = await fetch(address, {
      method: "POST", body, headers: {"X-CSRFToken": token}, redirect: "manual", signal: stopping.signal,
    });
    const type = answer.headers.get("Content-Type") || "";
    if (answer.type === "opaqueredirect" || answer.redirected || (answer.status === 403 && !type.includes("json"))) {
      throw new Refused(words.locked);
    }
    if (!type.includes("json")) { throw new Error(words.broken); }
    const told = await answer.json();
    if (!answer.ok && told.arrived === undefined) { throw new Refused(told.why || words.broken); }
    return told;
  }

  // A connection that was cut, such as by a lid that was closed, is tried again before it is said.
  async function again(address, body) {
    for (let number = 1; ; number += 1) {
      try { return await post(address, body); } catch (error) {
        if (error instanceof Refused || error.name === "AbortError" || number === TRIES) { throw error; }
        status.textContent = words.again;
        await wait(2 ** number);
      }
    }
  }

  function show(arrived, size) {
    const text = words.going.replace("{done}", megabytes(arrived)).replace("{total}", megabytes(size));
    said.textContent = text;
    bar.value = Math.floor(100 * arrived / size);
    bar.textContent = text;
  }

  async function bring(file) {
    status.textContent = words.looking;
    const about = new FormData(form);
    about.delete("file");
    for (const [name, value] of [["name", file.name], ["size", file.size], ["mark", await mark(file)]]) { about.set(name, value); }
    const begun = await again(words.begin, about);
    let arrived = begun.arrived;
    progress.hidden = false;
    status.textContent = "";
    while (arrived < file.size) {
      show(arrived, file.size);
      const told = await again(`${begun.piece}?offset=${arrived}`, file.slice(arrived, arrived + SIZE));
      status.textContent = "";
      arrived = told.arrived;
    }
    show(arrived, file.size);
    status.textContent = words.ending;
    const told = await again(begun.end, new FormData());
    return told.next;
  }

  const leaving = (event) => { event.preventDefault(); };
  function working(is) {
    send.disabled = is;
    stop.hidden = !is;
    (is ? window.addEventListener : window.removeEventListener)("beforeunload", leaving);
  }

  form.addEventListener("submit", async (event) => {
    const file = form.querySelector("[type=file]").files[0];
    if (!file || !file.size) { return; }
    event.preventDefault();
    stopping = new AbortController();
    working(true);
    try { window.location.assign(await bring(file).finally(() => working(false))); } catch (error) {
      status.textContent = error.name === "AbortError" ? words.stopped : error instanceof Refused ? error.message : words.broken;
      send.focus();
    }
  });
  stop.addEventListener("click", () => { stopping.abort(); });
})();

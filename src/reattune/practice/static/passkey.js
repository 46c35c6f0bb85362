// Passkeys: what the page offers is handed to the device, and its answer is sent with the form. Without this, a password does.
(function () {
  "use strict";
  const known = window.PublicKeyCredential && window.isSecureContext && navigator.credentials;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const listed = (found) => (found || []).map((one) => ({...one, id: bytes(one.id)}));

  function asked(options) {
    const made = {...options, challenge: bytes(options.challenge)};
    if (options.user) { made.user = {...options.user, id: bytes(options.user.id)}; }
    made.excludeCredentials = listed(options.excludeCredentials);
    made.allowCredentials = listed(options.allowCredentials);
    return made;
  }

  function answered(found) {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (found.response[name]) { response[name] = text(found.response[name]); }
    }
    return JSON.stringify({id: found.id, rawId: text(found.rawId), type: found.type, response, clientExtensionResults: found.getClientExtensionResults()});
  }

  async function go(form) {
    const publicKey = asked(JSON.parse(form.dataset.options));
    const found = await (form.dataset.passkey === "create" ? navigator.credentials.create({publicKey}) : navigator.credentials.get({publicKey}));
    form.querySelector("[name=answer]").value = answered(found);
    form.submit();
  }

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const said = form.querySelector("[data-passkey-said]");
    if (!known) { return; }
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      said.textContent = "";
      go(form).catch(() => { said.textContent = said.dataset.words; });
    });
  });
})();

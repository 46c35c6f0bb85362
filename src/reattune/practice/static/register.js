// The register by keyboard: in a row, 1 to 5 chooses and goes on, p is for paid. The form works without this.
(function () {
  "use strict";
  const form = document.querySelector("[data-register]");
  if (!form) { return; }
  const rows = Array.from(form.querySelectorAll("[data-row]"));
  const first = (row) => row && row.querySelector("input[type=radio]:checked, input[type=radio], input[type=checkbox]");
  // Rows that a file answers already are passed over; after the last one comes saving.
  const after = (row) => first(rows.slice(rows.indexOf(row) + 1).find(first)) || form.querySelector(".main-button");
  const needsMore = (value) => value === "moved" || value === "cancelled";
  form.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Enter" && event.target.closest(".register-more")) { event.preventDefault(); after(row).focus(); return; }
    if (/^(SELECT|TEXTAREA)$/.test(event.target.tagName) || /^(text|date|time)$/.test(event.target.type || "")) { return; }
    const radios = row.querySelectorAll("input[type=radio]");
    const radio = radios[Number(event.key) - 1];
    if (radio) {
      event.preventDefault();
      radio.checked = true;
      radio.dispatchEvent(new Event("change", {bubbles: true}));
      const more = row.querySelector("[data-more] select");
      const next = needsMore(radio.value) ? more : after(row);
      (next || radio).focus();
    }
    const paid = row.querySelector("input[name^=paid]");
    if (event.key === "p" && paid) { event.preventDefault(); paid.checked = !paid.checked; }
  });
  form.addEventListener("change", (event) => {
    const more = event.target.type === "radio" && event.target.closest("[data-row]").querySelector("[data-more]");
    if (more) { more.open = needsMore(event.target.value); }
  });
  const open = rows.find((row) => row.querySelector("input[type=radio]") && !row.querySelector("input[type=radio]:checked"));
  if (first(open)) { first(open).focus({preventScroll: true}); }
})();

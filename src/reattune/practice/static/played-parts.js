// Who sits where: a rectangle dragged in the picture fills in its four numbers. The page works without.
(function () {
  "use strict";
  const still = document.querySelector("[data-still]");
  if (!still) { return; }
  const drawing = still.querySelector("svg");
  const SVG = "http://www.w3.org/2000/svg";
  const EDGES = ["left", "top", "width", "height"];
  document.querySelectorAll("[data-drawing]").forEach((one) => { one.hidden = false; });
  still.classList.add("is-live");
  const field = (whose, edge) => document.getElementById(whose + "-" + edge);
  const draw = () => {
    drawing.replaceChildren();
    ["client", "therapist", "background"].forEach((whose) => {
      const [x, y, width, height] = EDGES.map((edge) => field(whose, edge).value);
      if (!width || !height) { return; }
      ["under", whose].forEach((name) => {
        const rect = document.createElementNS(SVG, "rect");
        Object.entries({class: name, x, y, width, height}).forEach(([key, value]) => rect.setAttribute(key, value));
        drawing.append(rect);
      });
    });
  };
  EDGES.forEach((edge) => ["client", "therapist", "background"].forEach((whose) => field(whose, edge).addEventListener("input", draw)));
  let from = null;
  const place = (event) => {
    const box = still.getBoundingClientRect();
    return [[event.clientX - box.left, box.width], [event.clientY - box.top, box.height]].map(
      ([at, of]) => Math.max(0, Math.min(100, 100 * at / of)));
  };
  still.addEventListener("pointerdown", (event) => { event.preventDefault(); from = place(event); still.setPointerCapture(event.pointerId); });
  still.addEventListener("pointermove", (event) => {
    if (!from) { return; }
    const to = place(event);
    const whose = document.querySelector("[name=drawing]:checked").value;
    const values = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    // Rounded down, so that two rectangles that touch do not overlap.
    EDGES.forEach((edge, at) => { field(whose, edge).value = (Math.floor(values[at] * 10) / 10).toFixed(1); });
    document.querySelector("[name=where][value=drawn]").checked = true;
    draw();
  });
  ["pointerup", "pointercancel"].forEach((name) => still.addEventListener(name, () => { from = null; }));
})();

/* One question a screen. Words stay in this tab until they are saved; nothing here asks the network for anything. */
const letter = JSON.parse(document.getElementById("letter").textContent);
const words = letter.texts;
const main = document.querySelector("main");
const place = `reattune-${letter.to}-${letter.when}`;
const HERE = "only_me";

const fresh = () => ({ at: 0, seed: "", share: "", answers: {} });
let sitting = fresh();
let made = "";

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(place)) || fresh();
  } catch {
    return fresh();
  }
}
function store() {
  try {
    sessionStorage.setItem(place, JSON.stringify(sitting));
  } catch {
    /* Some browsers keep nothing for a file; then words live as long as the page. */
  }
}
function unstore() {
  try {
    sessionStorage.removeItem(place);
  } catch {
    /* As above. */
  }
}

/* The screens, in order: the beginning, every question, every item of every form, the end. */
const steps = [
  { draw: beginning },
  ...letter.questions.map((one) => ({ draw: () => question(one), id: one.id })),
  ...letter.forms.flatMap((form) => form.items.map((item) => ({ draw: () => formItem(form, item), id: form.id }))),
  { draw: ending },
];

/* Small pieces */
function make(kind, attributes = {}, ...inside) {
  const one = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) one.addEventListener(name.slice(2), value);
    else one.setAttribute(name, value);
  }
  one.append(...inside.filter((part) => part !== null && part !== ""));
  return one;
}
const paragraph = (text, kind = "") => make("p", { class: kind }, text);
const button = (text, press, kind = "") => make("button", { type: "button", class: kind, onclick: press }, text);
const isAnswered = (one) => Boolean(one) && Object.entries(one).some(([name, value]) => name !== "share" && filled(value));
const filled = (value) => (value !== null && typeof value === "object" ? Object.keys(value).length > 0 : String(value ?? "").trim() !== "");
const answerOf = (id) => (sitting.answers[id] ||= {});

function radios(name, legend, choices, value, choose, kind = "choices") {
  const rows = choices.map(([each, text, mark]) => {
    const input = make("input", { type: "radio", name, value: String(each), onchange: () => choose(each) });
    input.checked = each === value;
    return make("label", { class: mark ? `choice ${mark}` : "choice" }, input, make("span", {}, text));
  });
  return make("fieldset", { class: kind }, make("legend", {}, legend), make("div", {}, ...rows));
}

function change(id, name, value) {
  answerOf(id)[name] = value;
  made = "";
  store();
}

/* Screens */
function beginning() {
  const later = letter.shares.map(([, name, what]) => make("li", {}, make("strong", {}, name), " ", what));
  return [
    make("h1", { tabindex: "-1" }, words.title),
    paragraph(words.lead, "lead"),
    make("h2", {}, words.reads),
    paragraph(`${words.who} ${words.read}`),
    paragraph(words.safe),
    make("ul", { class: "readers" }, ...later),
    canSeal() ? null : paragraph(words.cannot, "said"),
    make("div", { class: "actions" }, button(words.begin, next, "main-button")),
    paragraph(words.kept, "soft"),
  ];
}

const counted = () => words.of.replace("{n}", sitting.at).replace("{of}", steps.length - 2);

function question(one) {
  const answer = answerOf(one.id);
  const wordless = make("div", { class: "wordless", id: "wordless" });
  const show = () => wordless.replaceChildren(...(answer.choice === "wordless" ? places(one.id, answer) : []));
  const choices = one.choices.map((each) => [each.value, each.words]);
  const box = make("textarea", { id: "box", maxlength: "8000", oninput: (event) => change(one.id, "text", event.target.value) });
  box.value = answer.text || "";
  const chosen = radios("choice", words.answer, choices, answer.choice, (value) => {
    change(one.id, "choice", value);
    show();
  });
  chosen.firstChild.className = "hidden";
  show();
  return [
    paragraph(counted(), "soft"),
    make("h1", { tabindex: "-1" }, one.words),
    chosen,
    wordless,
    make("label", { for: "box", class: "label" }, one.box),
    box,
    readers(one.id),
    ...onwards(one.id),
  ];
}

function places(id, answer) {
  const numbers = [-3, -2, -1, 0, 1, 2, 3];
  const rows = letter.places.map((one) => {
    const ends = numbers.map((n) => [n, String(n).replace("-", "−")]);
    const row = radios(one.name, one.words, ends, answer[one.name], (value) => change(id, one.name, value), "positions");
    row.append(make("p", { class: "ends" }, make("span", {}, one.low), make("span", {}, one.high)));
    return row;
  });
  const colours = letter.colours.map(([value, name]) => [value, name, `colour ${value}`]);
  rows.push(radios("colour", words.colour, colours, answer.colour, (value) => change(id, "colour", value), "colours"));
  return [paragraph(words.places, "soft"), ...rows];
}

function formItem(form, item) {
  const answer = answerOf(form.id);
  const choices = form.values.map(([value, text]) => [value, text ? `${value} · ${text}` : String(value)]);
  const given = answer.items || {};
  const chosen = radios("item", item.words, choices, given[item.number], (value) =>
    change(form.id, "items", { ...answerOf(form.id).items, [item.number]: value }));
  chosen.firstChild.className = "hidden";
  const last = item.number === form.items.length;
  return [
    paragraph(`${counted()} · ${form.name}`, "soft"),
    item.number === 1 ? paragraph(form.introduction) : null,
    make("h1", { tabindex: "-1" }, item.words),
    chosen,
    last ? readers(form.id) : null,
    ...onwards(form.id, last, item.number),
  ];
}

function readers(id) {
  const answer = answerOf(id);
  const choices = letter.shares.map(([value, name]) => [value, name]);
  const row = radios("share", words.share, choices, answer.share || sitting.share, (value) => {
    sitting.share = value;
    change(id, "share", value);
  });
  row.append(make("p", { class: "invalid", id: "missing", role: "alert" }));
  return row;
}

function onwards(id, needsReader = true, number = 0) {
  const on = () => {
    const answer = answerOf(id);
    if (needsReader && isAnswered(answer)) {
      answer.share ||= sitting.share;
      if (!answer.share) {
        document.getElementById("missing").textContent = words.missing;
        document.querySelector("[name=share]").focus();
        return;
      }
    }
    next();
  };
  const skip = () => {
    if (number) change(id, "items", without(answerOf(id).items, number));
    else delete sitting.answers[id];
    next();
  };
  const row = [button(words.next, on, "main-button"), button(words.skipped, skip), button(words.back, () => go(sitting.at - 1), "quiet-button")];
  return [make("div", { class: "actions" }, ...row)];
}
const without = (items, number) => Object.fromEntries(Object.entries(items || {}).filter(([key]) => Number(key) !== number));

function ending() {
  const all = [...letter.questions.map((one) => [one.id, one.words]), ...letter.forms.map((one) => [one.id, one.name])];
  const there = all.filter(([id]) => isAnswered(sitting.answers[id]));
  const told = letter.shares.map(([value, name]) => {
    const rows = there.filter(([id]) => readerOf(id) === value).map(([id, title]) => make("li", {}, title, mine(id, value)));
    return rows.length ? make("section", {}, make("h2", {}, name), make("ul", {}, ...rows)) : null;
  });
  const out = make("div", { id: "out" });
  return [
    make("h1", { tabindex: "-1" }, words.thanks),
    ...told,
    there.length ? null : paragraph(words.nothing),
    there.some(([id]) => readerOf(id) === HERE) ? paragraph(words.stays, "soft") : null,
    canSeal() ? paragraph(words.alike, "soft") : paragraph(words.cannot, "said"),
    make("div", { class: "actions" },
      canSeal() ? button(words.seal, () => seal(out), "main-button") : null,
      button(words.back, () => go(sitting.at - 1), "quiet-button")),
    out,
    make("p", { class: "actions" }, button(words.clear, clear, "quiet-button")),
  ];
}

/* Without a reader, an answer is nobody's but theirs. */
const readerOf = (id) => sitting.answers[id].share || HERE;
const mine = (id, value) => {
  const text = sitting.answers[id].text;
  return (value === HERE || !canSeal()) && text ? make("blockquote", {}, text) : "";
};

/* What leaves */
function said() {
  const goes = (id) => isAnswered(sitting.answers[id]) && readerOf(id) !== HERE;
  const answers = letter.questions.filter((one) => goes(one.id)).map((one) => {
    const { choice, text, share } = sitting.answers[one.id];
    const found = { question: one.id, choice: choice || "", text: (text || "").trim(), share };
    // Places and a colour belong to "I can't put it into words", and go with it.
    if (choice === "wordless") for (const name of ["closeness", "leading", "colour"]) found[name] = sitting.answers[one.id][name] ?? null;
    return found;
  });
  const forms = letter.forms.filter((one) => goes(one.id)).map((one) => {
    const { items, share } = sitting.answers[one.id];
    return { instrument: one.id, items: one.items.map((item) => items[item.number] ?? null), share };
  });
  return { answers, forms };
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

async function seal(out) {
  try {
    sitting.seed ||= hex(crypto.getRandomValues(new Uint8Array(16)));
    store();
    const content = said();
    const head = { version: 1, sending: await sendingOf(sitting.seed, content), to: letter.to, when: letter.when, day: today() };
    made = await sealed(letter, { ...head, ...content });
    out.replaceChildren(...(made ? closed() : [paragraph(words.long, "said")]));
  } catch {
    out.replaceChildren(paragraph(words.cannot, "said"));
  }
  out.firstChild.focus();
}

function closed() {
  const text = make("textarea", { readonly: "", id: "text", spellcheck: "false" });
  const done = make("p", { class: "soft", role: "status" });
  text.value = made;
  const file = URL.createObjectURL(new Blob([made], { type: "text/plain" }));
  const save = make("a", { class: "button main-button", href: file, download: letter.file, onclick: () => finished(done, words.saved) }, words.save);
  return [
    make("h2", { tabindex: "-1" }, words.sealed),
    paragraph(words.send),
    make("div", { class: "actions" }, save, button(words.copy, () => copy(text, done))),
    done,
    make("details", {}, make("summary", {}, words.show), make("label", { for: "text", class: "hidden" }, words.show), text),
  ];
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(made);
    finished(done, words.copied);
  } catch {
    text.closest("details").open = true;
    text.select();
    done.textContent = words.marked;
  }
}

function finished(done, text) {
  unstore();
  done.textContent = text;
}

function clear() {
  unstore();
  sitting = fresh();
  made = "";
  go(0);
}

/* From one screen to another */
function go(at) {
  sitting.at = Math.max(0, Math.min(at, steps.length - 1));
  if (sitting.at || Object.keys(sitting.answers).length) store();
  main.replaceChildren(...steps[sitting.at].draw().filter((part) => part !== null));
  main.querySelector("h1").focus();
  scrollTo(0, 0);
}
function next() {
  go(sitting.at + 1);
}
sitting = stored();
go(sitting.at);

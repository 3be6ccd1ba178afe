// The pages are whole without this file. It adds keys, and light where a claim and its words stand apart.

const typing = () => document.activeElement?.matches("input, select, textarea, [contenteditable]");

function items() {
  return [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent !== null);
}

function step(by) {
  const all = items();
  if (!all.length) return;
  const now = all.findIndex((item) => item.classList.contains("here"));
  const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by))];
  all.forEach((item) => item.classList.toggle("here", item === next));
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("a[href]")?.focus({ preventScroll: true });
}

// A key that a button names is that button: of the row one is at, else of the page where it stands once.
function press(key) {
  if (!/^[a-z]$/.test(key)) return;
  const here = document.querySelector("[data-item].here");
  const within = here?.closest("[data-row]") ?? here ?? document;
  const found = within.querySelectorAll(`[data-key="${key}"]`);
  if (found.length === 1) found[0].click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing()) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("#find")?.focus();
  } else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else press(event.key);
});

// A claim in the margin and its words in the text light up together.
function light(event, on) {
  const claim = event.target.closest?.("[data-claim]")?.dataset.claim;
  if (!claim) return;
  for (const one of document.querySelectorAll(`[data-claim="${CSS.escape(claim)}"]`)) {
    (one.closest(".m") ?? one).classList.toggle("lit", on);
  }
}
for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => light(event, on));
}

// A day chosen is a day shown.
for (const form of document.querySelectorAll("form[data-submits]")) {
  form.querySelector("button")?.classList.add("unseen");
  form.addEventListener("change", () => form.requestSubmit());
}

// Filters stand open where there is room beside the claims.
if (matchMedia("(min-width: 60rem)").matches) {
  for (const details of document.querySelectorAll("details[data-wide-open]")) details.open = true;
}

for (const details of document.querySelectorAll("details")) {
  addEventListener("beforeprint", () => { details.open = true; });
}

// A picture put into the page: its marks become links, and it follows the page's light or dark.
for (const figure of document.querySelectorAll("figure[data-inline]")) {
  fetch(figure.dataset.inline, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((text) => {
      const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      if (drawn.nodeName === "svg") figure.replaceChildren(document.importNode(drawn, true));
    })
    .catch(() => {}); // the picture that is there already stays
  figure.tabIndex = 0;
}

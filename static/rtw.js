/* Makes forms remember what is typed, and says when an answer did not come. Every page works without this file. */
(function () {
  "use strict";

  const PAUSE_MS = 1200; // long enough not to send every letter, short enough to lose at most a word

  function say(form, words) {
    const note = form.querySelector("[data-draft-note]");
    if (note) note.textContent = words;
  }

  function keep(form) {
    const token = document.querySelector("meta[name=csrf-token]");
    if (!token) return;
    fetch(form.dataset.draft, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-CSRFToken": token.content, "X-Requested-With": "fetch" },
      keepalive: document.visibilityState === "hidden",
    })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((words) => say(form, words))
      .catch(() => say(form, "Not kept: the clinic's server does not answer. Do not close this page yet."));
  }

  function watch(form) {
    if (form.dataset.watched) return;
    form.dataset.watched = "yes";
    let timer = null;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { timer = null; keep(form); }, PAUSE_MS);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", () => { clearTimeout(timer); timer = null; });
    document.addEventListener("visibilitychange", () => {
      if (timer && document.visibilityState === "hidden") { clearTimeout(timer); timer = null; keep(form); }
    });
  }

  function start(root) {
    root.querySelectorAll("form[data-draft]").forEach(watch);
  }

  function isChanged(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
    const given = Array.from(field.options).find((each) => each.defaultSelected) || field.options[0];
    return Boolean(given) && field.value !== given.value;
  }

  // A person can be quicker than the scripts: what was typed or chosen before they ran is told to all of them now.
  // What the browser puts back into a page one returns to is no draft, and nothing is sent for it.
  function tellWhatIsTyped(form) {
    const [arrival] = performance.getEntriesByType("navigation");
    const returned = arrival && arrival.type === "back_forward";
    if (returned && form.dataset.draft) return;
    form.querySelectorAll("input, select, textarea").forEach((field) => {
      if (!isChanged(field)) return;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const isLeft = field !== document.activeElement;
      if (isLeft && !returned) field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  // Who types already is left where she is; else what is wrong is read first.
  function focusOnMistakes() {
    const summary = document.querySelector(".error-summary");
    if (summary && !document.activeElement.matches("input, select, textarea")) summary.focus();
  }

  // A click that failed must not look like one that worked.
  function failed(words) {
    const main = document.getElementById("content") || document.body;
    let note = document.getElementById("request-failed");
    if (!note) {
      note = document.createElement("p");
      note.id = "request-failed";
      note.className = "flash flash-failed";
      note.setAttribute("role", "alert");
      main.prepend(note);
    }
    note.textContent = "✕ " + words;
    note.scrollIntoView({ block: "nearest" });
  }

  function watchRequests() {
    document.addEventListener("htmx:responseError", (event) => {
      const status = event.detail.xhr.status;
      if (status === 409 || status === 422) return; // the answer itself says what is wrong, beside its field
      failed("That did not work (" + status + "). Nothing was changed. Reload the page and try again.");
    });
    document.addEventListener("htmx:sendError", () => {
      failed("The clinic's server does not answer. What you typed still stands on this page; try again.");
    });
    document.addEventListener("htmx:afterSwap", () => {
      const note = document.getElementById("request-failed");
      if (note) note.remove();
    });
  }

  // A panel that was opened stays open when the part of the page it stands in is worked out anew.
  function keepPanelsOpen() {
    let open = new Set();
    let focused = null;
    const named = () => {
      const seen = new Map();
      return Array.from(document.querySelectorAll("details.why"), (each) => {
        const panel = each.querySelector(".why-panel");
        const subject = each.id || (panel ? panel.getAttribute("aria-label") : "");
        const place = (seen.get(subject) || 0) + 1; // the same subject may stand on a page twice
        seen.set(subject, place);
        return [each, subject + " " + place];
      });
    };
    const before = () => {
      const all = named();
      open = new Set(all.filter(([each]) => each.open).map(([, name]) => name));
      const at = all.find(([each]) => each.firstElementChild === document.activeElement);
      focused = at ? at[1] : null;
    };
    const after = () => {
      if (!open.size && !focused) return;
      named().forEach(([each, name]) => {
        if (open.has(name)) each.open = true;
        if (name === focused && document.activeElement === document.body) each.firstElementChild.focus();
      });
    };
    ["htmx:beforeSwap", "htmx:oobBeforeSwap"].forEach((name) => document.addEventListener(name, before));
    ["htmx:afterSwap", "htmx:oobAfterSwap"].forEach((name) => document.addEventListener(name, after));
  }

  // Browsers that cannot unfold by style alone (no ::details-content) are helped before they print.
  function unfoldForPrint() {
    if (window.CSS && CSS.supports("selector(details::details-content)")) return;
    let unfolded = [];
    window.addEventListener("beforeprint", () => {
      unfolded = [...document.querySelectorAll("details:not([open])")];
      unfolded.forEach((each) => { each.open = true; });
    });
    window.addEventListener("afterprint", () => {
      unfolded.forEach((each) => { each.open = false; });
      unfolded = [];
    });
  }

  // The step one is at, and the place in the menu, stand in view however narrow the page is.
  function showWhereOneIs() {
    document.querySelectorAll(".steps [aria-current], .menu [aria-current]").forEach((link) => {
      const strip = link.closest("ol, ul");
      const middle = link.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft;
      strip.scrollLeft = middle - (strip.clientWidth - link.offsetWidth) / 2;
    });
  }

  // Facts of the case are folded on phones only; wider pages show them by style where the browser can.
  function unfoldFacts() {
    if (window.CSS && CSS.supports("selector(details::details-content)")) return;
    if (!window.matchMedia("(min-width: 48.01rem)").matches) return;
    document.querySelectorAll(".facts-fold").forEach((each) => { each.open = true; });
  }

  document.addEventListener("DOMContentLoaded", () => {
    watchRequests();
    showWhereOneIs();
    unfoldFacts();
    unfoldForPrint();
    keepPanelsOpen();
    start(document);
    focusOnMistakes();
    // After every file has begun to listen.
    setTimeout(() => document.querySelectorAll("form[data-draft], form[hx-trigger]").forEach(tellWhatIsTyped));
  });
  document.addEventListener("htmx:load", (event) => start(event.target));
})();

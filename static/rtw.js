/* Makes forms remember what is typed. Every page works without this file. */
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

  document.addEventListener("DOMContentLoaded", () => {
    start(document);
    const summary = document.querySelector(".error-summary");
    if (summary) summary.focus();
  });
  document.addEventListener("htmx:load", (event) => start(event.target));
})();

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
      if (status === 422) return; // the answer itself says what is wrong, beside its field
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

  document.addEventListener("DOMContentLoaded", () => {
    watchRequests();
    start(document);
    const summary = document.querySelector(".error-summary");
    if (summary) summary.focus();
  });
  document.addEventListener("htmx:load", (event) => start(event.target));
})();

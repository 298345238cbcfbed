/* Sends an answer chosen with the mouse at once, one chosen with the keys when its field is left, so that
   arrow keys walk a list without answering it. What else was typed meanwhile survives the new page. */
(function () {
  "use strict";

  let byKeys = false;
  let asked = 0; // how many questions stood before the one being answered
  let typed = [];

  function frame() { return document.getElementById("answers"); }

  function send(select) {
    select.dataset.changed = "";
    frame().dispatchEvent(new CustomEvent("answered"));
  }

  function fields() {
    const form = frame();
    return form ? Array.from(form.elements).filter((field) => field.id && field.type !== "hidden") : [];
  }

  function remember() {
    typed = fields().map((field) => [field.id, field.value, field.checked]);
    const here = document.activeElement;
    const question = here && here.closest(".question");
    const inside = here && here.closest("#preview");
    asked = question ? Array.from(document.querySelectorAll(".question")).indexOf(question) : inside ? 0 : -1;
  }

  function restore() {
    typed.forEach(([id, value, checked]) => {
      const field = document.getElementById(id);
      if (!field) return;
      if (field.type === "radio" || field.type === "checkbox") field.checked = checked;
      else field.value = value;
    });
    typed = [];
    if (document.activeElement !== document.body || asked < 0) return;
    const left = document.querySelectorAll(".question");
    const next = left[Math.min(asked, left.length - 1)];
    const field = next ? next.querySelector("select, input") : document.getElementById("questions-title");
    if (field) field.focus();
  }

  document.addEventListener("keydown", () => { byKeys = true; }, true);
  document.addEventListener("pointerdown", () => { byKeys = false; }, true);
  document.addEventListener("change", (event) => {
    if (!event.target.matches("#answers select")) return;
    if (byKeys) event.target.dataset.changed = "yes";
    else send(event.target);
  });
  document.addEventListener("focusout", (event) => {
    // After the focus has moved on, so that it is kept where it went.
    if (event.target.dataset.changed === "yes") setTimeout(() => { if (frame()) send(event.target); });
  });
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.target.id === "preview") remember(); });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "preview") return;
    restore();
    const request = event.detail.requestConfig;
    const summary = document.querySelector("#preview .error-summary");
    if (summary && request.triggeringEvent && request.triggeringEvent.type === "submit") summary.focus();
  });
})();

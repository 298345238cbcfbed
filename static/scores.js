/* Items of questionnaires are filled without looking down: a digit moves on, the space bar passes an item, backspace
   in an empty one goes back. Without this file the tab key does the same. */
(function () {
  "use strict";

  function fields(field) {
    return Array.from(field.closest("[data-items]").querySelectorAll("[data-item-high]"));
  }

  function move(field, step) {
    const all = fields(field);
    const next = all[all.indexOf(field) + step];
    if (next) { next.focus(); next.select(); }
    return Boolean(next);
  }

  // "1" waits where "10" is possible; "0" and "2" cannot become anything else.
  function isComplete(field) {
    const text = field.value.trim();
    const isOpen = text === "1" && Number(field.dataset.itemHigh) >= 10;
    return /^\d+$/.test(text) && !isOpen;
  }

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches || !field.matches("[data-item-high]")) return;
    // What was typed before this file ran is told later, and the focus may have moved on by itself.
    if (field !== document.activeElement) return;
    if (event.inputType !== "deleteContentBackward" && isComplete(field)) move(field, 1);
  });

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.matches || !field.matches("[data-item-high]")) return;
    if (event.key === " ") { event.preventDefault(); move(field, 1); }
    if (event.key === "Backspace" && field.value === "" && move(field, -1)) event.preventDefault();
  });
})();

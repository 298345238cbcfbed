/* Items of questionnaires are filled without looking down: a digit moves on, the space bar passes an item, backspace
   in an empty one goes back. After the last item comes the next scale of the questionnaire, after the last scale its
   total. Without this file the tab key does the same. */
(function () {
  "use strict";

  function ofScale(field) {
    return Array.from(field.closest("[data-items]").querySelectorAll("[data-item-high]"));
  }

  // All items of the questionnaire in their order, and the total that follows the last of them.
  function ofForm(field) {
    const items = Array.from(field.closest(".questionnaire").querySelectorAll("[data-item-high]"));
    const total = items[items.length - 1].closest(".score").querySelector("input[name$=-total]");
    return total ? items.concat(total) : items;
  }

  function move(field, step, all) {
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
    if (event.inputType !== "deleteContentBackward" && isComplete(field)) move(field, 1, ofForm(field));
  });

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.matches || !field.matches("[data-item-high]")) return;
    // A digit typed into an item that is full replaces what stands in it.
    if (/^\d$/.test(event.key) && field.value.length >= field.maxLength) field.select();
    if (event.key === " ") { event.preventDefault(); move(field, 1, ofScale(field)); }
    if (event.key === "Backspace" && field.value === "" && move(field, -1, ofForm(field))) event.preventDefault();
  });
})();

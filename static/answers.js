/* Sends an answer chosen with the mouse at once, one chosen with the keys when its field is left, so that
   arrow keys walk a list without answering it. What else was typed meanwhile survives the new page. */
(function () {
  "use strict";

  const NARROW = "(max-width: 48rem)";
  const CHOSEN = "#answers .question select:not([data-together])"; // the others are sent together, by a button

  let byKeys = false;
  let sent = new Map(); // what each list held in the last request: leaving a list must not send it twice
  let asked = 0; // how many questions stood before the one being answered
  let asksAgain = ""; // the question that a taken-back answer brings back
  let typed = new Map(); // what each field held when the page was sent
  let standing = new Map(); // what stood outside the questions when the request left
  let meanwhile = new Map(); // what was ticked or typed there since: the answer knows nothing of it

  const lists = () => Array.from(document.querySelectorAll(CHOSEN));

  // Read from the page, not from events: a person may choose before this file runs, or while a new page comes.
  function waits(list) {
    const given = Array.from(list.options).find((each) => each.defaultSelected) || list.options[0];
    return list.value !== given.value && sent.get(list.name) !== list.value;
  }

  function send() {
    const button = document.getElementById("read-again");
    if (button) button.click();
  }

  // A list that has the focus may still be walked with the keys.
  const sendWhatWaits = () => { if (lists().some((each) => each !== document.activeElement && waits(each))) send(); };

  function fields() {
    return Array.from(document.querySelectorAll("#answers .question input, #answers .question select"));
  }

  // Ticks and fields beside the questions, by what they are called: rows may move when the sheet is read anew.
  function beside() {
    const seen = new Map();
    const all = Array.from(document.querySelectorAll("#preview input, #preview select, #preview textarea"));
    return all.filter((each) => each.name && each.type !== "hidden" && each.type !== "file" && !each.closest(".question"))
      .map((each) => {
        const label = each.getAttribute("aria-label") || (each.labels && each.labels[0] ? each.labels[0].textContent.trim() : "");
        const called = each.name + " " + label;
        seen.set(called, (seen.get(called) || 0) + 1);
        return [called + " " + seen.get(called), each];
      });
  }

  const stateOf = (field) => (isTicked(field) ? field.checked : field.value);

  const isTicked = (field) => field.type === "radio" || field.type === "checkbox";

  // By what a field asks, not by where it stands: an answered question leaves and the others move up.
  const keyOf = (field) => field.name + (isTicked(field) ? "=" + field.value : "");

  function remember() {
    const changed = beside().filter(([called, field]) => standing.has(called) && standing.get(called) !== stateOf(field));
    meanwhile = new Map(changed.map(([called, field]) => [called, stateOf(field)]));
    typed = new Map(fields().map((field) => [keyOf(field), isTicked(field) ? field.checked : field.value]));
    const here = document.activeElement;
    const question = here && here.closest(".question");
    const inside = here && here.closest("#preview");
    asked = question ? Array.from(document.querySelectorAll(".question")).indexOf(question) : inside ? 0 : -1;
  }

  function restore() {
    fields().forEach((field) => {
      const kept = typed.get(keyOf(field));
      if (kept === undefined) return;
      if (isTicked(field)) field.checked = kept;
      else field.value = kept;
    });
    typed = new Map();
    beside().filter(([called]) => meanwhile.has(called)).forEach(([called, field]) => {
      if (isTicked(field)) field.checked = meanwhile.get(called);
      else field.value = meanwhile.get(called);
      field.dispatchEvent(new Event("change", { bubbles: true })); // so that it is kept
    });
    meanwhile = new Map();
  }

  function focusOn() {
    const heading = document.getElementById("questions-title") || document.getElementById("sheets-title");
    const back = asksAgain && document.getElementById(asksAgain + "-frame");
    const left = document.querySelectorAll(".question");
    const next = asksAgain ? back : left[Math.min(asked, left.length - 1)];
    const field = next ? next.querySelector("select, input") : heading;
    if (field && (asksAgain || (document.activeElement === document.body && asked >= 0))) field.focus();
    asksAgain = "";
  }

  // On a phone a job of forty rows stands between the questions and the button: closed, until it is wanted.
  function fold() {
    if (!window.matchMedia(NARROW).matches) return;
    document.querySelectorAll("details.job, details[id^=found-]").forEach((each) => { each.open = false; });
  }

  document.addEventListener("DOMContentLoaded", fold);
  document.addEventListener("keydown", () => { byKeys = true; }, true);
  document.addEventListener("pointerdown", () => { byKeys = false; }, true);
  document.addEventListener("change", (event) => {
    const list = event.target;
    if (!list.matches(CHOSEN)) return;
    sent.delete(list.name); // chosen anew, also where it was sent before and taken back
    if (!byKeys || list !== document.activeElement) send();
  });
  document.addEventListener("focusout", (event) => {
    const list = event.target;
    if (!list.matches(CHOSEN)) return;
    setTimeout(() => { if (list.isConnected && waits(list)) send(); }); // the focus has moved on, and is kept there
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!event.target.closest("#preview")) return;
    asksAgain = event.target.dataset.anchor || "";
    sent = new Map(lists().map((each) => [each.name, each.value]));
    standing = new Map(beside().map(([called, field]) => [called, stateOf(field)]));
    const form = document.getElementById("answers");
    if (form) form.dispatchEvent(new Event("submit")); // what waits to be kept goes along with this request
  });
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.target.id === "preview") remember(); });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "preview") return;
    restore();
    fold();
    focusOn();
    const request = event.detail.requestConfig;
    const summary = document.querySelector("#preview .error-summary");
    const pressed = request.triggeringEvent && request.triggeringEvent.isTrusted;
    if (summary && pressed) summary.focus();
    sendWhatWaits();
  });
})();

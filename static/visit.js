/* The visit form: Enter goes to the next field, Ctrl+Enter saves, saving comes back to the same place, and
   typing over what was copied takes its mark off, of that finding alone.
   Without this file Enter saves. */
(function () {
  "use strict";

  const PLACE = "visit-place"; // field and height on the screen, kept while the page is sent

  function form() {
    return document.querySelector("form.visit");
  }

  function isShown(field) {
    return field.type !== "hidden" && !field.disabled && field.offsetParent !== null;
  }

  // Enter means "done with this one" in a field of one line; elsewhere it keeps its own meaning.
  function takesEnter(field) {
    return field.matches("input:not([type=checkbox], [type=radio], [type=submit]), select");
  }

  function next(field) {
    const all = Array.from(form().querySelectorAll("input, select, textarea")).filter(isShown);
    return all[all.indexOf(field) + 1];
  }

  function forward(field) {
    const to = next(field);
    if (!to) return;
    to.focus();
    if (to.select) to.select();
  }

  function onKey(event) {
    const visit = form();
    if (event.key !== "Enter" || event.isComposing || !visit || !visit.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      visit.requestSubmit(visit.querySelector("button[name=then][value=stay]"));
    } else if (takesEnter(event.target)) {
      event.preventDefault();
      forward(event.target);
    }
  }

  const isFilled = (field) => field.matches("input, select, textarea");

  function remember() {
    const field = lastField;
    if (!field || !field.id) return;
    const place = { page: location.pathname, id: field.id, top: field.getBoundingClientRect().top };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  }

  let lastField = null; // a click on Save takes the focus from the field that was being filled in

  function comeBack() {
    const kept = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (!kept) return;
    const place = JSON.parse(kept);
    const field = place.page === location.pathname && document.getElementById(place.id);
    if (!field || document.querySelector(".error-summary")) return; // what is wrong is read first
    const fold = field.closest("details:not([open])");
    if (fold) fold.open = true;
    if (isFilled(document.activeElement)) return; // already typing elsewhere
    field.focus({ preventScroll: true });
    window.scrollBy({ top: field.getBoundingClientRect().top - place.top, behavior: "instant" });
  }

  // What cannot be is told below while typing; the same words stand beside the field.
  function tellBeside() {
    const visit = form();
    if (!visit) return;
    const links = new Map(Array.from(visit.querySelectorAll("[data-cannot-be]"), (each) => [each.dataset.cannotBe, each]));
    visit.querySelectorAll("[data-told-live]").forEach((note) => {
      if (links.has(note.dataset.toldLive)) return;
      untold(note);
    });
    links.forEach((link, name) => told(visit, name, link.textContent));
  }

  function untold(note) {
    const field = document.getElementById("f-" + note.dataset.toldLive);
    if (field) { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); }
    note.remove();
  }

  function told(visit, name, words) {
    const field = document.getElementById("f-" + name);
    if (!field) return;
    let note = document.getElementById("e-" + name);
    if (!note) {
      note = document.createElement("p");
      note.id = "e-" + name;
      note.className = "field-error";
      (field.closest(".trials, .with-unit, .rungs, .items") || field).after(note);
    }
    note.dataset.toldLive = name;
    note.textContent = words;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", note.id);
  }

  // What is typed today was measured today, also where it comes out as it was copied: that finding alone,
  // for who types a filament has not tested two points. The box is of all of them, and ticked only for a single one.
  function typedToday(field) {
    const kept = form().elements.namedItem("typed_today");
    if (!kept || !field.name || field.closest(".copied")) return;
    kept.value = Array.from(new Set(kept.value.split(" ").filter(Boolean)).add(field.name)).join(" ");
    const hand = field.closest("[data-hand]");
    const tick = hand && hand.querySelector(".copied input[data-single]");
    if (tick) tick.checked = true;
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!form()) return;
    form().addEventListener("input", (event) => typedToday(event.target));
    document.addEventListener("keydown", onKey);
    form().addEventListener("focusin", (event) => {
      if (isFilled(event.target)) lastField = event.target;
    });
    if (isFilled(document.activeElement)) lastField = document.activeElement; // there before this file
    form().addEventListener("submit", remember);
    document.addEventListener("htmx:oobAfterSwap", tellBeside);
    tellBeside();
    comeBack();
  });
})();

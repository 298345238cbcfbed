/* Draws the figures of a page from the data it carries. The tables beside them say the same without this file. */
(function () {
  "use strict";

  const FONT = { family: "system-ui, sans-serif", size: 14, color: "#1d2b33" };

  function draw(place) {
    if (place.dataset.drawn || typeof Plotly === "undefined") return;
    place.dataset.drawn = "yes";
    const figure = JSON.parse(place.dataset.chart);
    const font = place.clientWidth < 480 ? Object.assign({}, FONT, { size: 11 }) : FONT;
    const layout = Object.assign({ font: font, paper_bgcolor: "#fff", plot_bgcolor: "#fff" }, figure.layout);
    Plotly.newPlot(place, figure.data, layout, { displayModeBar: false, responsive: true, staticPlot: false });
  }

  function start(root) {
    root.querySelectorAll("[data-chart]").forEach(draw);
  }

  // A figure drawn for the screen is wider than a sheet of paper, and would be cut.
  const PAPER_WIDTH = 620;

  function fit(width) {
    document.querySelectorAll("[data-drawn]").forEach((place) => Plotly.relayout(place, { width: width, autosize: !width }));
  }

  window.addEventListener("beforeprint", () => fit(PAPER_WIDTH));
  window.addEventListener("afterprint", () => fit(null));
  document.addEventListener("DOMContentLoaded", () => start(document));
  document.addEventListener("htmx:load", (event) => start(event.target));
})();

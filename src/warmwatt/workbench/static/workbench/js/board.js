// The board: a row that is new finds its place, the hottest stay at the top.
(() => {
  "use strict";
  const rows = () => document.getElementById("rows");
  document.addEventListener("htmx:oobErrorNoTarget", (event) => {
    const row = event.detail.content;
    if (row.id.startsWith("b-") && row.children.length) {
      row.removeAttribute("hx-swap-oob");
      rows().prepend(row);
      htmx.process(row);
    }
  });
  document.addEventListener("htmx:wsAfterMessage", () => {
    const listed = [...rows().querySelectorAll("[data-heat]")];
    const rank = (row) => -Number(row.dataset.heat) * 1e11 + Number(row.dataset.began);
    const sorted = [...listed].sort((a, b) => rank(a) - rank(b));
    if (sorted.some((row, place) => row !== listed[place])) rows().prepend(...sorted);
  });
})();

"use strict";
// Sorts by a column when its head is pressed, and shows the rows that hold what is typed.
const body = document.querySelector("#table tbody");
const heads = [...document.querySelectorAll("#table thead th")];
const text = (row, column) => row.cells[column].textContent.trim();
function sort(column) {
  const up = heads[column].getAttribute("aria-sort") !== "ascending";
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
  const order = new Intl.Collator(undefined, { numeric: true }).compare;
  const rows = [...body.rows].sort((a, b) => (up ? 1 : -1) * order(text(a, column), text(b, column)));
  body.append(...rows);
}
heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => sort(column));
  head.replaceChildren(button);
});
const filter = document.querySelector("#filter");
filter.addEventListener("input", () => {
  const wanted = filter.value.toLowerCase();
  const rows = [...body.rows];
  rows.forEach((row) => {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  document.querySelector("#shown").textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
});
document.querySelector(".controls").hidden = false;

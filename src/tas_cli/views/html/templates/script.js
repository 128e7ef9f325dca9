"use strict";
// Only enhances: everything is there without it, and what it adds works by keyboard alone.

const make = (name, properties = {}, ...inside) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
};
const labeled = (words, field) => make("label", {}, make("span", { textContent: words }), field);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
// On a site, links lead to pages that have the short name of a deal.
const leading = (row) =>
  [...row.querySelectorAll("a")].map((link) => link.getAttribute("href").replace(/^.*\/|\.html$/g, "")).join(" ");

// Tables in which a reader looks something up: searched, filtered and sorted.
const sifted = (frame) => {
  const table = frame.querySelector("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length < 4) return;
  const groups = new Map(rows.map((row) => [row, JSON.parse(row.dataset.groups)]));
  const texts = new Map(rows.map((row) => [row, plain(`${row.textContent} ${leading(row)}`)]));
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: false });
  const count = make("output");
  const filters = JSON.parse(frame.dataset.filters).map(([name, values]) => {
    const options = ["", ...values].map((value) => make("option", { value, textContent: value || "all" }));
    return { name, values, select: make("select", {}, ...options) };
  });
  const sift = () => {
    const words = plain(search.value).split(/\s+/);
    const fits = (row) =>
      words.every((word) => texts.get(row).includes(word)) &&
      filters.every(({ select }, at) => !select.value || select.value === groups.get(row)[at]);
    for (const row of rows) row.hidden = !fits(row);
    const shown = rows.filter((row) => !row.hidden).length;
    const number = shown === rows.length ? shown : `${shown} of ${rows.length}`;
    count.textContent = shown ? `${number} shown` : "No deal matches.";
    frame.hidden = !shown;
  };
  const [heads, order] = sorted(table, body, rows);
  const tools = make("div", { className: "tools" });
  tools.setAttribute("role", "search");
  tools.setAttribute("aria-label", frame.getAttribute("aria-label"));
  tools.append(labeled("Search", search));
  for (const { name, values, select } of filters) if (values.length > 1) tools.append(labeled(name, select));
  tools.append(labeled("Sort", order), count);
  tools.addEventListener("input", sift);
  for (const head of heads) head.addEventListener("click", () => (order.value = ""));
  frame.before(tools);
  sift();
};

// A button in each head; and, where rows are cards without heads, a list of what to sort by.
const sorted = (table, body, rows) => {
  const heads = [...table.tHead.rows[0].cells];
  const sort = (at, down) => {
    const place = (row) => Number(row.cells[at].dataset.order) * (down ? -1 : 1);
    body.append(...[...rows].sort((one, other) => place(one) - place(other)));
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  const isNumber = (at) => heads[at].classList.contains("number");
  const buttons = heads.map((head, at) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      sort(at, now ? now === "ascending" : isNumber(at));
    });
    return button;
  });
  const options = heads.map((head, at) => make("option", { value: at, textContent: head.textContent }));
  const order = make("select", {}, make("option", { value: "", textContent: "as listed" }), ...options);
  order.addEventListener("change", () => {
    if (order.value) sort(Number(order.value), isNumber(Number(order.value)));
    else body.append(...rows);
  });
  return [buttons, order];
};

// What is shown on demand, all at once.
const folding = (section) => {
  const parts = [...section.querySelectorAll("details:not(.data)")];
  if (parts.length < 3) return;
  const button = make("button", { type: "button", className: "fold" });
  const say = () => (button.textContent = parts.some((each) => !each.open) ? "Open all details" : "Close all details");
  button.addEventListener("click", () => {
    const open = parts.some((each) => !each.open);
    for (const each of parts) each.open = open;
  });
  for (const each of parts) each.addEventListener("toggle", say);
  section.querySelector("h2")?.after(button);
  say();
};

// The scorecard on an earlier day: a slider over the days on which a rating changed.
const sliding = (section) => {
  const marks = [...section.querySelectorAll("[data-over]")].map((mark) => {
    const cell = mark.closest("td, th");
    const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent.trim();
    const row = (cell.parentElement.querySelector("summary") ?? cell.parentElement.cells[0]).textContent.trim();
    const over = mark.dataset.over.split(" ").map((each) => each.split(/:(.)$/u));
    const use = mark.querySelector("use");
    const now = [use.getAttribute("href"), mark.getAttribute("aria-label")];
    return { mark, use, now, over, name: `${row} (${head})` };
  });
  const days = [...new Set(marks.flatMap(({ over }) => over.map(([day]) => day)))].sort();
  if (days.length < 2) return;
  const said = { "+": "strong", "–": "weak", "?": "unknown", "": "not rated" };
  const styles = { "+": "plus", "–": "minus", "?": "unknown" };
  const sign = ({ over }, day) => over.filter(([since]) => since <= day).at(-1)?.[1] ?? "";
  const slider = make("input", { type: "range", min: 0, max: days.length - 1, value: days.length - 1 });
  const news = make("output");
  const show = (moved) => {
    const at = Number(slider.value);
    const [day, last] = [days[at], at === days.length - 1];
    for (const each of marks) {
      const is = sign(each, day);
      const [href, label] = last ? each.now : [is ? `#mark-${styles[is]}-firm` : "#mark-unrated", said[is]];
      each.use.setAttribute("href", href);
      each.mark.setAttribute("aria-label", label);
    }
    section.classList.toggle("past", !last);
    const turned = marks
      .filter(({ over }) => over.some(([since]) => since === day))
      .map((each) => `${each.name} ${said[sign(each, days[at - 1] ?? "")]} → ${said[sign(each, day)]}`);
    const more = turned.length > 6 ? `, and ${turned.length - 6} more` : "";
    const what = at ? `${turned.slice(0, 6).join(", ")}${more}` : "the first ratings";
    const when = last ? `As of the last change, ${day}` : day;
    const rest = last ? "" : " Details show today; totals are hidden.";
    news.textContent = moved || !last ? `${when}: ${what}.${rest}` : `${when}.`;
    slider.setAttribute("aria-valuetext", when);
  };
  slider.addEventListener("input", show);
  const tools = make("div", { className: "tools slider" }, labeled("Drag to see an earlier day", slider), news);
  section.querySelector("h2").after(tools);
  show(false);
};

// Where a drawing is wider than the screen, the table of what it shows says more at a glance.
const opened = (drawing) => {
  if (drawing.scrollWidth > drawing.clientWidth) drawing.parentElement.querySelector(".data").open = true;
};

document.querySelectorAll(".sifted").forEach(sifted);
document.querySelectorAll(".drawing").forEach(opened);
document.querySelectorAll("main section[id]").forEach(folding);
document.querySelectorAll("#grid").forEach(sliding);

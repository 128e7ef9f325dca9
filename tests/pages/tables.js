// The tables of a page: where they are, their heads, and the words of each cell or its mark.
() => {
  const said = (cell) => {
    const own = cell.querySelector("details > summary") ?? cell;
    return own.textContent.trim() || own.querySelector("[aria-label]")?.getAttribute("aria-label") || "";
  };
  return [...document.querySelectorAll("main table")].map((table) => ({
    part: table.closest("section[id]")?.id,
    label: table.closest("[aria-label]").getAttribute("aria-label"),
    heads: [...table.tHead.rows[0].cells].map(said),
    rows: [...table.tBodies[0].rows].map((row) => [...row.cells].map(said)),
  }));
}

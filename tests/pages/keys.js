// What the keyboard should reach in this window, in order; and note what it does reach.
() => {
  const all = [...document.querySelectorAll(
    "a[href], button, summary, input, select, textarea, [tabindex]:not([tabindex='-1'])",
  )].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled);
  const frames = [...document.querySelectorAll("body *")].filter((each) =>
    /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 1
    && !all.includes(each) && each.checkVisibility());
  const reached = (window.reached = []);
  const at = new Map([...all, ...frames].map((each, index) => [each, index]));
  const look = (each) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, textDecorationLine, backgroundColor, borderColor } =
      getComputedStyle(each);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, textDecorationLine, backgroundColor, borderColor].join("|");
  };
  const before = new Map([...at.keys()].map((each) => [each, look(each)]));
  const name = (each) => `<${each.localName}> ${(each.textContent || each.getAttribute("aria-label") || "").trim().slice(0, 40)}`;
  document.addEventListener("focusin", ({ target }) => {
    const box = target.getBoundingClientRect();
    reached.push({
      index: at.has(target) ? at.get(target) : -1,
      name: name(target),
      seen: look(target) !== before.get(target),
      left: box.left + scrollX, right: box.right + scrollX,
      top: box.top + scrollY, bottom: box.bottom + scrollY,
    });
  });
  return {
    names: all.map(name),
    frames: frames.map((each) => ({
      index: at.get(each), name: name(each),
      inside: all.filter((other) => each.contains(other)).map((other) => at.get(other)),
    })),
  };
}

// What sticks out of the window sideways or is cut off, but for what scrolls in a frame of its own.
() => {
  const wide = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > wide)
    found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${wide}`);
  const tiny = (box) => box.width <= 2 || box.height <= 2;
  const framed = new Map([[document.body, false]]);
  const inFrame = (element) => {
    if (!element) return false;
    if (!framed.has(element)) {
      const look = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const hidden = tiny(box) || (look.position === "absolute" && box.right <= 0);
      const own = /auto|scroll/.test(look.overflowX) || hidden;
      framed.set(element, own || inFrame(element.parentElement));
    }
    return framed.get(element);
  };
  const says = (node) => `${node.textContent.trim().slice(0, 40)}`;
  const out = (box, left, right) => !tiny(box) && (box.right > right + 1 || box.left < left - 1);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isText = node.nodeType === Node.TEXT_NODE;
    if (isText && !node.textContent.trim()) continue;
    const holder = isText ? node.parentElement : node;
    if (!holder.checkVisibility({ visibilityProperty: true })) continue;
    if (isText) range.selectNodeContents(node);
    const box = isText ? range.getBoundingClientRect() : node.getBoundingClientRect();
    const parent = node.parentElement;
    if (out(box, 0, wide) && !inFrame(parent) && !(box.right <= 0 && inFrame(holder)))
      found.push(`<${holder.localName} class="${holder.className}"> reaches from ${box.left} to ${box.right}: ${says(node)}`);
    const drawing = holder.closest("svg");
    if (isText && drawing) {
      const ground = drawing.getBoundingClientRect();
      if (out(box, ground.left, ground.right) || box.bottom > ground.bottom + 2 || box.top < ground.top - 2)
        found.push(`the drawing cuts off: ${says(node)}`);
    } else if (isText) {
      const cell = holder.closest("td, th");
      const shortened = cell && getComputedStyle(cell).textOverflow === "ellipsis";
      if (cell && !shortened && out(box, cell.getBoundingClientRect().left, cell.getBoundingClientRect().right))
        found.push(`the words stick out of their cell: ${says(node)}`);
    }
  }
  return found.slice(0, 12);
}

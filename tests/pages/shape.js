// What a page consists of, outside of drawings: elements, attributes, addresses, and its words.
() => {
  const count = {};
  const attributes = new Set();
  const drawn = new Set();
  for (const each of document.querySelectorAll("*")) {
    for (const { name } of each.attributes) attributes.add(`${each.localName} ${name}`);
    if (each.closest("svg")) drawn.add(each.localName);
    else if (each.localName !== "a") count[each.localName] = (count[each.localName] ?? 0) + 1;
  }
  const copy = document.body.cloneNode(true);
  for (const each of copy.querySelectorAll("script, style, svg")) each.remove();
  return {
    count, attributes: [...attributes].sort(), drawn: [...drawn].sort(),
    addresses: [...document.querySelectorAll("[href]")].map((each) => each.getAttribute("href")),
    words: copy.textContent,
    ran: typeof window.ran,
  };
}

// Reads where everything on the page is, from right to left and from left to right, and
// says what is not the mirror image. Islands keep their direction whatever the page does:
// their own boxes are compared, what is in them is not.
//
// With `plain` every letter first becomes an x, and all text is ordered by its direction
// alone, so that boxes within lines can be compared, too: letters that have a direction of
// their own do not mirror. Without it, how boxes are painted is compared as well.
({ plain }) => {
  const root = document.documentElement;
  const style = document.createElement("style");
  style.textContent = "*, ::before, ::after { transition: none !important; animation: none !important; }";
  const texts = [];
  if (plain) {
    style.textContent += "* { unicode-bidi: isolate-override !important; }";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      texts.push([walker.currentNode, walker.currentNode.data]);
      walker.currentNode.data = walker.currentNode.data.replace(/\S/gu, "x");
    }
  }
  document.head.append(style);

  const SIDES = ["padding-#", "border-#-width", "border-#-style", "border-#-color"];
  const CORNERS = ["border-top-#-radius", "border-bottom-#-radius"];
  const PLACED = [...SIDES, ...CORNERS, "margin-#", "#"];
  const pairs = (names) => names.map((name) => [name.replace("#", "left"), name.replace("#", "right")]);
  const BOX = pairs([...SIDES, ...CORNERS]);
  const PSEUDO = pairs(PLACED);

  const shadow = (value) =>
    value.split(/,(?![^(]*\))/).map((layer) => parseFloat(layer.match(/(-?[\d.]+)px/)?.[1] ?? 0));
  const shift = (value) => (value === "none" ? 0 : parseFloat(value.match(/[\d.e-]+/g).at(-2)));

  function paint(style, names) {
    return {
      sides: names.map((pair) => pair.map((name) => style.getPropertyValue(name))),
      shadows: shadow(style.boxShadow),
      shift: shift(style.transform),
    };
  }

  function read(direction) {
    root.dir = direction;
    const all = [...document.body.querySelectorAll("*")].filter(
      (element) => !element.closest("svg svg, svg *") && !["SCRIPT", "STYLE"].includes(element.tagName),
    );
    return all.map((element) => {
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height || !element.checkVisibility({ visibilityProperty: true })) return null;
      const style = getComputedStyle(element);
      const pseudos = (plain ? [] : ["::before", "::after"])
        .map((name) => [name, getComputedStyle(element, name)])
        .filter(([, style]) => !["none", "normal"].includes(style.content));
      return {
        element,
        name: `${element.tagName.toLowerCase()}${element.id && "#" + element.id}.${[...element.classList].join(".")}`,
        left: box.left, right: box.right, top: box.top, bottom: box.bottom,
        direction: style.direction,
        around: getComputedStyle(element.parentElement).direction,
        inline: style.display.startsWith("inline") || style.display === "contents",
        own: plain ? null : paint(style, BOX),
        pseudos: pseudos.map(([name, style]) => ({ name, ...paint(style, PSEUDO) })),
      };
    });
  }

  const near = (one, other) => one === other || Math.abs(parseFloat(one) - parseFloat(other)) <= 1;

  function painted(rtl, ltr) {
    const sides = rtl.sides.every(([left, right], at) => {
      const [otherLeft, otherRight] = ltr.sides[at];
      return near(left, otherRight) && near(right, otherLeft);
    });
    return sides && near(rtl.shift, -ltr.shift) && rtl.shadows.every((x, at) => near(x, -ltr.shadows[at]));
  }

  const asked = root.dir;
  const width = root.clientWidth;
  const before = read("rtl");
  const after = read("ltr");
  root.dir = asked;
  style.remove();
  for (const [node, text] of texts) node.data = text;

  const misses = [];
  const inlines = new Set();
  let compared = 0;
  before.forEach((rtl, at) => {
    const ltr = after[at];
    if (!rtl || !ltr) {
      if (rtl || ltr) misses.push(`${(rtl ?? ltr).name} shows in one direction only`);
      return;
    }
    const within = rtl.element.parentElement;
    if (!plain && (rtl.inline || inlines.has(within))) inlines.add(rtl.element);
    if (rtl.around === ltr.around && rtl.around) return;
    if (!inlines.has(rtl.element)) {
      compared += 1;
      const mirrored = [width - ltr.right, width - ltr.left, ltr.top, ltr.bottom];
      const found = [rtl.left, rtl.right, rtl.top, rtl.bottom];
      if (!found.every((edge, side) => near(edge, mirrored[side]))) {
        misses.push(`${rtl.name} is at ${found.map(Math.round)}, not at ${mirrored.map(Math.round)}`);
      }
    }
    if (plain || rtl.direction === ltr.direction) return;
    if (!painted(rtl.own, ltr.own)) misses.push(`${rtl.name} is not painted as its mirror image`);
    rtl.pseudos.forEach((pseudo, which) => {
      if (!painted(pseudo, ltr.pseudos[which])) misses.push(`${rtl.name}${pseudo.name} is not the mirror image`);
    });
  });
  return { compared, misses };
}

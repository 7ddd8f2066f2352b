import type {Page} from "playwright-core";

interface Walk {
  expected: Element[];
  reached: {element: Element; isSeen: boolean}[];
}

declare global {
  interface Window {
    walk: Walk;
  }
}

/** What is wrong on the way that the Tab key takes from the top of a page: past the menu, to everything once, the focus in sight. */
export async function keyboardProblems(page: Page): Promise<string[]> {
  const stops = await page.evaluate(beginWalk);
  for (let stop = 0; stop <= stops; stop++) await page.keyboard.press("Tab");
  return page.evaluate(endWalk);
}

function beginWalk(): number {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const expected = [...document.querySelectorAll<HTMLElement>(focusable)].filter((element) =>
    element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
  );
  const walk: Walk = {expected, reached: []};
  window.walk = walk;
  document.addEventListener("focusin", ({target}) => {
    if (!(target instanceof Element)) return;
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(target);
    const isSeen = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    walk.reached.push({element: target, isSeen});
  });
  scrollTo(0, 0);
  return expected.length;
}

function endWalk(): string[] {
  const {expected, reached} = window.walk;
  const named = (element: Element | undefined) => (element === undefined ? "nothing" : element.outerHTML.slice(0, 120));
  const problems = reached.filter(({isSeen}) => !isSeen).map(({element}) => `no focus is seen on ${named(element)}`);
  if (!reached[0]?.element.classList.contains("skip-link"))
    problems.push(`Tab begins with ${named(reached[0]?.element)}`);
  const wrong = expected.findIndex((element, index) => reached[index]?.element !== element);
  if (wrong !== -1) problems.push(`Tab leads to ${named(reached[wrong]?.element)}, not to ${named(expected[wrong])}`);
  const more = reached.slice(expected.length).find(({element}) => element !== expected[0]);
  if (wrong === -1 && more !== undefined) problems.push(`Tab leads on to ${named(more.element)}`);
  return problems;
}

/** Says something to screen readers when they are free, without moving the focus: one region for the whole page. */
export function announce(words: string): void {
  liveRegion().textContent = words;
}

function liveRegion(): HTMLElement {
  const found = document.getElementById("live");
  if (found !== null) return found;
  const made = document.createElement("p");
  made.id = "live";
  made.className = "visually-hidden";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

/** HTML that is safe to place in a page: made by `html` or drawn by us. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

/** HTML from a template; what is filled in is escaped unless it is Markup itself, lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({raw: strings}, ...contents.map(render)));
}

function render(content: Content): string {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  return content.map(render).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  $: "&#36;"
};

/** The dollar sign too: the Framework would run what stands in ${} as code. */
function escapeText(text: string): string {
  return text.replace(/[&<>"'$]/g, (sign) => entities[sign] ?? sign);
}

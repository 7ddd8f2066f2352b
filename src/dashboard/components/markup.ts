/** A file that a page lets its readers download; the path begins at the site's root. */
export interface AttachedFile {
  readonly path: string;
  readonly content: string;
}

/** HTML that is safe to place in a page: made by `html` or drawn by us; with the files that it links to. */
export class Markup {
  readonly text: string;
  readonly files: readonly AttachedFile[];

  constructor(text: string, files: readonly AttachedFile[] = []) {
    this.text = text;
    this.files = files;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

/** HTML from a template; what is filled in is escaped unless it is Markup itself, lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({raw: strings}, ...contents.map(render)), contents.flatMap(filesOf));
}

function filesOf(content: Content): readonly AttachedFile[] {
  if (content instanceof Markup) return content.files;
  return Array.isArray(content) ? content.flatMap(filesOf) : [];
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

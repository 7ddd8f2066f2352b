import {readFileSync} from "node:fs";
import {join} from "node:path";

/** A file of templates/ with each {{name}} replaced by the text of that name; a name on one side only is our mistake and throws. */
export function fillTemplate(file: string, texts: Readonly<Record<string, string>>): string {
  const template = readFileSync(join(import.meta.dirname, "templates", file), "utf8");
  const used = new Set<string>();
  const filled = template.replace(/\{\{([a-z_0-9]+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`${file}: no text for {{${name}}}`);
    used.add(name);
    return text;
  });
  const unused = Object.keys(texts).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`${file}: no place for ${unused.join(", ")}`);
  return filled;
}

import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {isNode, LineCounter, parseDocument} from "yaml";
import {UserError} from "../../src/errors.ts";

/** A YAML file of settings, and where in it a value stands. */
export interface YamlFile {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** "line:column" of the value at a path, or of what is nearest above it. */
  positionOf(path: readonly PropertyKey[]): string;
}

/** Reads a YAML file, or null for none. A UserError of kind "usage" says where it cannot be read. */
export async function readYaml(
  file: string | null,
  {what, hint} = {what: "config", hint: "check --config"}
): Promise<YamlFile | null> {
  if (file === null) return null;
  const name = basename(file);
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError("usage", `${what}: expected a file ${file}, found none`, {hint});
  });
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const [error] = document.errors;
  if (error !== undefined) {
    const {line, col} = lines.linePos(error.pos[0]);
    throw new UserError(
      "usage",
      `${name}:${line}:${col}: expected YAML, found ${error.code.toLowerCase().replaceAll("_", " ")}`
    );
  }
  const values: unknown = document.toJS() ?? {};
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    throw new UserError(
      "usage",
      `${name}:1:1: expected settings, one per line, found ${Array.isArray(values) ? "a list" : typeof values}`,
      {
        hint: "for example: organisation: Northside Clinics"
      }
    );
  }
  const positionOf = (path: readonly PropertyKey[]) => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (!isNode(node) || !node.range) continue;
      const {line, col} = lines.linePos(node.range[0]);
      return `${line}:${col}`;
    }
    return "1:1";
  };
  return {name, values: values as Record<string, unknown>, positionOf};
}

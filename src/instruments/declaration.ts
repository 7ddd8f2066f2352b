import {isCollection, isNode, isSeq, LineCounter, parseDocument} from "yaml";
import {UserError} from "../errors.ts";
import {type Complaint, complaintOf} from "./complaint.ts";
import {contradictionIn} from "./contradiction.ts";
import {type Instrument, instrumentSchema} from "./instrument.ts";

/** Reads the text of a declaration. Throws a UserError with file, line, column, what was expected there and what was found. */
export function readDeclaration(text: string, file: string): Instrument {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const [unreadable] = document.errors;
  if (unreadable !== undefined)
    throw refusal(placeAt(unreadable.pos[0]), {
      expected: "YAML",
      found: unreadable.code.toLowerCase().replaceAll("_", " ")
    });
  const parsed = instrumentSchema.safeParse(document.toJS());
  if (!parsed.success) throw complain(complaintOf(parsed.error.issues));
  const contradiction = contradictionIn(parsed.data);
  if (contradiction !== null) throw complain(contradiction);
  return parsed.data;

  function complain({path, expected, found_key, hint}: Complaint): UserError {
    const nodes = [document.contents, ...path.map((_, index) => document.getIn(path.slice(0, index + 1), true))];
    const offset = nodes.findLast(isNode)?.range?.[0] ?? 0;
    const place = [placeAt(offset), inWords(found_key === undefined ? path : path.slice(0, -1))];
    return refusal(place.filter((part) => part !== "").join(": "), {
      expected,
      found: found_key ?? shown(nodes.at(-1)),
      hint
    });
  }

  function placeAt(offset: number): string {
    const {line, col} = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  }
}

/** "items, number 2, loinc" */
function inWords(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === "number" ? `number ${key + 1}` : String(key))).join(", ");
}

function shown(node: unknown): string {
  if (isCollection(node)) return isSeq(node) ? `a list of ${node.items.length}` : "a table";
  return JSON.stringify(node) ?? "nothing";
}

interface Difference {
  readonly expected: string;
  readonly found: string;
  readonly hint?: string | undefined;
}

function refusal(place: string, {expected, found, hint}: Difference): UserError {
  return new UserError("usage", `${place}: expected ${expected}, found ${found}`, {
    hint: hint ?? "docs/instruments.md says what a declaration holds"
  });
}

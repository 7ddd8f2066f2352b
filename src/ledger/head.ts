import {readFile} from "node:fs/promises";
import {canonicalJson} from "./canonical.ts";
import {type Link, linkSchema} from "./entry.ts";
import {writeWhole} from "./write_whole.ts";

const headSchema = linkSchema.extend({
  /** Hash of the line that is being appended; null while none is. */
  next: linkSchema.shape.hash.nullable()
});

/** How far the ledger goes: a chain alone cannot tell that its end was cut off. */
export interface Head extends Link {
  readonly next: string | null;
}

/** data/exports/ledger.jsonl -> data/exports/ledger.head.json */
export function headFile(ledger: string): string {
  return ledger.replace(/(\.jsonl)?$/, ".head.json");
}

/** The head beside a ledger; null where there is none, "unreadable" where it is not what writeHead writes. */
export async function readHead(ledger: string): Promise<Head | null | "unreadable"> {
  const text = await readFile(headFile(ledger), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const parsed = headSchema.safeParse(JSON.parse(text));
    return parsed.success && textOf(parsed.data) === text ? parsed.data : "unreadable";
  } catch {
    return "unreadable";
  }
}

export async function writeHead(ledger: string, {sequence, hash, next}: Head): Promise<void> {
  await writeWhole(headFile(ledger), textOf({sequence, hash, next}));
}

function textOf(head: Head): string {
  return `${canonicalJson(head)}\n`;
}

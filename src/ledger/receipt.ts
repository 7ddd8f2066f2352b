import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {canonicalJson} from "./canonical.ts";
import {type Link, linkSchema} from "./entry.ts";
import {writeWhole} from "./write_whole.ts";

export const receiptName = "receipt.json";

/**
 * Writes receipt.json into the folder of an export: which entry of the ledger speaks of it. It goes wherever the folder goes,
 * so that a ledger that lost its end, or was written anew, can be held against it.
 */
export async function writeReceipt(folder: string, {sequence, hash}: Link): Promise<void> {
  await writeWhole(join(folder, receiptName), textOf({sequence, hash}));
}

/** The receipt in a folder; null where there is none, "unreadable" where it is not what writeReceipt writes. */
export async function readReceipt(folder: string): Promise<Link | null | "unreadable"> {
  const text = await readFile(join(folder, receiptName), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const parsed = linkSchema.safeParse(JSON.parse(text));
    return parsed.success && textOf(parsed.data) === text ? parsed.data : "unreadable";
  } catch {
    return "unreadable";
  }
}

function textOf(receipt: Link): string {
  return `${canonicalJson(receipt)}\n`;
}

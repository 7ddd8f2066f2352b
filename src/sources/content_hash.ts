import {createHash, type Hash} from "node:crypto";
import type {DeliveryHeader} from "./delivery_json.ts";
import type {Delivery} from "./find_deliveries.ts";
import {readBytes} from "./text.ts";

export interface HashedFile {
  readonly file: string;
  /** Of the uncompressed bytes. */
  readonly sha256: string;
}

/** sha256 of the values of delivery.json and the uncompressed bytes of the files; how either is written does not matter. */
export function contentHash(header: DeliveryHeader, files: readonly HashedFile[]): string {
  const {source, delivered_on, sequence, mode, counts} = header;
  const contents = files.map(({file, sha256}) => [file, sha256]).sort();
  const totals = Object.entries(counts).sort();
  return sha256Of(JSON.stringify([source, delivered_on, sequence, mode, totals, contents]));
}

/** The hashes of a delivery's files, whose rows need not be read. */
export async function hashFiles({files}: Delivery): Promise<HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const {contract, path, place} of files) {
    const hash = createHash("sha256");
    for await (const piece of readBytes(path, place)) hash.update(piece);
    hashed.push({file: contract.file, sha256: hash.digest("hex")});
  }
  return hashed;
}

/** Passes bytes on while it takes them into the hash. */
export async function* hashing(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

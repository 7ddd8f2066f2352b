import {createReadStream} from "node:fs";
import {appendFile, mkdir, rm} from "node:fs/promises";
import {dirname} from "node:path";

/** Text kept aside until it can be copied in: in memory while it is little, else in a file. */
export class Spool {
  readonly #path: string;
  #text = "";
  #isOnDisk = false;

  /** The file is made only when memory does not suffice. */
  constructor(path: string) {
    this.#path = path;
  }

  add(text: string): void {
    this.#text += text;
  }

  /** Moves what has gathered to the file if it is much; to be called now and then. */
  async settle(): Promise<void> {
    if (this.#text.length < 4 * 2 ** 20) return;
    await mkdir(dirname(this.#path), {recursive: true});
    await appendFile(this.#path, this.#text);
    this.#isOnDisk = true;
    this.#text = "";
  }

  /** All that was added, in order; leaves the spool without its file. */
  async *drain(): AsyncGenerator<Buffer> {
    if (this.#isOnDisk) for await (const piece of createReadStream(this.#path)) yield piece;
    if (this.#text !== "") yield Buffer.from(this.#text);
    await rm(this.#path, {force: true});
  }
}

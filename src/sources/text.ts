import {createReadStream} from "node:fs";
import type {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {RefusedDelivery} from "./refusals.ts";

const pieceBytes = 256 * 1024;

/** The uncompressed bytes of a file, gzipped or not by its ending. What cannot be read is a RefusedDelivery that names the place. */
export async function* readBytes(path: string, place: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, {highWaterMark: pieceBytes});
  const bytes: Readable = path.endsWith(".gz") ? unzipped(file) : file;
  try {
    for await (const piece of bytes) yield piece;
  } catch (error) {
    throw new RefusedDelivery(
      "unreadable_file",
      `${place}: expected ${expectation(path)}, found that it cannot be read`,
      error
    );
  } finally {
    file.destroy();
    bytes.destroy();
  }
}

function expectation(path: string): string {
  return path.endsWith(".gz") ? "a whole gzip file" : "a readable file";
}

function unzipped(file: Readable): Readable {
  const gunzip = createGunzip({chunkSize: pieceBytes});
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

/** Decodes UTF-8, a byte order mark taken off. Anything else is a RefusedDelivery that names the place. */
export async function* decodeText(bytes: AsyncIterable<Buffer>, place: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  for await (const piece of bytes) {
    if (piece.includes(0)) throw new RefusedDelivery("not_text", `${place}: expected UTF-8 text, found a NUL byte`);
    yield decode(() => decoder.decode(piece, {stream: true}), place);
  }
  yield decode(() => decoder.decode(), place);
}

function decode(decoded: () => string, place: string): string {
  try {
    return decoded();
  } catch {
    throw new RefusedDelivery("not_text", `${place}: expected UTF-8 text, found bytes that are none`);
  }
}

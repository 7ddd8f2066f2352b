import {mkdir} from "node:fs/promises";
import {Duplex} from "node:stream";
import {Worker} from "node:worker_threads";
import pg from "pg";
import type {Reply, Request} from "./embedded_worker.ts";
import {type Machine, takeLock} from "./lock.ts";
import {type Engine, sessionSettings, types} from "./warehouse.ts";

type RequestBody = Request extends infer R ? (R extends Request ? Omit<R, "id"> : never) : never;

/** Rows are handed over in pieces of about this many bytes, each one COPY. */
const copyBytes = 4 * 2 ** 20;

/**
 * Opens the embedded warehouse (PGlite) in directory, in a worker thread, holding the lock file beside it until it is closed:
 * PGlite itself takes no lock, and two writers would lose each other's rows without an error.
 */
export async function openEmbedded(directory: string, machine: Machine): Promise<Engine> {
  await mkdir(directory, {recursive: true});
  const lock = await takeLock(`${directory}.lock`, machine);
  const thread = new PgliteThread(directory);
  try {
    await thread.opened;
    const client = new pg.Client({
      stream: () => thread.socket() as never,
      user: "postgres",
      database: "postgres",
      types
    });
    client.on("error", () => undefined);
    await client.connect();
    await client.query(sessionSettings);
    return {
      kind: "embedded",
      client,
      copyIn: (statement, chunks) => copyIn(thread, statement, chunks),
      copyOut: (statement) => copyOut(thread, statement),
      cancel: () => thread.end(),
      close: async () => {
        try {
          await thread.ask({kind: "close"});
        } finally {
          await thread.end();
          await lock.release();
        }
      }
    };
  } catch (error) {
    await thread.end();
    await lock.release();
    throw error;
  }
}

async function copyIn(thread: PgliteThread, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  let rows = 0;
  for await (const bytes of wholeRows(chunks)) {
    const reply = await thread.ask({kind: "copy_in", statement, bytes});
    rows += "rows" in reply ? reply.rows : 0;
  }
  return rows;
}

/** Regroups chunks into pieces of about copyBytes that end at the end of a row. */
async function* wholeRows(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size < copyBytes) continue;
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(10) + 1;
    yield all.subarray(0, end);
    parts = [all.subarray(end)];
    size = all.length - end;
  }
  if (size > 0) yield Buffer.concat(parts);
}

async function* copyOut(thread: PgliteThread, statement: string): AsyncIterable<Buffer> {
  const reply = await thread.ask({kind: "copy_out", statement});
  if ("bytes" in reply && reply.bytes.length > 0) yield Buffer.from(reply.bytes);
}

/** The worker that holds PGlite, and requests waiting for its reply. */
class PgliteThread {
  readonly opened: Promise<unknown>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, {resolve: (reply: Reply) => void; reject: (error: Error) => void}>();
  #lastId = 0;
  /** Why the worker takes no more requests; null while it does. */
  #ended: Error | null = null;

  constructor(directory: string) {
    this.#worker = new Worker(new URL("./embedded_worker.ts", import.meta.url), {workerData: {directory}});
    this.opened = new Promise((resolve, reject) => this.#waiting.set(0, {resolve, reject}));
    this.#worker.on("message", (reply: Reply) => this.#settle(reply));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("the embedded warehouse was stopped")));
  }

  ask(body: RequestBody): Promise<Reply> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#worker.postMessage({...body, id});
    });
  }

  /** A stream that pg takes for its socket. */
  socket(): Duplex {
    const socket = new Duplex({
      read: () => undefined,
      write: (bytes, _encoding, done) => {
        this.ask({kind: "protocol", bytes}).then((reply) => {
          if ("bytes" in reply && reply.bytes.length > 0) socket.push(Buffer.from(reply.bytes));
          done();
        }, done);
      },
      final: (done) => {
        socket.push(null);
        done();
      }
    });
    const ignore = () => socket;
    const connect = () => void setImmediate(() => socket.emit("connect"));
    return Object.assign(socket, {
      setNoDelay: ignore,
      setKeepAlive: ignore,
      ref: ignore,
      unref: ignore,
      connect
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("error" in reply) waiting?.reject(reply.error);
    else waiting?.resolve(reply);
  }

  #fail(error: unknown): void {
    this.#ended ??= error instanceof Error ? error : new Error(String(error));
    for (const {reject} of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

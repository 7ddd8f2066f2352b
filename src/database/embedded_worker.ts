/**
 * The thread that PGlite runs in: a query blocks its event loop, and the live list and Ctrl-C must go on.
 * Takes requests from embedded.ts, one at a time, in order.
 */
import {parentPort, workerData} from "node:worker_threads";
import {PGlite} from "@electric-sql/pglite";

export type Request =
  | {
      readonly id: number;
      readonly kind: "protocol";
      readonly bytes: Uint8Array;
    }
  | {
      readonly id: number;
      readonly kind: "copy_in";
      readonly statement: string;
      readonly bytes: Uint8Array;
    }
  | {
      readonly id: number;
      readonly kind: "copy_out";
      readonly statement: string;
    }
  | {readonly id: number; readonly kind: "close"};

export type Reply =
  | {readonly id: number; readonly bytes: Uint8Array<ArrayBuffer>}
  | {readonly id: number; readonly rows: number}
  | {readonly id: number; readonly error: Error};

const port = parentPort;
if (port === null) throw new Error("embedded_worker runs in a worker thread only");

const database = await PGlite.create({dataDir: workerData.directory});
let last: Promise<void> = Promise.resolve();
port.on("message", (request: Request) => {
  last = last.then(() => answer(request).then((reply) => port.postMessage(reply)));
});
port.postMessage({id: 0, rows: 0} satisfies Reply);

async function answer(request: Request): Promise<Reply> {
  try {
    return await carryOut(request);
  } catch (error) {
    return {
      id: request.id,
      error: error instanceof Error ? error : new Error(String(error))
    };
  }
}

async function carryOut(request: Request): Promise<Reply> {
  const {id} = request;
  switch (request.kind) {
    case "protocol":
      return {id, bytes: await protocol(request.bytes)};
    case "copy_in": {
      const blob = new Blob([Buffer.from(request.bytes)]);
      const {affectedRows} = await database.query(`${request.statement} '/dev/blob'`, [], {blob});
      return {id, rows: affectedRows ?? 0};
    }
    case "copy_out": {
      const {blob} = await database.query(`${request.statement} '/dev/blob' (format csv)`);
      return {
        id,
        bytes: new Uint8Array(await (blob ?? new Blob()).arrayBuffer())
      };
    }
    case "close":
      await database.close();
      return {id, rows: 0};
  }
}

async function protocol(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  await database.execProtocolRawStream(bytes, {
    onRawData: (part) => parts.push(part.slice())
  });
  return Buffer.concat(parts);
}

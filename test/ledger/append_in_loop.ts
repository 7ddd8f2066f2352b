/**
 * A process that appends to a ledger without an end, for append_entry.test.ts: `node append_in_loop.ts LEDGER NAME`. Prints the
 * sequence and hash of each entry once it is told that the entry is on the disk.
 */
import {writeSync} from "node:fs";
import {machine} from "../../pipelines/machine.ts";
import {appendEntry} from "../../src/ledger/append_entry.ts";
import {at, entryOf} from "./example_ledger.ts";

const [ledger = "", name = ""] = process.argv.slice(2);
for (let n = 1; ; n++) {
  const {receipt} = await appendEntry(ledger, {...entryOf(n), who: name}, {at, machine});
  writeSync(1, `${receipt.sequence} ${receipt.hash}\n`);
}

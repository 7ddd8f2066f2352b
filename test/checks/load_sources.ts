import type {Warehouse} from "../../src/database/warehouse.ts";
import {fileNames, loadVersions, type Versions} from "../warehouse/load_statement.ts";
import {asOf, type Source} from "./sound_source.ts";

/** Makes record.* say what these sources delivered, and nothing else. */
export async function loadSources(warehouse: Warehouse, sources: readonly Source[]): Promise<void> {
  const versions = Object.fromEntries(
    fileNames.map((file) => [
      file,
      sources.flatMap((source) => source[file].map((row) => ({...row, ...saidBy(source)})))
    ])
  ) as unknown as Versions;
  await loadVersions(warehouse, versions, sources.flatMap(deliveriesOf));
  await warehouse.script("truncate record.delivery_file, record.quarantine, record.refusal");
  for (const source of sources) await loadTransport(warehouse, source);
}

function saidBy({delivered: [stated_on = ""]}: Source) {
  return {stated_on, sequence: 0, superseded_on: null, superseded_sequence: null};
}

function deliveriesOf({name, delivered}: Source) {
  return delivered.map((delivered_on, sequence) => ({source: name, delivered_on, sequence}));
}

/** Counts of the files, rows in quarantine and refusals. */
async function loadTransport(warehouse: Warehouse, source: Source): Promise<void> {
  const {name, delivered, quarantined_sessions, mended_sessions, refused} = source;
  for (const file of fileNames) {
    const quarantined = file === "sessions" ? quarantined_sessions + mended_sessions : 0;
    await warehouse.query(
      `insert into record.delivery_file
       values ($1, $2, 0, $3, '', $4::bigint + $5::bigint, $4::bigint, 0, 0, 0, $5::bigint, 0)`,
      [name, delivered[0], file, source[file].length, quarantined]
    );
  }
  await warehouse.query(
    `insert into record.quarantine (source, file, stated_on, sequence, line, code, superseded_on, superseded_sequence)
     select $1::text, 'sessions', $2::date, 0, 1 + line, 'ragged_row', case when line <= $4 then $5::date end, 0
     from generate_series(1, $3::integer) as line`,
    [name, delivered[0], quarantined_sessions + mended_sessions, mended_sessions, asOf]
  );
  await warehouse.query(
    `insert into record.refusal
     select $1::text || folder, $1::text, 'bad_quoting', 'expected', 'mend' from generate_series(1, $2::integer) as folder`,
    [name, refused]
  );
}

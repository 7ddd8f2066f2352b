/** Tables that TypeScript reads or writes by name, as Kysely knows them. */
export interface Tables {
  "plumbline.migration": {name: string; checksum: string};
}

import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {copyEmptyWarehouse} from "../warehouses.ts";

/** A folder of a clinic that delivers very little, to run the command line in. */
export interface SmallClinic {
  readonly folder: string;
  write(file: string, content: string): void;
  /** Gives it an embedded warehouse that holds nothing: the first run would take seconds to make one. */
  startWarehouse(): Promise<void>;
  dispose(): void;
}

const header = {
  format: "plumbline-delivery",
  version: 1,
  source: "clinic",
  delivered_on: "2026-03-31",
  mode: "delta"
};

const programs = "program_key,site_key,name,population\nnorth-iop,north,North IOP,mh\n";
const clients = "client_key,birth_year\nc1,1990\nc2,1985\n";
const episodes = `episode_key,client_key,program_key,admitted_on,discharged_on,discharge_reason
e1,c1,north-iop,2026-01-05,2026-03-06,completed
e2,c2,north-iop,2026-02-02,,
`;
const sessions = `session_key,episode_key,held_on,kind,scheduled_minutes,attendance
s1,e1,2026-02-06,group,180,attended
s2,e1,2026-03-05,group,180,attended
s3,e2,2026-03-30,group,180,attended
`;

/** One delivery that loads, in deliveries/first. */
export function openSmallClinic(): SmallClinic {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-clinic-"));
  const write = (file: string, content: string) => {
    mkdirSync(join(folder, file, ".."), {recursive: true});
    writeFileSync(join(folder, file), content);
  };
  write("deliveries/first/delivery.json", JSON.stringify(header));
  write("deliveries/first/programs.csv", programs);
  write("deliveries/first/clients.csv", clients);
  write("deliveries/first/episodes.csv", episodes);
  write("deliveries/first/sessions.csv", sessions);
  return {
    folder,
    write,
    startWarehouse: () => copyEmptyWarehouse(join(folder, "data/warehouse/database")),
    dispose: () => rmSync(folder, {recursive: true, force: true})
  };
}

/** A second delivery that is refused: its control totals do not agree. */
export function writeRefusedDelivery(clinic: SmallClinic): void {
  clinic.write("deliveries/second/delivery.json", JSON.stringify({...header, sequence: 1, counts: {clients: 7}}));
  clinic.write("deliveries/second/clients.csv", "client_key\nc3\n");
}

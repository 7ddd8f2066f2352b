import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";

/** Runs the select of sql/warehouse/meeting.sql into a table. */
type FillMeetings = (table: string) => Promise<void>;

/** Takes what the persons that changed contributed out of the meetings, before their sessions are built anew. */
export async function leaveMeetings(warehouse: Warehouse, suffix: Suffix, fill: FillMeetings): Promise<void> {
  await change(warehouse, suffix, fill, "-");
}

/** Adds what they contribute now, and drops meetings that nobody is left in. */
export async function joinMeetings(warehouse: Warehouse, suffix: Suffix, fill: FillMeetings): Promise<void> {
  await change(warehouse, suffix, fill, "+");
  await warehouse.script(`delete from warehouse${suffix}.meeting where attendees = 0`);
}

async function change(warehouse: Warehouse, suffix: Suffix, fill: FillMeetings, sign: "+" | "-"): Promise<void> {
  const meeting = `warehouse${suffix}.meeting`;
  const few = `${meeting}_change`;
  await warehouse.script(`create table ${few} (like ${meeting})`);
  await fill(few);
  await warehouse.script(
    `insert into ${meeting} as m (source, program_key, group_key, held_on, attendees)
     select source, program_key, group_key, held_on, ${sign}attendees from ${few}
     on conflict (source, program_key, group_key, held_on) do update set attendees = m.attendees + excluded.attendees;
     drop table ${few};`
  );
}

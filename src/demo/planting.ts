import {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import {Field} from "./field.ts";
import {freshKeys} from "./fresh.ts";
import {plantLateClosings} from "./late_closings.ts";
import {plantEarlyAssessments, plantEarlyDischarges, plantOrphans} from "./mended_faults.ts";
import type {Organisation} from "./organisation.ts";
import {pcl5Faults, rowFaults} from "./row_faults.ts";
import {plantDuplicates, plantRowFaults} from "./row_planting.ts";
import {isPcl5, type Statement} from "./statements.ts";
import {plantTransport} from "./transport.ts";
import {waitingRows} from "./waiting_faults.ts";

/** All that the monthly deliveries say, with every fault of rows and of their context planted, each on rows of its own. */
export function plantFaults(
  statements: readonly Statement[],
  organisation: Organisation,
  days: readonly Day[]
): Statement[] {
  const {seed} = organisation.span;
  const keys = freshKeys();
  const field = (name: string, told: readonly Statement[], among = (one: Statement) => !isPcl5(one)) =>
    new Field(told.filter(among), keys, new Random(seed, "plant", name), days.length);
  const orphaned = plantOrphans(statements, organisation);
  const closedLate = plantLateClosings(orphaned, organisation.stories, {seed, days});
  const closedEarly = plantEarlyDischarges(closedLate, field("early discharges", closedLate));
  const assessedEarly = plantEarlyAssessments(closedEarly, field("early assessments", closedEarly), organisation);
  const waiting = [...assessedEarly, ...waitingRows(field("waiting", assessedEarly), days.length)];
  const duplicated = plantDuplicates(waiting, field("duplicates", waiting));
  const spoiled = plantRowFaults(duplicated, field("rows", duplicated), days, rowFaults);
  const sent = plantTransport(seed, spoiled, days.length, keys);
  return sent.some(isPcl5) ? plantRowFaults(sent, field("pcl5 rows", sent, isPcl5), days, pcl5Faults) : sent;
}

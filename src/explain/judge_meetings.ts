import type {UnitMeasure} from "../measures/measure.ts";
import type {Dictionary} from "./dictionary.ts";
import {counted} from "./evidence.ts";
import type {Facts, Session} from "./facts.ts";
import {judge} from "./judge_unit.ts";
import type {UnitVerdict} from "./verdict.ts";

/** The verdicts on the group meetings in which the client was treated during the episode, in order of date. */
export function judgeMeetings(measure: UnitMeasure, facts: Facts, dictionary: Dictionary): UnitVerdict[] {
  const attended = facts.sessions.filter(({group_key}) => group_key !== null);
  const meetings = Map.groupBy(attended, ({group_key, on}) => `group ${group_key} on ${on}`);
  return [...meetings].map(([name, sessions]) => {
    const [{on, attendees}] = sessions as [Session];
    const unit = {
      unit: name,
      on,
      columnOf: () => undefined,
      evidenceOf: () => null,
      fromOf: () => null,
      value: {
        number: attendees,
        because: `${counted(attendees ?? 0, "client")} took part`,
        rows: sessions
      }
    };
    return judge(measure, unit, facts, dictionary);
  });
}

import type {Row} from "../../src/explain/facts.ts";
import type {Quarantined, Whereabouts} from "../../src/explain/find_episode.ts";
import {explainQuarantine, ruleBroken} from "../../src/sources/explain_quarantine.ts";
import {paragraph} from "./layout.ts";

/** Why an episode that was stated, or named, takes part in no measure. */
export function absenceInWords(key: string, {source, state, quarantined}: Whereabouts, as_of: string): string {
  return [
    `Episode ${key} of ${source} takes part in no measure, data as of ${as_of}`,
    ...reasonsFor(state, as_of).flatMap((reason) => paragraph(reason)),
    ...quarantineInWords(quarantined)
  ].join("\n");
}

function reasonsFor(state: Whereabouts["state"], as_of: string): string[] {
  switch (state.kind) {
    case "takes_part":
      return [];
    case "waits": {
      const {means, hint} = explainQuarantine(state.code);
      const missing = state.missing.length === 0 ? [] : [`Not there: ${state.missing.join(", ")}.`];
      const instead =
        state.instead === null
          ? []
          : [`The episode that takes part is ${state.instead.key}, admitted on ${state.instead.on}.`];
      return [`It waits (${state.code}): ${means}.`, ...missing, ...instead, stated(state.row), `hint: ${hint}`];
    }
    case "closed":
      return [
        `It was deleted, or left out of a full delivery, by the delivery of ${state.closed_on}${order(state.closed_by)}.`,
        stated(state.row)
      ];
    case "later":
      return [`It was first stated after the as-of date ${as_of}.`, stated(state.row)];
    case "not_built":
      return ["It came after the last build: plumbline build takes it in.", stated(state.row)];
    case "quarantined":
      return ["No sound row of it ever came."];
    case "named":
      return [
        `It was never stated itself, but rows that wait for it name it: ${state.by.map(({file, rows}) => `${rows} of ${file}`).join(", ")}.`,
        "hint: send the episode, or correct the key in these rows; they take part by themselves then"
      ];
  }
}

/** Rows of the episode that are set aside for a defect of their own: where and why, never what they hold. */
export function quarantineInWords(quarantined: readonly Quarantined[]): string[] {
  return quarantined.flatMap(({code, column, delivered_on, sequence, line}) => {
    const where = `delivery of ${delivered_on}${order(sequence)}, episodes, line ${line}`;
    const rule = ruleBroken("episodes", code, column);
    return paragraph(
      `A row of it is in quarantine (${where}): ${code}${column === null ? "" : ` in ${column}`}: ${rule}.`
    );
  });
}

function stated({delivered_on, sequence, line}: Row): string {
  return `Stated by the delivery of ${delivered_on}${order(sequence)}, episodes, line ${line}.`;
}

function order(sequence: number | null): string {
  return sequence === null || sequence === 0 ? "" : `, sequence ${sequence}`;
}

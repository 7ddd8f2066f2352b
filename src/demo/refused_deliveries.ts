import {type Day, isoOf} from "./calendar.ts";
import type {DemoDelivery, DemoFile} from "./deliveries.ts";

/** A delivery that must be refused as a whole. */
export interface Refused {
  readonly delivery: DemoDelivery;
  readonly code: string;
  readonly because: string;
}

/** Small broken deliveries, one for most ways in which a delivery can be refused, dated between the monthly ones. */
export function brokenDeliveries(source: string, days: readonly Day[]): Refused[] {
  return broken.map(({code, because, month, before, file, text, header = {}, suffix = ""}) => {
    const date = isoOf((days[month] ?? 0) - before);
    const said = {format: "plumbline-delivery", version: 1, source, delivered_on: date, mode: "delta", ...header};
    const files: DemoFile[] = [{name: `${file}.csv`, chunks: [text]}];
    if (code !== "no_delivery_json")
      files.unshift({name: "delivery.json", chunks: [`${JSON.stringify(said, null, 2)}\n`]});
    return {delivery: {folder: `${date}-${code.replaceAll("_", "-")}${suffix}`, files}, code, because};
  });
}

/** A monthly delivery cut off in the middle of a file: its control totals do not agree. Sent before the whole one. */
export function truncated(delivery: DemoDelivery): Refused {
  const files = delivery.files.map((file) => (file.name === "sessions.csv" ? firstHalf(file) : file));
  const because = "the sessions are cut off, and the control totals say so";
  return {delivery: {folder: `${delivery.folder}-truncated`, files}, code: "counts_disagree", because};
}

function firstHalf({name, chunks}: DemoFile): DemoFile {
  const lines = [...chunks].join("").split("\n");
  return {name, chunks: [`${lines.slice(0, Math.ceil(lines.length / 2)).join("\n")}\n`]};
}

interface Broken {
  readonly code: string;
  readonly because: string;
  /** It is dated so many days before the monthly delivery of this month. */
  readonly month: number;
  readonly before: number;
  readonly file: string;
  readonly text: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly suffix?: string;
}

const sessions = "session_key,episode_key,held_on,kind,scheduled_minutes,attendance";
const followups = {file: "followups", text: "followup_key,episode_key,contacted_on,outcome\n"};
const twins = {code: "same_place", because: "another delivery has the same source and date", month: 14, before: 12};

const broken: readonly Broken[] = [
  {
    code: "unknown_file",
    because: "it holds a file of notes",
    month: 8,
    before: 16,
    file: "notes",
    text: "episode_key,note\n"
  },
  {code: "no_delivery_json", because: "it has no delivery.json", month: 9, before: 9, ...followups},
  {
    code: "missing_column",
    because: "the sessions have no held_on",
    month: 10,
    before: 18,
    file: "sessions",
    text: "session_key,episode_key,kind,scheduled_minutes,attendance\n"
  },
  {
    code: "repeated_column",
    because: "the sessions name the column kind twice",
    month: 10,
    before: 11,
    file: "sessions",
    text: `${sessions},kind\n`
  },
  {
    code: "identifier_cell",
    because: "a cell of the clients is an e-mail address",
    month: 11,
    before: 11,
    file: "clients",
    text: "client_key,language\nc-0000000,synthetic@example.invalid\n"
  },
  {
    code: "unknown_column",
    because: "the sessions have a column that the format does not know",
    month: 12,
    before: 20,
    file: "sessions",
    text: `${sessions},room\n`
  },
  {
    code: "bad_quoting",
    because: "a quote is never closed",
    month: 13,
    before: 21,
    file: "sessions",
    text: `${sessions}\n"s-0000000,\n`
  },
  {...twins, ...followups},
  {...twins, file: "referrals", text: "referral_key,program_key,received_at\n", suffix: "-b"},
  {
    code: "half_size",
    because: "a full delivery holds a single session",
    month: 15,
    before: 15,
    file: "sessions",
    text: `${sessions}\ns-0000000,e-0000000,2024-05-01,group,180,attended\n`,
    header: {mode: "full"}
  },
  {
    code: "delete_in_full",
    because: "a full delivery has the column _delete",
    month: 16,
    before: 20,
    file: "followups",
    text: "followup_key,episode_key,contacted_on,outcome,_delete\n",
    header: {mode: "full"}
  },
  {code: "unknown_format", because: "its version is 2", month: 17, before: 20, ...followups, header: {version: 2}},
  {
    code: "invalid_delivery_json",
    because: "delivery.json has a field of its own",
    month: 17,
    before: 10,
    ...followups,
    header: {note: "SYNTHETIC"}
  }
];

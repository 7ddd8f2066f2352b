import {type Day, isoOf} from "./calendar.ts";
import type {DemoDelivery, DemoFile} from "./deliveries.ts";

/** A delivery that must be refused as a whole. */
export interface Refused {
  readonly delivery: DemoDelivery;
  readonly code: string;
  readonly because: string;
}

interface Header {
  readonly source: string;
  readonly day: Day;
}

/** Small broken deliveries, one for most ways in which a delivery can be refused, dated between the monthly ones. */
export function brokenDeliveries(source: string, days: readonly Day[]): Refused[] {
  const on = (month: number, offset: number): Header => ({source, day: (days[month] ?? 0) + offset});
  return [
    refused("unknown_file", "it holds a file of notes", on(8, -16), [["notes.csv", "episode_key,note\n"]]),
    refused("missing_column", "the sessions have no held_on", on(10, -18), [
      ["sessions.csv", "session_key,episode_key,kind,scheduled_minutes,attendance\n"]
    ]),
    refused("repeated_column", "sessions name the column kind twice", on(10, -11), [
      ["sessions.csv", `${sessionColumns},kind\n`]
    ]),
    refused("identifier_cell", "a cell of the clients is an e-mail address", on(11, -11), [
      ["clients.csv", "client_key,language\nc-0000000,synthetic@example.invalid\n"]
    ]),
    refused("unknown_column", "the sessions have a column that the format does not know", on(12, -20), [
      ["sessions.csv", `${sessionColumns},room\n`]
    ]),
    refused("bad_quoting", "a quote is never closed", on(13, -21), [
      ["sessions.csv", `${sessionColumns}\n"s-0000000,\n`]
    ]),
    refused(
      "half_size",
      "a full delivery holds a single session",
      on(15, -15),
      [["sessions.csv", `${sessionColumns}\ns-0000000,e-0000000,2024-05-01,group,180,attended\n`]],
      {mode: "full"}
    ),
    refused(
      "delete_in_full",
      "a full delivery has the column _delete",
      on(16, -20),
      [["followups.csv", "followup_key,episode_key,contacted_on,outcome,_delete\n"]],
      {mode: "full"}
    ),
    refused("unknown_format", "its version is 2", on(17, -20), [["followups.csv", followupColumns]], {version: 2}),
    refused(
      "invalid_delivery_json",
      "delivery.json has a field of its own",
      on(17, -10),
      [["followups.csv", followupColumns]],
      {
        note: "SYNTHETIC"
      }
    ),
    refused("same_place", "another delivery has the same source and date", on(14, -12), [
      ["followups.csv", followupColumns]
    ]),
    refused(
      "same_place",
      "another delivery has the same source and date",
      on(14, -12),
      [["referrals.csv", referralColumns]],
      {},
      "-b"
    ),
    withoutHeader(on(9, -9))
  ];
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

function refused(
  code: string,
  because: string,
  {source, day}: Header,
  files: readonly (readonly [string, string])[],
  change: Readonly<Record<string, unknown>> = {},
  suffix = ""
): Refused {
  const header = {format: "plumbline-delivery", version: 1, source, delivered_on: isoOf(day), mode: "delta", ...change};
  const written = [["delivery.json", `${JSON.stringify(header, null, 2)}\n`] as const, ...files];
  const delivery = {
    folder: `${isoOf(day)}-${code.replaceAll("_", "-")}${suffix}`,
    files: written.map(([name, text]) => ({name, chunks: [text]}))
  };
  return {delivery, code, because};
}

function withoutHeader({day}: Header): Refused {
  const files = [{name: "followups.csv", chunks: [followupColumns]}];
  const delivery = {folder: `${isoOf(day)}-no-delivery-json`, files};
  return {delivery, code: "no_delivery_json", because: "it has no delivery.json"};
}

const sessionColumns = "session_key,episode_key,held_on,kind,scheduled_minutes,attendance";
const followupColumns = "followup_key,episode_key,contacted_on,outcome\n";
const referralColumns = "referral_key,program_key,received_at\n";

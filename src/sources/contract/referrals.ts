import {type Contract, code, optional, required} from "./contract.ts";

const outcomes = ["admitted", "declined", "ineligible", "referred_elsewhere", "client_delayed", "lost", "waiting"];

export const referrals: Contract = {
  file: "referrals",
  row: "one request for admission to a program",
  table: "referral",
  columns: [
    required("referral_key", {kind: "key"}, "key of the referral"),
    optional("client_key", {kind: "key"}, "client, once there is one"),
    required("program_key", {kind: "key"}, "program that was asked"),
    required("received_at", {kind: "date_or_time"}, "when it came in"),
    optional("outcome", code(...outcomes), "what came of it"),
    optional("episode_key", {kind: "key"}, "episode that it led to")
  ],
  derived: {
    record: "received_on",
    of: "received_at",
    textOf: (cell) => cell.slice(0, 10)
  }
};

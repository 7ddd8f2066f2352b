import {type Contract, code, optional, required} from "./contract.ts";

const outcomes = ["admitted", "declined", "ineligible", "referred_elsewhere", "client_delayed", "lost", "waiting"];

export const referrals: Contract = {
  file: "referrals",
  table: "referral",
  columns: [
    required("referral_key", {kind: "key"}),
    optional("client_key", {kind: "key"}),
    required("program_key", {kind: "key"}),
    required("received_at", {kind: "date_or_time"}),
    optional("outcome", code(...outcomes)),
    optional("episode_key", {kind: "key"})
  ],
  derived: {
    record: "received_on",
    of: "received_at",
    textOf: (cell) => cell.slice(0, 10)
  }
};

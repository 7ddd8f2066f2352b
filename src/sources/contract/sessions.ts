import {type Contract, code, optional, required} from "./contract.ts";

export const sessions: Contract = {
  file: "sessions",
  table: "session",
  columns: [
    required("session_key", {kind: "key"}),
    required("episode_key", {kind: "key"}),
    required("held_on", {kind: "date"}),
    required("kind", code("group", "individual", "family", "medication", "psychoeducation", "assessment")),
    optional("modality", code("in_person", "video", "phone")),
    optional("group_key", {kind: "key"}),
    required("scheduled_minutes", {kind: "whole", from: 1, to: 720}),
    optional("attended_minutes", {kind: "whole", from: 0, to: 1440}),
    required(
      "attendance",
      code("attended", "partial", "no_show", "late_cancel", "client_cancel", "program_cancel", "excused")
    )
  ]
};

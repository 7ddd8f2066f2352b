import {type Contract, code, optional, required} from "./contract.ts";

const kinds = ["group", "individual", "family", "medication", "psychoeducation", "assessment"];
const attendances = ["attended", "partial", "no_show", "late_cancel", "client_cancel", "program_cancel", "excused"];

export const sessions: Contract = {
  file: "sessions",
  row: "one client's place in one scheduled session",
  table: "session",
  columns: [
    required("session_key", {kind: "key"}, "key of this client's place in the session"),
    required("episode_key", {kind: "key"}, "episode that the session belongs to"),
    required("held_on", {kind: "date"}, "day of the session, also where it was missed or cancelled"),
    required("kind", code(...kinds), "kind of session"),
    optional("modality", code("in_person", "video", "phone"), "how it was held"),
    optional("group_key", {kind: "key"}, "group, where the session is a meeting of one"),
    required("scheduled_minutes", {kind: "whole", from: 1, to: 720}, "minutes planned"),
    optional("attended_minutes", {kind: "whole", from: 0, to: 1440}, "minutes attended; may exceed those planned"),
    required("attendance", code(...attendances), "whether the client came; excused sessions were not expected")
  ]
};

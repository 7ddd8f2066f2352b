import {type Contract, code, optional, required} from "./contract.ts";

const races = ["american_indian", "asian", "black", "native_hawaiian", "white", "other", "declined", "unknown"];

export const clients: Contract = {
  file: "clients",
  table: "client",
  columns: [
    required("client_key", {kind: "key"}),
    optional("birth_year", {kind: "year", from: 1900}),
    optional("sex", code("female", "male", "other", "unknown")),
    optional("gender", code("woman", "man", "nonbinary", "other", "declined", "unknown")),
    optional("race", {kind: "code_list", codes: races}),
    optional("ethnicity", code("hispanic", "not_hispanic", "declined", "unknown")),
    optional("language", {kind: "language"}),
    optional("zip3", {kind: "digits", length: 3}),
    optional("veteran", code("yes", "no", "unknown")),
    optional("died_on", {kind: "date"})
  ]
};

import {type Contract, code, optional, required} from "./contract.ts";

const races = ["american_indian", "asian", "black", "native_hawaiian", "white", "other", "declined", "unknown"];

export const clients: Contract = {
  file: "clients",
  row: "one person in care, under a pseudonymous key",
  table: "client",
  columns: [
    required("client_key", {kind: "key"}, "key of the client"),
    optional("birth_year", {kind: "year", from: 1900}, "year of birth; age is the year of admission less this"),
    optional("sex", code("female", "male", "other", "unknown"), "sex"),
    optional("gender", code("woman", "man", "nonbinary", "other", "declined", "unknown"), "gender as the client says"),
    optional("race", {kind: "code_list", codes: races}, "race as the client says; several make the group multiracial"),
    optional("ethnicity", code("hispanic", "not_hispanic", "declined", "unknown"), "ethnicity as the client says"),
    optional("language", {kind: "language"}, "preferred language, ISO 639-1"),
    optional("zip3", {kind: "digits", length: 3}, "first three digits of the postal code, never more"),
    optional("veteran", code("yes", "no", "unknown"), "served in the armed forces"),
    optional("died_on", {kind: "date"}, "date of death, where it is known")
  ]
};

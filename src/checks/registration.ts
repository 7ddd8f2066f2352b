import type {Check} from "./check.ts";

/** Checks of what the organisation said beforehand. */
export const registration: readonly Check[] = [
  {
    name: "success_redefined",
    category: "conformance",
    severity: "error",
    tolerated_share: 0,
    because: "A definition of success that is changed after the figures were seen proves nothing.",
    hint: "restore the definition under success in plumbline.yaml, or give the new one its own registered_on and because",
    subject: "definitions",
    checked: "definitions of success registered before",
    counts: "operations"
  }
];

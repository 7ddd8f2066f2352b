import {UserError} from "../errors.ts";

/** Why nothing of a delivery is loaded, and what to do. */
export const refusals = {
  no_delivery_json: "every sub-folder of the deliveries folder needs a delivery.json; move other folders elsewhere",
  unreadable_delivery_json: "write delivery.json as one JSON object in UTF-8",
  unknown_format: 'delivery.json needs "format": "plumbline-delivery" and "version": 1',
  invalid_delivery_json:
    "delivery.json holds format, version, source, delivered_on, mode, and if wanted sequence and counts",
  unknown_file:
    "a delivery holds delivery.json and any of programs, clients, referrals, episodes, sessions, assessments, followups as .csv or .csv.gz",
  file_twice: "keep either the .csv or the .csv.gz",
  unreadable_file: "check the permissions of the file, and that it was copied whole",
  not_text: "save the file as UTF-8 text",
  bad_quoting:
    "a cell that begins with a quote sign must end with one, and quote signs inside it are doubled (RFC 4180)",
  row_too_long: "look for a quote sign that opens a cell and never closes it",
  missing_column: "the first row must name the columns, as the delivery format spells them",
  repeated_column: "name each column once",
  unknown_column: "remove the column, or let the configuration ignore unknown columns of this file",
  delete_in_full: "a full delivery deletes by leaving rows out; remove the column _delete or send the mode delta",
  identifier_column: "remove the column: only pseudonymous keys and the columns of the delivery format may be sent",
  identifier_cell: "remove the identifier at the sender and send the delivery again; keys must be pseudonymous",
  counts_disagree: "the delivery is not whole, or its control totals are wrong: send it again",
  same_place: "send the other delivery with a sequence of its own, or remove one of the two",
  half_size: "if so many rows are really gone, load it with --allow-shrink; otherwise send the file whole"
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusals;

/** Nothing of this delivery is loaded. The message is place, expected, found, and holds no value of a person. */
export class RefusedDelivery extends UserError {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super("refused", message, {hint: refusals[code], cause});
    this.name = "RefusedDelivery";
    this.code = code;
  }
}

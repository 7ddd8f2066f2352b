import {UserError} from "../errors.ts";

interface Refusal {
  /** When a delivery is refused so, as a clause. */
  readonly means: string;
  /** What the sender can do. */
  readonly hint: string;
}

/** Why nothing of a delivery is loaded, and what to do. */
export const refusals = {
  no_delivery_json: {
    means: "a sub-folder of the deliveries folder has no delivery.json",
    hint: "every sub-folder of the deliveries folder needs a delivery.json; move other folders elsewhere"
  },
  unreadable_delivery_json: {
    means: "delivery.json is not one JSON object",
    hint: "write delivery.json as one JSON object in UTF-8"
  },
  unknown_format: {
    means: "delivery.json names another format or version",
    hint: 'delivery.json needs "format": "plumbline-delivery" and "version": 1'
  },
  invalid_delivery_json: {
    means: "a field of delivery.json is missing, unknown or not what it should be",
    hint: "delivery.json holds format, version, source, delivered_on, mode, and if wanted sequence and counts"
  },
  unknown_file: {
    means: "the folder holds a file that the delivery format does not know",
    hint: "a delivery holds delivery.json and any of programs, clients, referrals, episodes, sessions, assessments, followups as .csv or .csv.gz"
  },
  file_twice: {
    means: "a file is there both as .csv and as .csv.gz",
    hint: "keep either the .csv or the .csv.gz"
  },
  unreadable_file: {
    means: "a file cannot be read to its end",
    hint: "check the permissions of the file, and that it was copied whole"
  },
  not_text: {
    means: "a file is not UTF-8 text, or holds a NUL byte",
    hint: "save the file as UTF-8 text"
  },
  bad_quoting: {
    means: "a quoted cell never closes, or text follows its closing quote sign",
    hint: "a cell that begins with a quote sign must end with one, and quote signs inside it are doubled (RFC 4180)"
  },
  row_too_long: {
    means: "a row has more than 4 million characters",
    hint: "look for a quote sign that opens a cell and never closes it"
  },
  missing_column: {
    means: "a required column is not in the header",
    hint: "the first row must name the columns, as the delivery format spells them"
  },
  repeated_column: {
    means: "a column stands twice in the header",
    hint: "name each column once"
  },
  unknown_column: {
    means: "a column is not of the delivery format",
    hint: "remove the column, or let the configuration ignore unknown columns of this file"
  },
  delete_in_full: {
    means: "a file of a full delivery has a column _delete, empty or not",
    hint: "a full delivery deletes by leaving rows out; remove the column _delete or send the mode delta"
  },
  identifier_column: {
    means: "the name of an unknown column says that it holds an identifier, also where unknown columns are ignored",
    hint: "remove the column: only pseudonymous keys and the columns of the delivery format may be sent"
  },
  identifier_cell: {
    means:
      "a cell is wholly an e-mail address, a telephone or social security number, or a full date outside date columns",
    hint: "remove the identifier at the sender and send the delivery again; keys must be pseudonymous"
  },
  counts_disagree: {
    means: "a file has another number of rows than counts says",
    hint: "the delivery is not whole, or its control totals are wrong: send it again"
  },
  same_place: {
    means: "another delivery has the same source, date and sequence, and other content",
    hint: "send the other delivery with a sequence of its own, or remove one of the two"
  },
  half_size: {
    means: "a file of a full delivery has less than half of the rows that were current before it",
    hint: "if so many rows are really gone, load it with --allow-shrink; otherwise send the file whole"
  }
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof refusals;

/** Nothing of this delivery is loaded. The message is place, expected, found, and holds no value of a person. */
export class RefusedDelivery extends UserError {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super("refused", message, {hint: refusals[code].hint, cause});
    this.name = "RefusedDelivery";
    this.code = code;
  }
}

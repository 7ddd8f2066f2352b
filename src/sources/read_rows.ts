import {CsvError, CsvReader} from "./csv.ts";
import {type RefusalCode, RefusedDelivery} from "./refusals.ts";
import {decodeText} from "./text.ts";

export interface RowHandlers {
  /** Called once, with the first row. */
  readonly onHeader: (header: string[], line: number) => void;
  /** Called for each row after it; reader.isPlain holds for the row. */
  readonly onRow: (cells: string[], line: number, reader: CsvReader) => void;
}

/**
 * Reads the rows of a CSV file and yields after each piece of it, so that the caller can hand on what the handlers gathered.
 * What is no text or no CSV is a RefusedDelivery that names the place. A file without any row gives an empty header.
 */
export async function* readRows(
  bytes: AsyncIterable<Buffer>,
  place: string,
  handlers: RowHandlers
): AsyncGenerator<void> {
  let hasHeader = false;
  const reader = new CsvReader((cells, line) => {
    if (hasHeader) return handlers.onRow(cells, line, reader);
    hasHeader = true;
    handlers.onHeader(cells, line);
  });
  for await (const text of decodeText(bytes, place)) {
    refusing(place, () => reader.read(text));
    yield;
  }
  refusing(place, () => reader.end());
  if (!hasHeader) handlers.onHeader([], 1);
  yield;
}

const problems: Readonly<Record<CsvError["kind"], readonly [RefusalCode, string]>> = {
  never_closes: ["bad_quoting", "expected every quoted cell to close, found one that never does"],
  text_after_quote: [
    "bad_quoting",
    "expected a comma or the end of the row after a closing quote sign, found something else"
  ],
  too_long: [
    "row_too_long",
    "expected the row to end, found more than 4 million characters; probably a quoted cell that never closes"
  ]
};

function refusing(place: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [code, problem] = problems[error.kind];
    throw new RefusedDelivery(code, `${place} line ${error.line}: ${problem}`);
  }
}

export type IdentifierKind = "an e-mail address" | "a social security number" | "a telephone number" | "a full date";

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const socialSecurity = /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/;
/** Ten digits with separators, with or without the country code 1 and an extension. */
const telephone =
  /^(?:\+1[-. ]?|1[-. ]|1(?=\())?(?:\([0-9]{3}\)[-. ]?[0-9]{3}[-. ]?|[0-9]{3}[-./ ][0-9]{3}[-. ])[0-9]{4}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?$/i;
const fullDate = /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4})$/;

/**
 * The kind of identifier that a cell wholly is, by its pattern alone, or null. Full dates are identifiers outside date columns.
 * Called for every cell of every row: what cannot be one by its length or first character is passed over at once.
 */
export function identifierKind(cell: string, isInDateColumn: boolean): IdentifierKind | null {
  if (cell.length < 5) return null;
  if (cell.includes("@") && email.test(cell)) return "an e-mail address";
  return mayBeNumeric(cell) ? numericKind(cell, isInDateColumn) : null;
}

function mayBeNumeric(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return cell.length >= 8 && cell.length <= 32 && ((first >= 48 && first <= 57) || first === 40 || first === 43);
}

function numericKind(cell: string, isInDateColumn: boolean): IdentifierKind | null {
  if (cell.length <= 10) return !isInDateColumn && fullDate.test(cell) ? "a full date" : null;
  if (socialSecurity.test(cell)) return "a social security number";
  return telephone.test(cell) ? "a telephone number" : null;
}

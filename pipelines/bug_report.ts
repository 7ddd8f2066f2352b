/**
 * A mistake of ours in words for stderr: what kind of error, where in the code. The words of the database and of parsers quote
 * what they tripped over, which may be a person's value: of these only the kind and the code are told.
 */
export function bugReport(error: unknown): string {
  const head = "plumbline: a mistake of ours; please report it";
  if (!(error instanceof Error)) return `${head}\n${typeof error} was thrown`;
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [head, `${error.name}${codeOf(error)}${quotesData(error) ? "" : `: ${error.message}`}`, ...frames].join("\n");
}

function quotesData(error: Error): boolean {
  return "severity" in error || error instanceof SyntaxError;
}

function codeOf(error: Error): string {
  return "code" in error ? ` ${String(error.code)}` : "";
}

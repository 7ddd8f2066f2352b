import type {Release} from "../release.ts";

/** The style of what every printed sheet says: whose figures, as of when, of which release. */
export function sheetStyle({organisation, as_of, release, synthetic}: Release): string {
  const foot = `${synthetic ? "SYNTHETIC DATA. " : ""}${organisation}. Data as of ${as_of}. Release ${release}`;
  return `@page {
  @bottom-left {
    content: ${cssString(foot)};
    font: 7.5pt Inter, system-ui, sans-serif;
  }
}
`;
}

/** Text as a string of CSS: anything but plain signs is written by its number. */
function cssString(text: string): string {
  const signs = Array.from(text, (sign) =>
    /[\w .,:/()-]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `
  );
  return `"${signs.join("")}"`;
}

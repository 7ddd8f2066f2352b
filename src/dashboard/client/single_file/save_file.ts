import {unpack} from "./site_files.ts";

/** How long a browser may take to begin with a download. */
const graceMilliseconds = 60_000;

/** Gives a packed file to the reader: `files/completion/results.csv` as completion-results.csv, byte for byte. */
export async function saveFile(path: string): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await unpack(path));
  link.download = path.replace(/^files\//, "").replaceAll("/", "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), graceMilliseconds);
}

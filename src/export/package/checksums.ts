import {createHash} from "node:crypto";
import type {PackageFile} from "./package_files.ts";

export function sha256Of(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** checksums.txt, as `sha256sum -c` reads it. */
export function checksums(files: readonly PackageFile[]): PackageFile {
  return {file: "checksums.txt", content: files.map(({file, content}) => `${sha256Of(content)}  ${file}\n`).join("")};
}

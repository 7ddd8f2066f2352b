import {dirname, join, normalize} from "node:path/posix";

/** Links, styles, pictures and modules that lead to nothing within the site. */
export function addressProblems(files: ReadonlySet<string>, texts: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [file, text] of texts) {
    for (const address of addresses(file, text)) {
      if (!leadsSomewhere(file, address, files, texts)) problems.push(`${file}: nothing at ${address}`);
    }
  }
  return problems;
}

function addresses(file: string, text: string): Set<string> {
  const pattern = file.endsWith(".html")
    ? /<[a-z][^>]*\s(?:href|src)="([^"]*)"/g
    : /(?:\bimport\(|\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g;
  if (!/\.(html|js)$/.test(file)) return new Set();
  const found = [...text.matchAll(pattern)].flatMap(([, address]) => (address === undefined ? [] : [address]));
  return new Set(found.filter((address) => !/^(?:\w+:|\/\/)/.test(address)));
}

function leadsSomewhere(
  from: string,
  address: string,
  files: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>
): boolean {
  const [path = "", anchor] = decodeURIComponent(address).split("#");
  const target = path === "" ? from : normalize(join(dirname(from), path));
  const file = [target, `${target}.html`, join(target, "index.html")].find(
    (name) => files.has(name) && (name !== target || /\.\w+$/.test(name))
  );
  if (file === undefined) return false;
  return anchor === undefined || (texts.get(file) ?? "").includes(`id="${anchor}"`);
}

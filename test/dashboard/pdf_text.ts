import {inflateSync} from "node:zlib";

type Fonts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The text of each sheet of a PDF that the browser has printed, without any space: where one word ends is not said in a PDF.
 * Reads what Skia writes, which is little of what a PDF may be: plain objects, deflated streams, fonts with a table to Unicode.
 */
export function sheetTexts(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({dictionary}) => /\/Type \/Page\b(?!s)/.test(dictionary));
  return pages.map(({dictionary}) => {
    const fonts: [string, ReadonlyMap<string, string>][] = [
      ...(/\/Font <<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)
    ].map(([, name = "", id]) => [name, unicodeOf(objects, Number(id))]);
    const contents = objects.get(reference(dictionary, "Contents"))?.stream ?? "";
    return shownText(contents, new Map(fonts));
  });
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** By number. A page stands before those that follow it. */
function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<number, PdfObject>();
  const heads = /(?:^|\n)(\d+) 0 obj\s*/g;
  for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
    const end = text.indexOf("endobj", heads.lastIndex);
    const [dictionary = "", opening = ""] =
      /^([\s\S]*?)(stream\r?\n|endobj)/.exec(text.slice(heads.lastIndex))?.slice(1) ?? [];
    const from = heads.lastIndex + dictionary.length + opening.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const hasStream = opening.startsWith("stream");
    objects.set(Number(head[1]), {
      dictionary,
      stream: hasStream ? inflated(pdf.subarray(from, from + length), dictionary) : ""
    });
    heads.lastIndex = hasStream ? from + length : end;
  }
  return objects;
}

function inflated(bytes: Buffer, dictionary: string): string {
  return (dictionary.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN);
}

/** The characters of a font by their codes in hexadecimal. */
function unicodeOf(objects: ReadonlyMap<number, PdfObject>, font: number): ReadonlyMap<string, string> {
  const table = objects.get(reference(objects.get(font)?.dictionary ?? "", "ToUnicode"))?.stream ?? "";
  const found = new Map<string, string>();
  for (const [, code = "", to = ""] of table.matchAll(/^<(\w+)> <(\w+)>$/gm)) found.set(code, fromHex(to));
  for (const [, from = "", last = "", to = ""] of table.matchAll(/^<(\w+)> <(\w+)> <(\w+)>$/gm))
    for (let code = parseInt(from, 16); code <= parseInt(last, 16); code++)
      found.set(
        code.toString(16).toUpperCase().padStart(from.length, "0"),
        String.fromCodePoint(parseInt(to, 16) + code - parseInt(from, 16))
      );
  return found;
}

function fromHex(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join("");
}

/** What a sheet's commands show, in their order. */
function shownText(contents: string, fonts: Fonts): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = "";
  for (const [, name, hex] of contents.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-F]+)>(?= Tj)/g)) {
    if (name !== undefined) font = fonts.get(name);
    const width = Math.max(...[...(font?.keys() ?? [])].map((code) => code.length), 2);
    for (const code of hex?.match(new RegExp(`.{${width}}`, "g")) ?? []) text += font?.get(code) ?? "";
  }
  return text.normalize("NFKC").replaceAll(/\s/g, "");
}

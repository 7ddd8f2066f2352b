import {readdir, readFile, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {UserError} from "../errors.ts";
import type {Contract} from "./contract/contract.ts";
import {contracts} from "./contract/index.ts";
import {type DeliveryHeader, parseDeliveryJson} from "./delivery_json.ts";
import {RefusedDelivery} from "./refusals.ts";
import {decodeText, readBytes} from "./text.ts";

export interface DeliveryFile {
  readonly contract: Contract;
  readonly path: string;
  /** For messages: folder and file. */
  readonly place: string;
}

/** A folder whose delivery.json and list of files are sound; its rows are not yet read. */
export interface Delivery {
  readonly folder: string;
  readonly header: DeliveryHeader;
  /** In the order of the contracts. */
  readonly files: readonly DeliveryFile[];
}

const headerName = "delivery.json";

/** The names of the sub-folders of a deliveries folder, in order; names beginning with "." and plain files are passed over. */
export async function listFolders(deliveries: string): Promise<string[]> {
  const names = await readdir(deliveries).catch((error: unknown) => {
    throw new UserError("usage", `${deliveries}: expected a folder of deliveries, found none that can be read`, {
      hint: "name the folder with --deliveries",
      cause: error
    });
  });
  const visible = names.filter((name) => !name.startsWith(".")).sort();
  const kinds = await Promise.all(visible.map((name) => isFolder(join(deliveries, name))));
  return visible.filter((_, index) => kinds[index]);
}

/** Reads the delivery.json of a folder and lists its files, or throws a RefusedDelivery. */
export async function openDelivery(parent: string, folder: string): Promise<Delivery> {
  const path = join(parent, folder);
  const names = (await listNames(path, folder)).filter((name) => !name.startsWith(".")).sort();
  const place = `${folder}/${headerName}`;
  if (!names.includes(headerName))
    throw new RefusedDelivery("no_delivery_json", `${folder}: expected a ${headerName}, found none`);
  const header = parseDeliveryJson(await readText(join(path, headerName), place), place);
  return {folder, header, files: await listFiles(path, folder, names)};
}

/** Reads only who sent a folder, where its delivery.json says so; for the list of refusals. */
export async function readSource(parent: string, folder: string): Promise<string | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(parent, folder, headerName), "utf8"));
    const source = value !== null && typeof value === "object" && "source" in value ? value.source : null;
    return typeof source === "string" && !source.includes("\0") ? source.toWellFormed().slice(0, 100) : null;
  } catch {
    return null;
  }
}

async function listNames(path: string, folder: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    throw new RefusedDelivery("unreadable_file", `${folder}: expected a folder that can be read, found none`, error);
  });
}

async function listFiles(path: string, folder: string, names: readonly string[]): Promise<DeliveryFile[]> {
  const files = contracts.flatMap((contract) => filesOf(contract, path, folder, names));
  const known = new Set([headerName, ...files.map((file) => basename(file.path))]);
  for (const name of names) {
    if (known.has(name) && !(await isFolder(join(path, name)))) continue;
    throw new RefusedDelivery("unknown_file", `${folder}: expected only files of the delivery format, found ${name}`);
  }
  return files;
}

function filesOf(contract: Contract, path: string, folder: string, names: readonly string[]): DeliveryFile[] {
  const found = [`${contract.file}.csv`, `${contract.file}.csv.gz`].filter((name) => names.includes(name));
  if (found.length > 1)
    throw new RefusedDelivery("file_twice", `${folder}: expected ${contract.file} once, found ${found.join(" and ")}`);
  return found.map((name) => ({contract, path: join(path, name), place: `${folder}/${name}`}));
}

async function readText(path: string, place: string): Promise<string> {
  let text = "";
  for await (const piece of decodeText(readBytes(path, place), place)) text += piece;
  return text;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  );
}

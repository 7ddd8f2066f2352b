import {deflateSync, inflateSync} from "node:zlib";

/** A value as text that takes little room: JSON, deflated, in base 64. */
export function pack(value: unknown): string {
  return deflateSync(JSON.stringify(value), {level: 6}).toString("base64");
}

/** The value that was packed. */
export function unpack<Value>(text: string): Value {
  return JSON.parse(inflateSync(Buffer.from(text, "base64")).toString("utf8")) as Value;
}

import {join} from "node:path";
import {readInstruments} from "./read_instruments.ts";

/** Every instrument that the project declares: a new one is one more file in data/instruments. */
export const instruments = readInstruments(join(import.meta.dirname, "../../data/instruments"));

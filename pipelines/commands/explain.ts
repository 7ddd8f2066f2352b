import {UserError} from "../../src/errors.ts";
import {readDictionary} from "../../src/explain/dictionary.ts";
import {explainEpisode} from "../../src/explain/explain_episode.ts";
import {findEpisode, type Whereabouts} from "../../src/explain/find_episode.ts";
import {readFacts} from "../../src/explain/read_facts.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {absenceInWords, quarantineInWords} from "../explain/absence_in_words.ts";
import {episodeInWords} from "../explain/episode_in_words.ts";
import {listMeasures, measureNamed} from "../explain/list_measures.ts";
import {measureInWords} from "../explain/measure_in_words.ts";
import {reportMeasure} from "../explain/measure_report.ts";
import {placeOf} from "../explain/place.ts";
import {withReading} from "../explain/with_reading.ts";
import type {Command, Invocation} from "./command.ts";

export const explain: Command = {
  name: "explain",
  summary: "from a figure to its rule, its ladder and its SQL; or why one episode counts or does not",
  usage: "[MEASURE] [options]",
  takes_words: true,
  options: {
    group: {
      value: "BREAKDOWN=GROUP",
      text: "the figure of one group, for example program=north-iop (default all programs)"
    },
    period: {value: "PERIOD", text: "a year, quarter or month, for example 2026-Q1 (default all time)"},
    episode: {
      value: "KEY",
      text: "why this episode counts or does not: shows one person's record, for use inside only"
    },
    source: {value: "SOURCE", text: "the source of the episode, where several use its key"}
  },
  run: async (invocation) => {
    const {positionals, flags, json, print} = invocation;
    const [id, ...more] = positionals;
    if (more.length > 0) throw misused("one measure", more.join(" "));
    if (id === undefined) {
      if (flags.episode !== undefined) throw misused("a measure beside --episode", "none");
      return print(
        json ? JSON.stringify(measures.map(({id, label, domain}) => ({id, label, domain}))) : listMeasures()
      );
    }
    const measure = measureNamed(id);
    return flags.episode === undefined ? explainMeasure(measure, invocation) : explainOne(measure, invocation);
  }
};

function explainMeasure(measure: Measure, invocation: Invocation): Promise<number> {
  const {flags, json, print} = invocation;
  if (flags.source !== undefined) throw misused("--source beside --episode only", "it alone");
  const place = placeOf(invocation);
  return withReading(invocation, async (warehouse, built) => {
    const report = await reportMeasure(measure, place, warehouse, built, invocation);
    return print(json ? JSON.stringify(report) : measureInWords(report));
  });
}

function explainOne(measure: Measure, invocation: Invocation): Promise<number> {
  const {flags, json, print} = invocation;
  if (flags.group !== undefined || flags.period !== undefined)
    throw misused("--group and --period without --episode", "them beside it");
  process.stderr.write("inside the organisation only: this shows one person's record\n");
  const key = String(flags.episode);
  return withReading(invocation, async (warehouse, built) => {
    const found = chooseSource(await findEpisode(warehouse, key, built), flags.source);
    const {source, state, quarantined} = found;
    if (state.kind !== "takes_part")
      return print(
        json
          ? JSON.stringify({measure: measure.id, episode_key: key, counts: "neither", ...found})
          : absenceInWords(key, found, built.as_of)
      );
    const facts = await readFacts(warehouse, {source, episode_key: key}, built);
    const verdict = explainEpisode(measure, facts, await readDictionary(warehouse, built.suffix));
    if (json) return print(JSON.stringify({...verdict, quarantined}));
    return print([episodeInWords(verdict), ...quarantineInWords(quarantined)].join("\n"));
  });
}

/** Keys belong to a source; the message names no key. */
function chooseSource(found: readonly Whereabouts[], given: unknown): Whereabouts {
  const [only, ...others] = given === undefined ? found : found.filter(({source}) => source === given);
  if (only === undefined)
    throw new UserError(
      "usage",
      `--episode: expected the key of an episode${given === undefined ? "" : " of that source"}, found none like it`,
      {
        hint: "keys are compared exactly, as the deliveries spell them; one whose key could not be read is in plumbline quarantine list"
      }
    );
  if (others.length === 0) return only;
  throw new UserError("usage", `--episode: expected a key of one source, found it in ${found.length}`, {
    hint: `name one: ${found.map(({source}) => `--source ${source}`).join(" or ")}`
  });
}

function misused(expected: string, found: string): UserError {
  return new UserError("usage", `plumbline explain: expected ${expected}, found ${found}`, {
    hint: "plumbline explain --help"
  });
}

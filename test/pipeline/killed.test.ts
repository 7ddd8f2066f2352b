import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {Random} from "../../src/statistics/random.ts";
import {startPlumbline} from "../cli/plumbline_process.ts";
import {exampleOptions} from "./built_example.ts";
import {type Engine, embedded, forEachEngine, type Place} from "./engines.ts";
import {filesOf, tablesOf} from "./fingerprint.ts";
import {killAt, type Moment, type TimedStep, timeSteps} from "./kill.ts";

const embeddedSequences = Array.from({length: Number(process.env.KILL_SEQUENCES ?? 1)}, (_, index) => index + 1);

/** Every run has a few moments to be killed at; nightly there are more. */
const isLong = process.env.KILL_SEQUENCES !== undefined;

/** Deliveries that are there from the start, one of them refused, and one that comes late and belongs between them. */
const early = ["2024-04-30", "2024-06-30", "2025-01-22-no-delivery-json"];
const late = "2024-05-31";
const refused = 6;

let folder = "";
let undisturbed: State;
let scratch: State;
let lengthsEmbedded: Lengths;

/** All that a run leaves behind. */
interface State {
  readonly tables: Readonly<Record<string, string>>;
  readonly published: Readonly<Record<string, string>>;
  readonly archive: Readonly<Record<string, string>>;
}

/** A place of its own, with its deliveries, for runs one after the other. */
class Desk {
  readonly folder: string;
  readonly place: Place;

  constructor(name: string, place: Place) {
    this.folder = join(folder, name);
    this.place = place;
    for (const delivery of early) this.deliver(delivery);
    // fewer rows to protect, for time
    writeFileSync(join(this.folder, "plumbline.yaml"), "crossed_breakdowns: []\n");
  }

  deliver(delivery: string): void {
    cpSync(join(folder, "example/deliveries", delivery), join(this.folder, "deliveries", delivery), {recursive: true});
  }

  start() {
    const words = ["run", "--until", "publish", "--warehouse", "warehouse", "--out", "published"];
    return startPlumbline(words, {cwd: this.folder, env: this.place.env});
  }

  async finish(): Promise<void> {
    const {code, stderr} = await this.start().ended;
    expect(code, stderr).toBe(refused);
  }

  async state(): Promise<State> {
    return {
      tables: await tablesOf(this.place.target),
      published: filesOf(join(this.folder, "published")),
      archive: filesOf(join(this.folder, "warehouse/archive"))
    };
  }

  async close(): Promise<void> {
    await this.place.drop();
    rmSync(this.folder, {recursive: true, force: true});
  }
}

async function deskFor(name: string, engine = embedded): Promise<Desk> {
  return new Desk(name, await engine.makePlace(join(folder, name, "warehouse")));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-killed-"));
  await writeExample(join(folder, "example"), exampleOptions);
  const desk = await deskFor("undisturbed");
  await desk.place.start();
  await desk.finish();
  desk.deliver(late);
  await desk.finish();
  undisturbed = await desk.state();
  const alone = await deskFor("scratch");
  alone.deliver(late);
  lengthsEmbedded = await timeSteps(alone.start());
  scratch = await alone.state();
}, 300_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

type Lengths = Awaited<ReturnType<typeof timeSteps>>;

/** Kills run after run of one desk, each going on from what the last one left. */
async function killAll(desk: Desk, lengths: Lengths, moments: readonly Moment[]): Promise<TimedStep[]> {
  const killed: TimedStep[] = [];
  for (const moment of moments) {
    const step = await killAt(desk.start(), moment, lengths);
    if (step !== null) killed.push(step);
  }
  return killed;
}

/** Moments to be killed at in a first run and in one with a late delivery. */
interface Moments {
  readonly first: readonly Moment[];
  readonly second: readonly Moment[];
}

/** What stands in files is the same for every warehouse: on a server, runs are killed only while they speak to it. */
function momentsOf({folder: place}: Desk, kind: Engine["kind"], random: Random): Moments {
  const within = (step: TimedStep): Moment => ({step, share: 0.8 * random.uniform()});
  const sees = (path: string, name: RegExp): Moment => ({folder: join(place, path), name});
  if (kind === "server") return {first: [within("ingest"), within("build")], second: [within("publish")]};
  return {
    first: [
      sees("warehouse/database", /./),
      ...(isLong ? [within("migrate"), sees("warehouse/archive/.incoming", /./)] : []),
      within("ingest"),
      ...(isLong ? [sees("warehouse/archive/synthetic-ehr", /./)] : []),
      within("build"),
      ...(isLong ? [within("build"), within("check")] : []),
      within("publish"),
      sees("published/releases", /^\.unfinished/),
      ...(isLong ? [sees("published/releases", /^2/)] : [])
    ],
    second: isLong ? [within("ingest"), within("build"), within("publish")] : [within("build")]
  };
}

/** Kills through a first run and one with a late delivery, each finished in the end; returns the steps that were cut. */
async function killThrough(desk: Desk, lengths: Lengths, {first, second}: Moments): Promise<TimedStep[]> {
  const early = await killAll(desk, lengths, first);
  await desk.finish();
  desk.deliver(late);
  const later = await killAll(desk, lengths, second);
  await desk.finish();
  return [...early, ...later];
}

describe("an undisturbed run", () => {
  it("from scratch leaves the same as two runs with a delivery that came late", () => {
    // but for what is published, which hangs on what was published before
    const unpublished = (tables: object) =>
      Object.fromEntries(Object.entries(tables).filter(([name]) => !/^(published|history)\./.test(name)));
    expect(unpublished(scratch.tables)).toEqual(unpublished(undisturbed.tables));
    expect(scratch.archive).toEqual(undisturbed.archive);
  });
});

forEachEngine((engine) => {
  // on a server too, and more, with KILL_SEQUENCES, nightly
  const sequences = engine.kind === "embedded" ? embeddedSequences : [3];
  it.skipIf(engine.kind === "server" && !isLong).each(sequences)(
    "that is killed again and again leaves the same as an undisturbed one (sequence %i)",
    async (seed) => {
      const desk = await deskFor(`killed-${engine.kind}-${seed}`, engine);
      const moments = momentsOf(desk, engine.kind, new Random("killed", seed));
      const killed = await killThrough(desk, lengthsEmbedded, moments);
      expect(await desk.state()).toEqual(undisturbed);
      // a busy machine may let one or the other end before it is killed
      const tried = moments.first.length + moments.second.length;
      expect(killed.length, killed.join(" ")).toBeGreaterThan(tried / 2);
      expect(new Set(killed).size, killed.join(" ")).toBeGreaterThan(1);
      await desk.close();
    },
    400_000
  );
});

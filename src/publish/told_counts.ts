/** A count as a release knew it, and whether its readers knew it, or nearly. */
export interface Known {
  readonly count: number;
  readonly is_known: boolean;
}

/** One count of a release, by the scope and name of its set and its place. */
export interface KnownCount extends Known {
  readonly scope: string;
  readonly set: string;
  readonly place: string;
}

/** Counts that a release wrote down as new, by set, by place: the count, or, where it was not known, -1 less the count. */
export type WrittenCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Names of the sets that measures count, in a fixed order. */
export type MeasuredSets = Readonly<Record<string, readonly string[]>>;

/** A sum and difference of counts of one place. */
export type Terms = readonly (readonly [set: string, sign: 1 | -1])[];

interface SetHistory {
  /** The release that first counted the set. */
  readonly since: number;
  /** For each place, releases and what they wrote, in turns. */
  readonly places: Map<string, number[]>;
}

/**
 * Every count that earlier releases told, or knew and did not tell. In a place that is not written, nobody was counted, and everybody
 * could see that.
 */
export class ToldCounts {
  /** The disclosure profile of each release. */
  readonly #profiles: string[] = [];
  readonly #sets = new Map<string, SetHistory>();
  /** For each measure, the sets that it counted. */
  readonly #measures = new Map<string, (readonly string[])[]>();
  /** For each set, those that a measure counted in its stead before. */
  readonly #former = new Map<string, Set<string>>();

  /** What the next release wrote down, under its profile. */
  add(written: WrittenCounts, profile = "cms11"): void {
    for (const [set, places] of Object.entries(written)) {
      const history = this.#sets.get(set) ?? {since: this.releases, places: new Map<string, number[]>()};
      this.#sets.set(set, history);
      for (const [place, count] of Object.entries(places)) {
        const versions = history.places.get(place) ?? [];
        history.places.set(place, versions);
        versions.push(this.releases, count);
      }
    }
    this.#profiles.push(profile);
  }

  /**
   * Says which sets measures count now, in a fixed order. Where a measure counted others before, its figures of before and of now
   * differ by those whom only one of the two counts. Gives back what is new.
   */
  countFrom(sets: MeasuredSets): MeasuredSets {
    const isNew = ([measure, names]: readonly [string, readonly string[]]) => {
      const before = this.#measures.get(measure) ?? [];
      for (const former of before)
        for (const [position, name] of names.entries())
          if (former[position] !== undefined && former[position] !== name)
            this.#former.set(name, (this.#former.get(name) ?? new Set()).add(former[position]));
      if (before.at(-1)?.join() === names.join()) return false;
      this.#measures.set(measure, [...before, names]);
      return true;
    };
    return Object.fromEntries(Object.entries(sets).filter(isNew));
  }

  /** The places where a set was ever counted. */
  placesOf(set: string): Iterable<string> {
    return this.#sets.get(set)?.places.keys() ?? [];
  }

  /** A count as it was so many releases ago, 0 for the last; null where the set was not counted. */
  ago(set: string, place: string, releases: number): Known | null {
    const history = this.#sets.get(set);
    const release = this.releases - 1 - releases;
    if (history === undefined || release < history.since) return null;
    return readingOf(versionAt(history.places.get(place), release));
  }

  /** How many releases told something new. */
  get releases(): number {
    return this.#profiles.length;
  }

  /** The profiles of all releases. */
  get profiles(): ReadonlySet<string> {
    return new Set(this.#profiles);
  }

  /** The profile of the last release; null without any. */
  get lastProfile(): string | null {
    return this.#profiles.at(-1) ?? null;
  }

  /** Whether a count was known in a release under another profile. */
  wasKnownBeside(profile: string, set: string, place: string): boolean {
    const versions = this.#sets.get(set)?.places.get(place) ?? [];
    return versions.some((release, index) => {
      if (!isRelease(release, index) || (versions[index + 1] ?? -1) < 0) return false;
      return this.#profiles.slice(release, versions[index + 2]).some((other) => other !== profile);
    });
  }

  /** Whether a count was ever known, in any release. */
  wasKnown(set: string, place: string): boolean {
    return (
      this.#sets
        .get(set)
        ?.places.get(place)
        ?.some((count, index) => index % 2 === 1 && count >= 0) === true
    );
  }

  /** What a sum of counts of one place was in each release whose readers knew all of them. */
  *valuesOf(terms: Terms, place: string): Iterable<number> {
    yield* this.#values(terms, place);
    const [first, ...rest] = terms.map(([set, sign]) =>
      [set, ...(this.#former.get(set) ?? [])].map((name) => [name, sign] as const)
    );
    if (first === undefined || [first, ...rest].every(({length}) => length === 1)) return;
    const combined = rest.reduce<Terms[]>(
      (all, names) => all.flatMap((own) => names.map((name) => [...own, name])),
      first.map((name) => [name])
    );
    for (const own of combined.slice(1)) yield* this.#values(own, place);
  }

  *#values(terms: Terms, place: string): Iterable<number> {
    const sets = terms.map(([set]) => this.#sets.get(set));
    const written = sets.map((set) => set?.places.get(place));
    const since = Math.max(...sets.map((set) => set?.since ?? Number.POSITIVE_INFINITY));
    if (since === Number.POSITIVE_INFINITY) return;
    const releases = new Set([since, ...written.flatMap((versions) => versions?.filter(isRelease) ?? [])]);
    for (const release of releases) {
      if (release < since) continue;
      const known = written.map((versions) => readingOf(versionAt(versions, release)));
      if (known.every(({is_known}) => is_known))
        yield known.reduce((sum, {count}, index) => sum + count * (terms[index]?.[1] ?? 0), 0);
    }
  }

  /** Whether the last release told this very count. */
  isSame(set: string, place: string, count: number): boolean {
    const last = this.ago(set, place, 0);
    return last?.is_known === true && last.count === count;
  }

  /** All counts of a release, of the kinds of units of which it tells something that was not told like this before. */
  newlyTold(counts: readonly KnownCount[]): KnownCount[] {
    const isNew = ({set, place, count, is_known}: KnownCount) => is_known && !this.isSame(set, place, count);
    const scopes = new Set(counts.filter(isNew).map(({scope}) => scope));
    return counts.filter(({scope}) => scopes.has(scope));
  }

  /** Of the counts of a release, those that differ from what the last one of their scope wrote. */
  changesIn(counts: readonly KnownCount[]): WrittenCounts {
    const written: Record<string, Record<string, number>> = {};
    for (const {set, place, count, is_known} of counts) {
      const last = this.ago(set, place, 0);
      if (last?.count === count && last.is_known === is_known) continue;
      written[set] ??= {};
      written[set][place] = is_known ? count : -1 - count;
    }
    return written;
  }
}

function isRelease(_: number, index: number): boolean {
  return index % 2 === 0;
}

/** What was written last up to a release; nobody where nothing was. */
function versionAt(versions: readonly number[] | undefined, release: number): number {
  if (versions === undefined) return 0;
  for (let index = versions.length - 2; index >= 0; index -= 2)
    if ((versions[index] ?? 0) <= release) return versions[index + 1] ?? 0;
  return 0;
}

function readingOf(written: number): Known {
  return written < 0 ? {count: -1 - written, is_known: false} : {count: written, is_known: true};
}

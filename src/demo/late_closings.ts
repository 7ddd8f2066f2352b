import type {Story} from "./organisation.ts";
import {isPlain, mended, type Statement} from "./statements.ts";
import {monthTold, type Telling} from "./telling.ts";

/** Two people are readmitted before the discharge of their first stay is told: the second stay waits with all it holds. */
export function plantLateClosings(
  statements: readonly Statement[],
  stories: readonly Story[],
  telling: Telling
): Statement[] {
  const told = Map.groupBy(
    statements.filter(({file}) => file === "episodes"),
    ({key}) => key
  );
  const returns = readmissions(stories)
    .map((pair) => ({...pair, month: monthTold(telling, pair.second.episode.admitted_on)}))
    .filter((pair) => fits(pair, told, telling))
    .slice(0, 2);
  return returns.reduce<Statement[]>((all, pair) => closeLate(all, pair), [...statements]);
}

interface Return {
  readonly first: Story;
  readonly second: Story;
  /** The delivery that tells of the second admission. */
  readonly month: number;
}

function readmissions(stories: readonly Story[]): Omit<Return, "month">[] {
  return stories.flatMap((second) => {
    if (second.episode.came !== "readmitted" || second.told_from !== second.episode.admitted_on) return [];
    const first = stories.find(({episode}) => episode.number === second.episode.number - 1);
    return first === undefined ? [] : [{first, second}];
  });
}

/** The first stay is told in an opening and a closing row, the second one is still open in its first delivery. */
function fits({first, second, month}: Return, told: ReadonlyMap<string, Statement[]>, telling: Telling): boolean {
  const rows = told.get(first.episode.episode_key) ?? [];
  const opening = told.get(second.episode.episode_key)?.[0];
  const isTwoRows = rows.length === 2 && !isClosed(rows[0]) && isClosed(rows[1]) && rows.every(isPlain);
  return isTwoRows && opening?.month === month && !isClosed(opening) && month + 1 < telling.days.length;
}

function closeLate(statements: readonly Statement[], {first, second, month}: Return): Statement[] {
  return statements.map((one) => {
    if (one.file === "episodes" && one.key === first.episode.episode_key)
      return isClosed(one) ? {...one, month: month + 1} : one;
    if (one.month > month || one.row.episode_key !== second.episode.episode_key) return one;
    return one.file === "episodes"
      ? mended(one, "second_open_episode", "episode_key")
      : mended(one, "unknown_parent", "episode_key");
  });
}

function isClosed(statement: Statement | undefined): boolean {
  return statement?.row.discharged_on !== undefined;
}

import {isWeaker, type Strength} from "../../src/claims/strength.ts";

/** Words that only a sentence of a strength, or a stronger one, may use. */
const earned: readonly (readonly [Strength, RegExp])[] = [
  [
    "directional",
    /\b(fell|rose|dropped|increased|decreased|differs?|higher|lower|more than|less than|upwards|downwards|shift)\b/i
  ],
  ["evaluative", /\b(better|worse|improve\w*|worsen\w*|(was|not) met|missed|concern)\b/i]
];

/** Words that no sentence may use: of causes, of praise and blame, of ranks and of colours. */
const never =
  /\b(because|due to|caus\w+|effects?(?! size)|effective\w*|works|worked|led to|thanks|result\w*|impact|benefit\w*|success\w*|fail\w*|proves?|proven|significant\w*|impressive|excellent|outstanding|great|good|bad|poor|strong|weak|best|worst|top|rank\w*|red|green|amber)\b|!/i;

/** The words of a sentence that its strength does not allow. */
export function unearned(sentence: string, strength: Strength): string[] {
  const tooStrong = earned.filter(([needs]) => isWeaker(strength, needs)).map(([, words]) => words);
  return [...tooStrong, never].flatMap((words) => words.exec(sentence)?.[0] ?? []);
}

import {closest} from "fastest-levenshtein";
import type {Settings} from "../settings.ts";
import type {Program} from "./programs.ts";

/**
 * What to be warned of: programs that targets and annotations name and no delivery has told of, each with the one that was probably
 * meant. It is no error, since a program may be new; but until it is delivered, what names it says nothing.
 */
export function unknownPrograms(
  settings: Pick<Settings, "targets" | "annotations">,
  programs: readonly Program[]
): string[] {
  const known = programs.map(({group}) => group);
  return (["targets", "annotations"] as const).flatMap((name) =>
    settings[name].flatMap((one, index) =>
      one.programs
        .filter((program) => !known.includes(program))
        .map((program) => {
          const meant = known.length === 0 ? "" : `\n           hint: did you mean ${closest(program, known)}?`;
          return `${name}.${index}.programs: expected a program that was delivered, found ${program}; it says nothing${meant}`;
        })
    )
  );
}

import loadHighs, {type Highs} from "highs";

export type Solver = Highs;

/** The solver of linear programs: WebAssembly out of its package, without a network or a thread of its own. */
export async function loadSolver(): Promise<Solver> {
  // its types describe the CommonJS file, whose exports hold the function as `default`; the module's default is the function
  const load = loadHighs as unknown as typeof loadHighs.default;
  return load();
}

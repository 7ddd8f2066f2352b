/** Ctrl-C or a request to end: the run stops where it is; what was committed stays, and the next run goes on from there. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

/**
 * Runs work; on a signal first calls stop (which makes the running statement end), then rejects with Interrupted. A second
 * signal ends the process at once.
 */
export async function onInterrupt<T>(work: () => Promise<T>, stop: () => Promise<void>): Promise<T> {
  let interrupted: Interrupted | undefined;
  const handle = (signal: "SIGINT" | "SIGTERM") => {
    if (interrupted !== undefined) process.exit(interrupted.exitCode);
    interrupted = new Interrupted(signal);
    stop().catch(() => undefined);
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  try {
    return await work();
  } catch (error) {
    throw interrupted ?? error;
  } finally {
    process.off("SIGINT", handle);
    process.off("SIGTERM", handle);
  }
}

/** Ctrl-C or a request to end: the run stops where it is; what was committed stays, and the next run goes on from there. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

/**
 * Runs work; on a signal first calls stop (which makes the running statement end), then rejects with Interrupted. Work between
 * two statements sees the signal by what it is given. A second signal ends the process at once.
 */
export async function onInterrupt<T>(
  work: (interrupted: AbortSignal) => Promise<T>,
  stop: () => Promise<void>
): Promise<T> {
  const controller = new AbortController();
  const handle = (signal: "SIGINT" | "SIGTERM") => {
    const interrupted = new Interrupted(signal);
    if (controller.signal.aborted) process.exit(interrupted.exitCode);
    controller.abort(interrupted);
    stop().catch(() => undefined);
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    process.off("SIGINT", handle);
    process.off("SIGTERM", handle);
  }
}

import {Listr, ListrLogger, ProcessOutput} from "listr2";

/** Says on stderr what the run is doing. */
export interface Progress {
  /** Runs one step under its title; what the work returns is said when it is done. */
  step(title: string, work: (say: (line: string) => void) => Promise<string>): Promise<void>;
}

/** A live list on a terminal, plain lines elsewhere, nothing when quiet. */
export function progressOn(stream: NodeJS.WriteStream, {quiet}: {quiet: boolean}): Progress {
  if (quiet) return silent;
  // a terminal without a width, as scripts and containers open them, cannot show a list
  return stream.isTTY && stream.columns > 0 ? live(stream) : plain(stream);
}

const silent: Progress = {
  step: async (_title, work) => void (await work(() => undefined))
};

function plain(stream: NodeJS.WritableStream): Progress {
  return {
    step: async (title, work) => {
      const outcome = await work(() => undefined);
      stream.write(`${title}: ${outcome}\n`);
    }
  };
}

function live(stream: NodeJS.WriteStream): Progress {
  // listr2 would write to stdout, which is for results
  const logger = new ListrLogger({processOutput: new ProcessOutput(stream, stream)});
  return {
    step: async (title, work) => {
      const list = new Listr([], {rendererOptions: {logger}, registerSignalListeners: false});
      list.add({
        title,
        task: async (_context, task) => {
          const outcome = await work((line) => {
            task.output = line;
          });
          task.title = `${title}: ${outcome}`;
        }
      });
      await list.run();
    }
  };
}

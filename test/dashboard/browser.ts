import packaged from "@sparticuz/chromium";
import {type Browser, chromium} from "playwright-core";

const args = ["--no-sandbox", "--disable-dev-shm-usage"];

/** The packaged browser, else the system's; null and a loud line on stderr where neither starts. */
export async function openBrowser(): Promise<Browser | null> {
  const failures: string[] = [];
  for (const find of [() => packaged.executablePath(), async () => "/usr/bin/chromium"]) {
    try {
      return await chromium.launch({executablePath: await find(), args});
    } catch (error) {
      failures.push(String(error).split("\n")[0] ?? "");
    }
  }
  process.stderr.write(`could not run: the browser checks, as no browser starts\n${failures.join("\n")}\n`);
  return null;
}

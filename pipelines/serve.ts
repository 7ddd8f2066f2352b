import {existsSync} from "node:fs";
import {createServer, type ServerResponse} from "node:http";
import {join} from "node:path";
import {parseArgs} from "node:util";
import sirv from "sirv";
import {UserError} from "../src/errors.ts";

/** What a browser may do with the site: read its own files, nothing else. A web server that hosts the site sends the same. */
export const siteHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin"
};

/** Serves a built site on this machine only. Port 0 takes any free one. */
export async function serveSite({
  folder,
  port
}: {
  folder: string;
  port: number;
}): Promise<{url: string; close: () => Promise<void>}> {
  const site = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => response.setHeader("Cache-Control", caching(path))
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(siteHeaders)) response.setHeader(name, value);
    site(request, response, () => notFound(response));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve)).catch(
    (cause) => {
      throw new UserError("usage", `serve: port ${port} is not free`, {cause, hint: "choose another: --port 3001"});
    }
  );
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {url: `http://127.0.0.1:${taken}/`, close: () => closeServer(server)};
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, {"Content-Type": "text/plain"}).end("no such page\n");
}

/** Files whose name carries their hash never change; pages do with each release. */
function caching(path: string): string {
  return /^\/_/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}

/** `node pipelines/serve.ts [--port 3000] [--folder dist]`: prints the address and serves until it is stopped. */
async function main(): Promise<void> {
  const options = {port: {type: "string", default: "3000"}, folder: {type: "string", default: "dist"}} as const;
  const {port, folder} = parseArgs({options}).values;
  if (!existsSync(join(folder, "index.html"))) {
    throw new UserError("usage", `serve: ${folder} holds no site`, {hint: "build it first: plumbline dashboard"});
  }
  const {url} = await serveSite({folder, port: Number(port)});
  console.log(url);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    console.error(error.hint === undefined ? error.message : `${error.message}\n  ${error.hint}`);
    process.exitCode = error.exitCode;
  });
}

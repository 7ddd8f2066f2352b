import type {Page} from "playwright-core";

/** Collects what a page says, and what it asks for that it should not: messages, failed or foreign requests, breaches of its policy. */
export function watchPage(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed request: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:"))
      problems.push(`foreign request: ${request.url()}`);
  });
  return problems;
}

import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, it} from "vitest";
import {registerSuccess} from "../../src/checks/register_success.ts";
import {type CheckResult, runChecks} from "../../src/checks/run_checks.ts";
import type {Settings} from "../../src/settings.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";

type Success = NonNullable<Settings["success"]>;

const response: Success = {definition: "response", registered_on: "2026-01-15", because: "board decision"};

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.dispose());
  beforeEach(() => opened.warehouse.script("truncate record.success_definition"));

  async function check(success: Success | null): Promise<CheckResult | undefined> {
    const results = await runChecks(opened.warehouse, {
      sql: join(import.meta.dirname, "../../sql/checks"),
      settings: {stale_after_days: 30, late_source_days: 45, success},
      as_of: "2026-03-31",
      suffix: "",
      fail_on: []
    });
    return results.find((one) => one.check === "success_redefined");
  }
  const register = (success: Success) => registerSuccess(opened.warehouse, {success}, "2026-03-31");

  it("asks nothing before a definition was registered", async () => {
    expect(await check(response)).toMatchObject({status: "not_applicable", severity: "error"});
  });

  it("passes while the definition stays, whatever its note says", async () => {
    await register(response);
    expect(await check(response)).toMatchObject({status: "pass"});
    expect(await check({...response, because: "said better"})).toMatchObject({status: "pass"});
  });

  it("fails when another definition stands under the same date, or an earlier one", async () => {
    await register(response);
    expect(await check({...response, definition: "remission"})).toMatchObject({status: "fail", violations: 1});
    expect(await check({...response, definition: "remission", registered_on: "2025-12-31"})).toMatchObject({
      status: "fail"
    });
  });

  it("fails when the definition is withdrawn without a word", async () => {
    await register(response);
    expect(await check(null)).toMatchObject({status: "fail"});
  });

  it("passes when the new definition has a later date of its own, and then holds that one", async () => {
    const later: Success = {definition: "remission", registered_on: "2026-03-01", because: "clinical committee"};
    await register(response);
    expect(await check(later)).toMatchObject({status: "pass"});
    await register(later);
    expect(await check(response)).toMatchObject({status: "fail"});
  });
});

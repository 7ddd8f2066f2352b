import type {Warehouse} from "../database/warehouse.ts";
import {loadAudit} from "../disclosure/audit/audit.ts";
import {type Answers, type KeptAnswer, type RememberedAudit, rememberedAudit} from "../disclosure/audit/remembered.ts";
import {pack, unpack} from "./packed.ts";

/** So many answers are kept. */
const most = 30;

/** The audit, which knows the answers that were kept. */
export async function readAudit(warehouse: Warehouse): Promise<RememberedAudit> {
  const rows = await warehouse.query<{question: string; answer: string}>(
    "select question, answer from history.audited"
  );
  const known = new Map(rows.map(({question, answer}) => [question, unpack<KeptAnswer>(answer)]));
  return rememberedAudit(known, await loadAudit());
}

/** Keeps new answers, and the last ones of those before. */
export async function keepAnswers(warehouse: Warehouse, added: Answers): Promise<void> {
  await warehouse.transaction(async () => {
    for (const [question, answer] of added)
      await warehouse.query(
        `insert into history.audited (sequence, question, answer)
         select coalesce(max(sequence), 0) + 1, $1, $2 from history.audited`,
        [question, pack(answer)]
      );
    await warehouse.query(
      "delete from history.audited where sequence <= (select max(sequence) from history.audited) - $1",
      [most]
    );
  });
}

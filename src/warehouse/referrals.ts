import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";

/**
 * Counts referrals by program and the month in which they were received, as the step "referred" of mart.ladder. They are
 * counted whole at every build: a referral may lead to no person yet.
 */
export async function countReferrals(warehouse: Warehouse, suffix: Suffix): Promise<void> {
  await warehouse.script(
    `delete from mart${suffix}.ladder where measure = 'referral';
     insert into mart${suffix}.ladder (measure, dimension, group_key, source, program_key, period_type, period_on, step, n)
     select 'referral', 'all', '', source, program_key, 'month', date_trunc('month', received_on)::date, 'referred', count(*)
     from warehouse${suffix}.referral
     group by source, program_key, date_trunc('month', received_on);`
  );
}

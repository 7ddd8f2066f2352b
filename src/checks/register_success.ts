import type {Warehouse} from "../database/warehouse.ts";
import type {Settings} from "../settings.ts";

/** Remembers the registered definition of success, if it was not known yet: the next run is held against it. */
export async function registerSuccess(
  warehouse: Warehouse,
  {success}: Pick<Settings, "success">,
  as_of: string
): Promise<void> {
  if (success === null) return;
  await warehouse.query(
    `insert into record.success_definition (registered_on, definition, because, seen_on)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [success.registered_on, success.definition, success.because, as_of]
  );
}

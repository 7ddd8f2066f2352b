import {type AnswerSheet, answerSheet} from "./answer_sheet.ts";
import {type DemoDelivery, hasControlTotals, writeDraft} from "./deliveries.ts";
import {draftDeliveries} from "./drafts.ts";
import {type ExampleSettings, exampleSettings} from "./example_settings.ts";
import {plantImplausible} from "./implausible.ts";
import {type DemoOptions, deliveryDays, demoOptions} from "./options.ts";
import {drawOrganisation} from "./organisation.ts";
import {plantFaults} from "./planting.ts";
import {brokenDeliveries, truncated} from "./refused_deliveries.ts";
import {tellOrganisation} from "./telling_organisation.ts";
import {upgradeGoneWrong} from "./upgrade.ts";

export interface Example {
  /** In the order of their folders' names, which is the order of arrival. */
  readonly deliveries: readonly DemoDelivery[];
  readonly answer_sheet: AnswerSheet;
  /** What stands in its plumbline.yaml. */
  readonly settings: ExampleSettings;
}

/**
 * The example organisation: what its programs deliver month by month, and the answer sheet. SYNTHETIC throughout; the same
 * options give the same bytes on every machine.
 */
export function exampleOrganisation(given: Partial<DemoOptions> = {}): Example {
  const options = demoOptions(given);
  const days = deliveryDays(options);
  const {organisation, implausible} = plantImplausible(drawOrganisation(options));
  const statements = plantFaults(tellOrganisation(organisation, days), organisation, days);
  const drafts = draftDeliveries(statements, organisation, days);
  const monthly = drafts.drafts.map((draft) => writeDraft(draft, options.source));
  const upgrade = drafts.drafts.filter(({delivered_on}) => delivered_on === organisation.incidents.upgrade.to);
  const cut = drafts.drafts.slice(5).filter(hasControlTotals).slice(0, 1);
  const refused = [
    ...upgrade.map((draft) => upgradeGoneWrong(draft, options.source)),
    ...cut.map((draft) => truncated(writeDraft(draft, options.source))),
    ...brokenDeliveries(options.source, days)
  ];
  const deliveries = [...monthly, ...refused.map(({delivery}) => delivery)].sort(byFolder);
  const sheet = answerSheet({options, organisation, drafts, implausible, refused});
  return {deliveries, answer_sheet: sheet, settings: exampleSettings(options, organisation.incidents)};
}

function byFolder(left: DemoDelivery, right: DemoDelivery): number {
  return left.folder < right.folder ? -1 : 1;
}

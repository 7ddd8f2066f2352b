import {stringify} from "yaml";
import {defaultSettings, type SettingName, settingsSchema} from "../../src/settings.ts";
import {fillTemplate} from "./fill_template.ts";

/** docs/plumbline.example.yaml: every setting with its label, unit and reason, commented out at its default. */
export function exampleConfig(): string {
  const names = Object.keys(settingsSchema.shape) as SettingName[];
  return fillTemplate("plumbline_example.txt", {settings: names.map(settingText).join("\n\n")})
    .trimEnd()
    .concat("\n");
}

function settingText(name: SettingName): string {
  const {label, unit, why, example} = settingsSchema.shape[name].meta() ?? {};
  return [
    `# ${label}${unit === undefined ? "" : ` (${unit})`}.`,
    `# ${why}.`,
    ...(example === undefined ? [] : [`# For example ${yamlOf(name, example)}`]),
    `# ${yamlOf(name, defaultSettings[name])}`
  ].join("\n");
}

/** name: value on one line. */
function yamlOf(name: SettingName, value: unknown): string {
  return stringify({[name]: value}, {collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0})
    .trim()
    .slice(1, -1);
}

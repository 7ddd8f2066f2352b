/** What a measure must know of an instrument; the rules that use these numbers are columns of sql/warehouse/episode_change.sql. */
export interface Instrument {
  readonly id: "phq9" | "gad7";
  readonly label: string;
  readonly construct: string;
  readonly items: number;
  readonly maximum: number;
  /** Change that is more than measurement error. */
  readonly reliable_change: number;
  readonly minimal_important_change: number;
  readonly bands: readonly {readonly from: number; readonly label: string}[];
}

/** Kroenke, Spitzer and Williams 2001 (bands); Löwe 2004 (minimal important change); NHS Talking Therapies (reliable change). */
export const phq9: Instrument = {
  id: "phq9",
  label: "PHQ-9",
  construct: "depression",
  items: 9,
  maximum: 27,
  reliable_change: 6,
  minimal_important_change: 5,
  bands: [
    {from: 0, label: "none or minimal"},
    {from: 5, label: "mild"},
    {from: 10, label: "moderate"},
    {from: 15, label: "moderately severe"},
    {from: 20, label: "severe"}
  ]
};

/** Spitzer 2006 (bands); Toussaint 2020 (minimal important change); NHS Talking Therapies (reliable change). */
export const gad7: Instrument = {
  id: "gad7",
  label: "GAD-7",
  construct: "anxiety",
  items: 7,
  maximum: 21,
  reliable_change: 4,
  minimal_important_change: 4,
  bands: [
    {from: 0, label: "minimal"},
    {from: 5, label: "mild"},
    {from: 10, label: "moderate"},
    {from: 15, label: "severe"}
  ]
};

export const instruments: readonly Instrument[] = [phq9, gad7];

/** Colours are those of the page, so that charts follow light, dark and print without a word of their own. */
export const theme = {
  aria: false,
  background: "transparent",
  font: "Inter, system-ui, sans-serif",
  view: {stroke: null},
  axis: {
    labelColor: "currentColor",
    labelFontSize: 12,
    titleColor: "var(--muted)",
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: "var(--chart-grid)",
    domainColor: "var(--chart-line)",
    tickColor: "var(--chart-line)"
  },
  text: {color: "currentColor", fontSize: 12}
} as const;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export const wide: ChartSize = {width: 720, height: 280};

/** As wide as a phone shows. */
export const narrow: ChartSize = {width: 340, height: 240};

export function sized({width, height}: ChartSize) {
  return {width, height, padding: 4, autosize: {type: "fit", contains: "padding"}, config: theme} as const;
}

/** What a mark says of its row, for a mark that stands for one; it needs `aria: true`, as the theme has none. */
export const pointWords = {field: "words", type: "nominal"} as const;

/** Where the points of a chart lie: a reader goes from one to the next along this axis. */
export function pointsAlong(along: "x" | "y" | "both") {
  return {usermeta: {along}} as const;
}

/** The signs of an axis in the unit of its values. */
export function axisFormat(unit: string): string {
  return unit === "share" ? "~%" : ",~f";
}

/** Read from the rows, not written into the chart: charts of one shape are compiled once. */
export const sharedDomain = ["lowest", "highest"].map((end) => ({expr: `data('rows')[0].${end}`}));

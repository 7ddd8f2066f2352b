/** A line of a dot-and-interval chart in pixels: how high it is, and how far below its top the mark lies; the name stands above the mark. */
export const intervalLine = {height: 50, mark: 40} as const;

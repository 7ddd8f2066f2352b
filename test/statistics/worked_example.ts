/** The 12 pairs of the measure specification, section 2.3. */
export const before = [18, 22, 14, 9, 20, 16, 12, 25, 17, 11, 19, 15];
export const after = [10, 15, 6, 8, 12, 16, 5, 18, 6, 9, 11, 17];

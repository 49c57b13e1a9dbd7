/** PDF counts in points. */
export const mm = (millimetres: number) => (millimetres / 25.4) * 72;

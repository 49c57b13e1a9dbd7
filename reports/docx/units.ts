/** Word counts lengths in twentieths of a point, and letters in half points. */
export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
export const pt = (points: number) => points * 2;
export const twips = (points: number) => points * 20;

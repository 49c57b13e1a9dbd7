import { BorderStyle } from 'docx';

/** Word counts lengths in twentieths of a point, and letters in half points. */
export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
export const pt = (points: number) => points * 2;
export const twips = (points: number) => points * 20;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** A table that only sets things side by side. */
export const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none },
  ...{ insideHorizontal: none, insideVertical: none },
};
export const noCellBorders = { top: none, bottom: none, left: none, right: none };

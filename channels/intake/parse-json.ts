/** Undefined for what is no JSON: nothing that a repetition would mend. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

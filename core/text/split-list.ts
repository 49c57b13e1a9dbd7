/** The items of a list in words, between commas, semicolons or `và`. */
export function splitList(text: string): string[] {
  return text.split(/\s*[,;]\s*|\s+(?:và|va|and)\s+/iu).filter((item) => item !== '');
}

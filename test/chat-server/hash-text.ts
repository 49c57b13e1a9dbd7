/** 53 bits of a text, small enough to remember a hundred thousand of them. */
export function hashText(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  return 4_294_967_296 * ((high >>> 0) & 0x1fffff) + (low >>> 0);
}

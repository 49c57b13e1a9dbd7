/** XML has no place for control characters and half letters, wherever they were typed. */
export const toXmlText = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');

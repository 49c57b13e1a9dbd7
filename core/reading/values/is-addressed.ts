import type { Token } from '../../text/tokens.js';

/** Who is spoken to, or speaks: `5 em ạ` may be five pupils, or five of anything. */
export const isAddressed = (token: Token | undefined): boolean =>
  /^(?:em|chau|be|co|thay|ban|bac|anh|chi)$/.test(token?.fold ?? '');

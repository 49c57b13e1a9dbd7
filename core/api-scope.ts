/** What a token may be made for: `read` sees, `send` writes and sends directives, `write` does all else. */
export const apiScopes = ['read', 'write', 'send'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** A file that goes along with the request. It is its name where requests are compared or written down. */
export class Upload {
  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}

  toJSON(): string {
    return `${this.name} ${this.bytes.length}`;
  }
}

export interface Body {
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const accept = { accept: 'application/json' };

/** JSON, or a form where a file goes along (https://core.telegram.org/bots/api#sending-files). */
export async function encodeBody(params: object): Promise<Body> {
  const entries = Object.entries(params);
  if (!entries.some(([, value]) => value instanceof Upload))
    return { headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify(params) };
  const form = new FormData();
  for (const [name, value] of entries) {
    if (value instanceof Upload) form.set(name, new Blob([new Uint8Array(value.bytes)]), value.name);
    else if (value !== undefined) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const encoded = new Response(form);
  return {
    headers: { ...accept, 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}

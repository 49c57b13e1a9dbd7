export interface Upload {
  fileName: string;
  mimeType: string;
  content: Buffer;
}

/** The platform's error for a body that cannot be read. */
export type Refuse = (text: string) => Error;

/** The parameters of one call, whatever body they came in: JSON, urlencoded, multipart or the query string. */
export class Params {
  constructor(
    readonly values: Record<string, unknown>,
    private readonly refuse: Refuse,
    readonly files: Map<string, Upload> = new Map(),
  ) {}

  text(name: string): string {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return '';
  }

  int(name: string): number | undefined {
    const text = this.text(name);
    return /^-?\d+$/.test(text) ? Number(text) : undefined;
  }

  flag(name: string): boolean {
    return ['true', '1', 'yes'].includes(this.text(name).toLowerCase());
  }

  /** An object or a list; forms carry it as a JSON string. */
  json(name: string, what: string): unknown {
    const value = this.values[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw this.refuse(`can't parse ${what}: can't parse JSON object`);
    }
  }
}

const FORM = 'application/x-www-form-urlencoded';

interface Body {
  type: string;
  body: Buffer;
  query: string;
}

export function parseBody({ type, body, query }: Body, refuse: Refuse): Params {
  const values: Record<string, unknown> = query === '' ? {} : Object.fromEntries(new URLSearchParams(query));
  if (body.length === 0) return new Params(values, refuse);
  if (type.startsWith('multipart/form-data')) return parseMultipart({ type, body, query }, values, refuse);
  if (type.startsWith(FORM)) {
    return new Params(
      { ...values, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) },
      refuse,
    );
  }
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no object');
    return new Params(query === '' ? (parsed as Record<string, unknown>) : { ...values, ...parsed }, refuse);
  } catch {
    throw refuse('object expected as the body');
  }
}

function parseMultipart({ type, body }: Body, values: Record<string, unknown>, refuse: Refuse): Params {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) throw refuse('boundary expected in the multipart header');
  const mark = Buffer.from(`--${boundary}`);
  const files = new Map<string, Upload>();
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    readPart(body.subarray(at + mark.length, next), values, files);
    at = next;
  }
  return new Params(values, refuse, files);
}

function readPart(part: Buffer, values: Record<string, unknown>, files: Map<string, Upload>): void {
  const split = part.indexOf('\r\n\r\n');
  if (split < 0) return;
  const head = part.subarray(0, split).toString('utf8');
  let end = part.length;
  if (part[end - 2] === 13 && part[end - 1] === 10) end -= 2;
  const content = part.subarray(split + 4, end);
  const name = /[ ;]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return;
  const fileName = /filename="([^"]*)"/i.exec(head)?.[1];
  if (fileName === undefined) {
    values[name] = content.toString('utf8');
    return;
  }
  const mimeType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
  files.set(name, { fileName, mimeType, content: Buffer.from(content) });
}

export type Tool = (args: never) => unknown;
export type ControlHandler = (path: string, body: Buffer) => Promise<{ status: number; json: string }>;

/**
 * A server's people and settings over HTTP: POST /control/<name> with the one argument as JSON, answered by
 * {"ok":true,"result":…} or {"ok":false,"error":"…"}.
 */
export function controlHandler(tools: Record<string, Tool>): ControlHandler {
  return async (path, body) => {
    try {
      const tool = Object.hasOwn(tools, path) ? tools[path] : undefined;
      if (!tool) throw new Error(`no control named ${path}; there are: ${Object.keys(tools).join(', ')}`);
      const args: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
      const result = await tool(args as never);
      return { status: 200, json: JSON.stringify({ ok: true, result }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { status: 400, json: JSON.stringify({ ok: false, error: message }) };
    }
  };
}

/** A client of the control endpoints, for another process. */
export function controlClient(url: string) {
  return async <T = unknown>(name: string, args: object = {}): Promise<T> => {
    const answer = await fetch(`${url}/control/${name}`, { method: 'POST', body: JSON.stringify(args) });
    const { ok, result, error } = (await answer.json()) as { ok: boolean; result: T; error?: string };
    if (!ok) throw new Error(`control ${name}: ${error ?? answer.status}`);
    return result;
  };
}

import type { Server } from 'node:net';
import type { Settings } from '../config/settings.js';

/** Begins to listen. Throws a sentence for the operator when the address is taken or none of ours; its cause says which. */
export async function listen(server: Server, { HOST, PORT }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault =
        error.code === 'EADDRINUSE'
          ? `port ${PORT} on ${HOST} is taken: set PORT to a free one.`
          : `nothing can listen on ${HOST}:${PORT} (${error.message}): set HOST to an address of this machine and PORT to a port you may use.`;
      reject(new Error(fault, { cause: error }));
    });
    server.listen(PORT, HOST, resolve);
  });
}

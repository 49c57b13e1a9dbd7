import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nothing listens on now. Somebody else may take it before it is used: then starting fails. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

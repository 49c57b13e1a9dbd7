import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Marks the errors of a socket that never stood: nothing of the request left this machine. Without the mark a reset,
 * a time-out or a bad certificate during connecting looks the same as one after the request was read.
 */
export const notSentPrefix = 'NOT_SENT:';

/** Shorter than the idle time of Telegram and of Node servers (5 s), so that a socket is rarely reused while it dies. */
const idleSocketMs = 4_000;

/** Node 20 gives each address 250 ms, too short from Vietnam to Europe: https://github.com/nodejs/node/issues/54359 */
const addressAttemptMs = 2_500;

type Connect = (options: object, done: unknown) => Duplex;

/** One keep-alive agent for all calls; connecting has its own time limit, because a dropped SYN is a sure failure. */
export function createAgent(isSecure: boolean, connectMs: number): http.Agent {
  const options = {
    keepAlive: true,
    timeout: idleSocketMs,
    scheduling: 'lifo' as const,
    autoSelectFamilyAttemptTimeout: addressAttemptMs,
  };
  const agent = isSecure ? new https.Agent(options) : new http.Agent(options);
  // Part of Node's documented API, missing from @types/node: https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback
  const open = agent as unknown as { createConnection: Connect };
  const connect = open.createConnection.bind(agent);
  open.createConnection = (target, done) => {
    const socket = connect(target, done) as Socket;
    watchConnecting(socket, isSecure ? 'secureConnect' : 'connect', connectMs);
    return socket;
  };
  return agent;
}

function watchConnecting(socket: Socket, ready: 'connect' | 'secureConnect', connectMs: number): void {
  const onError = (error: NodeJS.ErrnoException) => {
    error.code = `${notSentPrefix}${error.code ?? 'ERROR'}`;
  };
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' }));
  }, connectMs);
  const settle = () => {
    clearTimeout(timer);
    socket.off('error', onError);
  };
  socket.on('error', onError);
  socket.once(ready, settle);
  socket.once('close', settle);
}

import type { TestProject } from 'vitest/node';
import { openServers, type TestServers } from './servers.js';

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServers;
  }
}

/** Opens the servers once a run and hands them to every worker. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (project.vitest.projects.every(({ name }) => name === 'rules')) return; // they need none
  const opened = await openServers();
  project.provide('servers', opened.servers);
  return () => opened.stop();
}

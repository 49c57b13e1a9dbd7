import { Hono } from 'hono';
import type { Intake } from '../../channels/channel.js';
import type { Runtime } from '../../config/runtime.js';

/** The sandbox's page and what it asks for. Mounted only while the channel is on. */
export function sandboxRoutes(_runtime: Runtime, _intake: Intake): Hono {
  return new Hono();
}

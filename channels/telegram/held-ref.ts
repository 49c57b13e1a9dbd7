import { z } from 'zod';
import type { Sent } from '../channel.js';
import { Upload } from './upload.js';

const fileSchema = z.object({ file_id: z.string().min(1) });
const sizeSchema = fileSchema.extend({ width: z.number(), height: z.number() });
const resultSchema = z.object({
  photo: z.array(sizeSchema).optional().catch(undefined),
  document: fileSchema.optional().catch(undefined),
});

/** The id by which a file that was just brought can be sent again (https://core.telegram.org/bots/api#sending-files): of a photo the largest size. */
export function readHeldRef(params: Record<string, unknown>, result: unknown): Pick<Sent, 'heldRef'> {
  if (!Object.values(params).some((value) => value instanceof Upload)) return {};
  const { photo = [], document } = resultSchema.catch({}).parse(result);
  const largest = photo.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
  const held = document ?? largest;
  return held ? { heldRef: held.file_id } : {};
}

import type { Call } from './access.js';
import type { Upload } from '../chat-server/params.js';
import type { FileInfo, StoredFile } from './types.js';
import type { BotRecord, World } from './world.js';

const PREFIX = { photo: 'AgACAgUAAxk', document: 'BQACAgUAAxk' };

type Kind = StoredFile['kind'];

/** Keeps a file. `bot`: who brought it; no other one knows its id. Of what people bring every bot knows it. */
export function storeFile(world: World, kind: Kind, upload: Upload, bot?: BotRecord): FileInfo {
  const number = (world.nextId += 1);
  const info: FileInfo = {
    file_id: `${PREFIX[kind]}${String(number).padStart(12, '0')}`,
    file_unique_id: `AQAD${String(number).padStart(8, '0')}`,
    file_size: upload.content.length,
  };
  if (kind === 'document') {
    info.file_name = upload.fileName;
    info.mime_type = upload.mimeType;
  }
  const path =
    kind === 'photo' ? `photos/file_${number}.jpg` : `documents/file_${number}${extension(upload.fileName)}`;
  const content = world.options.bench ? Buffer.alloc(0) : upload.content;
  if (!world.options.bench)
    world.files.set(info.file_id, { kind, info, path, content, ...(bot ? { botId: bot.user.id } : {}) });
  return info;
}

/** A photo has an id for each size; both lead to the same bytes. */
export function knownFile(
  { world, bot }: Pick<Call, 'world' | 'bot'>,
  fileId: string,
): StoredFile | undefined {
  const file = world.files.get(fileId) ?? world.files.get(fileId.replace(/s$/, ''));
  return file?.botId === undefined || file.botId === bot.user.id ? file : undefined;
}

export function fileAt(world: World, path: string): StoredFile | undefined {
  for (const file of world.files.values()) if (file.path === path) return file;
  return undefined;
}

const extension = (name: string): string => /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '';

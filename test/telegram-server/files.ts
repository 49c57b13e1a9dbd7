import type { Upload } from '../chat-server/params.js';
import type { FileInfo, StoredFile } from './types.js';
import type { World } from './world.js';

const PREFIX = { photo: 'AgACAgUAAxk', document: 'BQACAgUAAxk' };

export function storeFile(world: World, kind: 'photo' | 'document', upload: Upload): FileInfo {
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
  if (!world.options.bench) world.files.set(info.file_id, { info, path, content });
  return info;
}

/** A photo has an id for each size; both lead to the same bytes. */
export function knownFile(world: World, fileId: string): StoredFile | undefined {
  return world.files.get(fileId) ?? world.files.get(fileId.replace(/s$/, ''));
}

export function fileAt(world: World, path: string): StoredFile | undefined {
  for (const file of world.files.values()) if (file.path === path) return file;
  return undefined;
}

const extension = (name: string): string => /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '';

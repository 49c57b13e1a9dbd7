import { z } from 'zod';
import { fileLimit, keepFile } from '../../../services/drafts/keep-file.js';
import { takes } from '../route.js';
import { about } from '../schemas.js';

const keep = takes({
  ...{ name: 'keepFile', tag: 'drafts', path: '/files', right: 'send-directive', scope: 'send' },
  mostBytes: fileLimit,
  query: z.object({ name: z.string().min(1).max(500).meta(about('fileName')) }),
  answer: z
    .object({ id: z.int(), kind: z.enum(['photo', 'document']), name: z.string(), size: z.int() })
    .meta({ id: 'File' }),
  async run(deed, { query, bytes }) {
    const { ref, ...file } = await keepFile(deed, { name: query.name, bytes });
    return { ...file, id: Number(ref) };
  },
});

export const fileRoutes = [keep];

// Writes the next migration: what prisma/schema.prisma has and the schema kept beside the last migration lacks.
// (Reading the live database would be the usual way; the WebAssembly engine cannot read PostgreSQL's "char" columns.)
// Usage: DATABASE_URL=<any PostgreSQL database> npm run migration -- <name>
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openSchemaEngine } from '../store/migrations.js';

const [name] = process.argv.slice(2);
if (!name || !process.env.DATABASE_URL) throw new Error('Usage: DATABASE_URL=… npm run migration -- <name>');
const folder = 'prisma/migrations';
const last = readdirSync(folder)
  .filter((entry) => /^\d/.test(entry))
  .sort()
  .at(-1);
const read = (file) => ({ path: 'schema.prisma', content: readFileSync(file, 'utf8') });

const engine = await openSchemaEngine(new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 }));
const result = await engine.diff({
  from: last
    ? { tag: 'schemaDatamodel', files: [read(path.join(folder, last, 'schema.prisma'))] }
    : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [read('prisma/schema.prisma')] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
const script = result.stdout ?? '';
if (script.trim() === '' || script.includes('This is an empty migration')) {
  process.stdout.write('The migrations already match prisma/schema.prisma.\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = path.join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), script);
  writeFileSync(path.join(target, 'schema.prisma'), readFileSync('prisma/schema.prisma'));
  process.stdout.write(`${target}\n`);
}
process.exit(0);

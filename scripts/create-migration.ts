// Writes the next migration: what prisma/schema.prisma has and the schema kept beside the migrations, which they come to, lacks.
// (Reading the live database would be the usual way; the WebAssembly engine cannot read PostgreSQL's "char" columns.)
// Usage: DATABASE_URL=<any PostgreSQL database> npm run migration -- <name>
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openSchemaEngine } from '../store/migrations.js';

const [name] = process.argv.slice(2);
if (!name || !process.env.DATABASE_URL) throw new Error('Usage: DATABASE_URL=… npm run migration -- <name>');
const folder = 'prisma/migrations';
/** Two migrations made side by side meet here when they are merged. */
const reached = path.join(folder, 'schema.prisma');
const read = (file) => ({ path: 'schema.prisma', content: readFileSync(file, 'utf8') });

const engine = await openSchemaEngine(new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 }));
const result = await engine.diff({
  from: existsSync(reached) ? { tag: 'schemaDatamodel', files: [read(reached)] } : { tag: 'empty' },
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
  writeFileSync(reached, readFileSync('prisma/schema.prisma'));
  process.stdout.write(`${target}\n`);
}
process.exit(0);

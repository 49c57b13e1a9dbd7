import pg from 'pg';

const localPostgres = [
  'postgresql://postgres@127.0.0.1:5432/postgres',
  'postgresql://postgres:postgres@127.0.0.1:5432/postgres',
];

/** One statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

/** TEST_DATABASE_URL, else a PostgreSQL on the standard port; null when neither answers. Throws a sentence. */
export async function findDatabase(): Promise<string | null> {
  const wanted = process.env.TEST_DATABASE_URL;
  for (const url of wanted ? [wanted] : localPostgres)
    if (
      await runSql(url, 'select 1').then(
        () => true,
        () => false,
      )
    )
      return url;
  if (wanted)
    throw new Error(
      'TEST_DATABASE_URL is set, but no PostgreSQL answers there: start it or unset the variable.',
    );
  return null;
}

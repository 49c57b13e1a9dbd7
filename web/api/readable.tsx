import type { Locale, Translate } from '../../locales/texts.js';
import type { ApiDescription } from './describe.js';
import { apiRoot, tags } from './route.js';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: { name: string; in: string; description?: string; schema: Json }[];
  requestBody?: { content: Record<string, { schema?: { $ref: string } }> };
  responses: Record<string, { content?: Record<string, { schema?: { $ref: string } }> }>;
}

interface Shown {
  t: Translate;
  description: ApiDescription;
}

/** The description as people read it: every route by what it is about, with what it takes and gives. */
export function Readable({ t, locale, description }: Shown & { locale: Locale }) {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ method, path, one: one as unknown as Operation })),
  );
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <main id="main" class="reading" tabindex={-1}>
      <h1>{t('api.title')}</h1>
      <p>{t('api.about')}</p>
      <p>{t('api.token')}</p>
      <div class="row">
        <a class="button" href={`/api/openapi.json?lang=${locale}`}>
          openapi.json
        </a>
        <a class="button" href={`/api?lang=${other}`} lang={other}>
          {t(`admin.frame.language.${other}`)}
        </a>
      </div>
      {tags.map((tag) => (
        <section class="card" aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{t(`api.tag.${tag}`)}</h2>
          {operations
            .filter(({ one }) => one.tags.includes(tag))
            .map((operation) => (
              <Operation t={t} {...operation} />
            ))}
        </section>
      ))}
      <Schemas t={t} description={description} />
    </main>
  );
}

function Schemas({ t, description }: Shown) {
  return (
    <section class="card" aria-labelledby="schemas">
      <h2 id="schemas">{t('api.schemas')}</h2>
      {Object.entries(description.components.schemas).map(([name, schema]) => (
        <details class="fold" id={name}>
          <summary>
            <code>{name}</code>
          </summary>
          <pre tabindex={0}>{JSON.stringify(schema, null, 2)}</pre>
        </details>
      ))}
    </section>
  );
}

function Operation({
  t,
  method,
  path,
  one,
}: Pick<Shown, 't'> & { method: string; path: string; one: Operation }) {
  const { operationId, summary, description: scope, parameters = [], requestBody, responses } = one;
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'));
  return (
    <details class="fold" id={operationId}>
      <summary>
        <span>
          <code>
            <strong>{method.toUpperCase()}</strong> {apiRoot}
            {path}
          </code>{' '}
          {summary}
        </span>
      </summary>
      <p class="soft">{scope}</p>
      {parameters.length === 0 ? null : (
        <ul class="lines">
          {parameters.map((parameter) => (
            <li>
              <code>{parameter.name}</code>
              <span class="soft">
                {sayType(parameter.schema)}
                {parameter.description ? ` · ${parameter.description}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {requestBody ? <Sent label={t('api.body')} content={requestBody.content} /> : null}
      {answer ? <Sent label={`${t('api.answer')} ${answer[0]}`} content={answer[1].content ?? {}} /> : null}
    </details>
  );
}

function Sent({ label, content }: { label: string; content: Record<string, { schema?: { $ref: string } }> }) {
  return (
    <p>
      {label}:{' '}
      {Object.entries(content).map(([type, { schema }]) => {
        const name = schema?.$ref.split('/').at(-1);
        return name ? <a href={`#${name}`}>{name}</a> : <code>{type} </code>;
      })}
    </p>
  );
}

/** `integer 1–200`, `a | b`. */
function sayType({ type, enum: values, minimum, maximum }: Json): string {
  if (Array.isArray(values)) return values.join(' | ');
  const bounds = typeof minimum === 'number' && typeof maximum === 'number' ? ` ${minimum}–${maximum}` : '';
  return `${typeof type === 'string' ? type : ''}${bounds}`;
}

import { expect, test } from 'vitest';
import { pageUrl } from './page-url.js';
import { parseSettings } from './settings.js';

test.each([
  [{}, 'http://127.0.0.1:3000'],
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: '::' }, 'http://localhost:3000'],
  [{ HOST: '::1' }, 'http://[::1]:3000'],
  [{ HOST: '::1', PUBLIC_URL: 'https://giaoban.example.vn/' }, 'https://giaoban.example.vn'],
])('with %o the pages are at %s', (env, url) => expect(pageUrl(parseSettings(env))).toBe(url));

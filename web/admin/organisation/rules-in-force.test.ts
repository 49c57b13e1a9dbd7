import { expect, test } from 'vitest';
import { parseSettings } from '../../../config/settings.js';
import { locales, textsFor } from '../../../locales/texts.js';
import { listRules } from './rules-in-force.js';

const rulesOf = (env: Record<string, string>, locale: 'vi' | 'en' = 'vi') =>
  Object.fromEntries(listRules(textsFor(locale, locale), parseSettings(env)));

test('the rules of a fresh installation, as an office reads them', () => {
  expect(rulesOf({ ORG_NAME: 'UBND huyện Mẫu Sơn' })).toMatchObject({
    organisation: 'UBND huyện Mẫu Sơn',
    hours: '08:00–17:00, thứ Hai đến thứ Sáu',
    budget: 'tối đa 5 tin một ngày',
    escalation: 'phụ trách đơn vị sau 2 giờ; thêm 24 giờ thì cấp trên; thêm 24 giờ thì người giao',
    moreTime: 'luôn hỏi người giao',
    weekly: '16:00 thứ Sáu',
    kept: 'không xóa',
  });
});

test('what was set otherwise is said otherwise, in both languages', () => {
  const env = {
    ESCALATION_AFTER: 'off',
    MORE_TIME_DAYS: '2',
    GROUP_DAILY_MESSAGES: '0',
    SUMMARY_DRAFT: 'on',
  };
  expect(rulesOf(env, 'en')).toMatchObject({
    escalation: 'no',
    moreTime: 'first request of up to 2 days: granted',
    budget: 'no limit',
    draft: 'the office reads it first and publishes',
  });
  for (const locale of locales) expect(Object.values(rulesOf(env, locale))).not.toContain('');
});

test('names no secret and no server', () => {
  const env = {
    TELEGRAM_BOT_TOKEN: '123:bi-mat',
    DATABASE_URL: 'postgresql://u:matkhau@may/so',
    OWNER_CODE: 'ma-chu-so-huu',
  };
  const said = Object.values(rulesOf(env)).join('\n');
  for (const secret of ['bi-mat', 'matkhau', 'ma-chu-so-huu']) expect(said).not.toContain(secret);
});

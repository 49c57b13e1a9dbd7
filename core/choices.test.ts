import { describe, expect, test } from 'vitest';
import { texts } from '../locales/texts.js';
import { chooseByNumber, numberChoices } from './choices.js';
import { plainText, say, type Content } from './message.js';

const asked: Content = {
  ...say('Anh/chị trả lời cho việc nào?'),
  buttons: [
    [
      { label: '#12 Kiểm kê kho', action: 'pick:7:31' },
      { label: '#13 Báo cáo tiêm chủng', action: 'pick:7:32' },
    ],
  ],
};

describe('choices without buttons', () => {
  test('stand numbered below the message', () => {
    const { content, choices } = numberChoices(texts.vi, asked, '@Bot Giao ban');
    expect(plainText(content.text).split('\n')).toEqual([
      'Anh/chị trả lời cho việc nào?',
      '1. #12 Kiểm kê kho',
      '2. #13 Báo cáo tiêm chủng',
      'Trả lời tin này bằng số thứ tự, hoặc gõ: @Bot Giao ban 1',
    ]);
    expect(content.buttons).toBeUndefined();
    expect(choices.map(({ action }) => action)).toEqual(['pick:7:31', 'pick:7:32']);
  });

  test('leave links and the questions that number themselves alone', () => {
    const other: Content = {
      ...say('x'),
      buttons: [[{ label: 'a', url: 'https://x.vn' }], [{ label: 'Dừng', action: 'step:1:title:cancel' }]],
    };
    expect(numberChoices(texts.vi, other, '')).toEqual({ content: other, choices: [] });
  });

  const { choices } = numberChoices(texts.vi, asked, '');
  test.each([
    ['1', 'pick:7:31'],
    [' 2. ', 'pick:7:32'],
    ['2)', 'pick:7:32'],
    ['#12', 'pick:7:31'],
    ['# 13', 'pick:7:32'],
    ['13', 'pick:7:32'],
    ['#1', null],
    ['3', null],
    ['0', null],
    ['12 xong', null],
    ['12/15', null],
    ['1.5', null],
    ['70%', null],
    ['', null],
  ])('are taken by %j', (text, action) => {
    expect(chooseByNumber(choices, text)?.action ?? null).toBe(action);
  });
});

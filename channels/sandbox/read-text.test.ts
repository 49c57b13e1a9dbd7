import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

const cases = [
  { label: 'a command', raw: '/viec', text: '/viec', isForUs: true },
  {
    label: 'a command that names us',
    raw: '/baocao@Giaoban 12 xong',
    text: '/baocao 12 xong',
    isForUs: true,
  },
  { label: 'a command for another bot', raw: '/viec@OtherBot', text: '/viec@OtherBot', isForUs: false },
  { label: 'a code', raw: '#12 xong', text: '#12 xong', isForUs: true },
  {
    label: 'a tag that is no code',
    raw: '#truonghoc họp lúc 8 giờ',
    text: '#truonghoc họp lúc 8 giờ',
    isForUs: false,
  },
  { label: 'a mention', raw: '@giaoban, #12 đã làm 70%', text: '#12 đã làm 70%', isForUs: true },
  { label: 'a mention at the end', raw: 'xong rồi @Giaoban', text: 'xong rồi', isForUs: true },
  { label: 'an address', raw: 'gửi về vp@giaoban.vn', text: 'gửi về vp@giaoban.vn', isForUs: false },
  { label: 'talk', raw: 'chiều nay mấy giờ họp?', text: 'chiều nay mấy giờ họp?', isForUs: false },
];

describe('what the bot hears in a group', () => {
  it.each(cases)('$label', ({ raw, text, isForUs }) => {
    expect(readText(raw, 'Giaoban')).toEqual({ text, isForUs });
  });
});

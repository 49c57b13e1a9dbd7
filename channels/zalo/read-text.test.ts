import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

const names = ['Bot Giao ban', 'Bot Giáo vụ trường Lê Lợi', 'bot.VDKyGxQvc'];
const inGroup = (raw: string) => readText(raw, names, true);

describe('what is said to the bot', () => {
  it.each([
    ['@Bot Giao ban #12 xong', '#12 xong'],
    ['@Bot Giao Ban, #12 xong', '#12 xong'],
    ['@bot giao ban: xong', 'xong'],
    ['  @Bot\u00a0Giao\u00a0ban  #12 70%', '#12 70%'],
    ['@Bot \u200bGiao ban\u200b xong', 'xong'],
    ['#12 xong @Bot Giao ban', '#12 xong'],
    ['Dạ @Bot Giao ban #12 xong ạ', 'Dạ #12 xong ạ'],
    ['@Bot Giao ban\n#12 xong\n#13 chưa', '#12 xong\n#13 chưa'],
    ['@Bot Giao ban', ''],
    ['@Bot Giáo vụ trường Lê Lợi xong', 'xong'],
    ['@bot.VDKyGxQvc xong', 'xong'],
    ['xong rồi', 'xong rồi'],
  ])('%j is %j', (raw, text) => {
    expect(inGroup(raw)).toBe(text);
    expect(inGroup(raw.normalize('NFD')).normalize('NFC')).toBe(text);
  });

  it.each([
    'gửi về vp@Bot Giao ban.vn',
    '@Bot Giao bantinh xong',
    '@Hoa xem giúp #12',
    '@ 8 giờ',
    'lúc 8 giờ @',
  ])('%j is left as it is', (raw) => {
    expect(inGroup(raw)).toBe(raw);
  });

  it.each([
    ['@Bot Văn phòng xã #12 xong', '#12 xong'],
    ['@Bot Văn phòng xã /bind K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Văn phòng xã dangky K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Văn phòng xã đã xong', '@Bot Văn phòng xã đã xong'],
  ])('%j of a bot with another name is %j', (raw, text) => {
    expect(inGroup(raw)).toBe(text);
  });

  it.each([
    ['@Bot Giao ban /bind K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Giao ban dangky K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Giao ban Dangky k7q2m9xdab', '/bind k7q2m9xdab'],
    ['@Bot Giao ban /dangky K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Giao ban đăng ký K7Q2M9XDAB', '/bind K7Q2M9XDAB'],
    ['@Bot Giao ban đăng ký ABCDEFGHJK', '/bind ABCDEFGHJK'],
    ['@Bot Giao ban dangky', '/bind'],
    ['đăng ký 25 người', 'đăng ký 25 người'],
    ['dang ky tiêm chủng 120 cháu', 'dang ky tiêm chủng 120 cháu'],
    ['đăng ký truongtieuhoc', 'đăng ký truongtieuhoc'],
    ['dangky xe cho đoàn', 'dangky xe cho đoàn'],
  ])('in a group %j is %j', (raw, text) => {
    expect(inGroup(raw)).toBe(text);
  });

  it('a code said in private is for the person', () => {
    expect(readText('dangky K7Q2M9XDAB', names, false)).toBe('/start K7Q2M9XDAB');
    expect(readText('/start K7Q2M9XDAB', names, false)).toBe('/start K7Q2M9XDAB');
  });

  it('keeps every word that is not the name', () => {
    const word = fc.stringMatching(/^[a-zàáđêôư0-9%#/]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.boolean(), (words, isFirst) => {
        fc.pre(!/^(dangky|dang|đăng)/.test(words.join(' ')));
        const said = words.join(' ');
        const raw = isFirst ? `@Bot Giao ban ${said}` : `${said} @Bot Giao ban`;
        expect(inGroup(raw).trim()).toBe(said);
        expect(inGroup(said)).toBe(said);
      }),
    );
  });

  it('does not dwell on a text of nothing but signs', () => {
    const begun = performance.now();
    for (const piece of ['@', '@Bot ', '@Bot Giao ', '@B\u0301', '@\u200b']) inGroup(piece.repeat(2_000));
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});

import { describe, expect, test } from 'vitest';
import { buildDocument } from '../../core/report/document.js';
import { readProfileLines } from '../../core/report/profile-lines.js';
import { defaultProfile, readProfile } from '../../core/report/profile.js';
import { renderDocx } from '../../reports/docx/render-docx.js';
import { content, empty, writingOf } from './example.js';
import { profile } from './profile.js';
import { unpack } from './unpack.js';

const signedOn = new Date('2026-02-05T09:00:00Z');
const link = (replies: readonly number[]) => `https://t.me/c/1/${replies.at(-1)}`;
const document = buildDocument(writingOf('vi', content, { number: 5, link }), profile, signedOn);
const files = unpack(await renderDocx(document));
const xml = files['word/document.xml']!;

interface Look {
  text: string;
  bold: boolean;
  italic: boolean;
  size: number;
  align: string;
  firstLine: number;
  before: number;
}

/** Every paragraph with words as it looks; sizes in points, lengths in millimetres. */
const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].flatMap(([one]): Look[] => {
  const text = [...one.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, words]) => words).join('');
  if (text === '') return [];
  const number = (pattern: RegExp) => Number(pattern.exec(one)?.[1] ?? NaN);
  return [
    {
      text,
      bold: /<w:b\/>/.test(one),
      italic: /<w:i\/>/.test(one),
      size: number(/<w:sz w:val="(\d+)"\/>/) / 2,
      align: /<w:jc w:val="(\w+)"\/>/.exec(one)?.[1] ?? '',
      firstLine: (number(/w:firstLine="(\d+)"/) / 1440) * 25.4,
      before: number(/<w:spacing [^>]*w:before="(\d+)"/) / 20,
    },
  ];
});
const find = (text: string) =>
  paragraphs.find((one) => one.text === text) ?? expect.fail(`no paragraph "${text}"`);
const within = (value: number, from: number, to: number) => {
  expect(value).toBeGreaterThanOrEqual(from - 0.05);
  expect(value).toBeLessThanOrEqual(to + 0.05);
};
const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;

describe('the Word document in the layout of Decree 30/2020', () => {
  test('is A4 with the margins of the decree, the appendix across', () => {
    const [first, second] = [...xml.matchAll(/<w:pgSz ([^>]*)\/>.*?<w:pgMar ([^>]*)\/>/gs)];
    const attributes = (of: string): Record<string, string | undefined> =>
      Object.fromEntries([...of.matchAll(/w:(\w+)="(\w+)"/g)].map(([, k = '', v]) => [k, v]));
    const [size, margin] = [attributes(first![1]!), attributes(first![2]!)];
    expect([mm(size.w), mm(size.h)].map(Math.round)).toEqual([210, 297]);
    within(mm(margin.top), 20, 25);
    within(mm(margin.bottom), 20, 25);
    within(mm(margin.left), 30, 35);
    within(mm(margin.right), 15, 20);
    expect(attributes(second![1]!)).toMatchObject({ orient: 'landscape' });
    expect([mm(attributes(second![1]!).w), mm(attributes(second![1]!).h)].map(Math.round)).toEqual([
      297, 210,
    ]);
  });

  test('is set in Times New Roman, black', () => {
    expect(files['word/styles.xml']).toContain('w:ascii="Times New Roman"');
    const colours = [...xml.matchAll(/<w:color w:val="(\w+)"\/>/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['FF0000']));
  });

  test('numbers its pages in the middle of the top margin, not the first, the appendix by itself', () => {
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(xml).toContain('<w:pgNumType w:start="1"/>');
    const headers = Object.entries(files).filter(([path]) => /word\/header\d+\.xml/.test(path));
    const numbered = headers.filter(([, header]) => header.includes('PAGE'));
    expect(numbered).toHaveLength(2);
    for (const [, header] of numbered) {
      expect(header).toContain('<w:jc w:val="center"/>');
      within(Number(/<w:sz w:val="(\d+)"/.exec(header)?.[1]) / 2, 13, 14);
    }
  });

  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, italic: false, align: 'center' }, [12, 13]],
    ['Độc lập - Tự do - Hạnh phúc', { bold: true, italic: false, align: 'center' }, [13, 14]],
    ['UBND TỈNH LẠNG SƠN', { bold: false, italic: false, align: 'center' }, [12, 13]],
    ['UBND HUYỆN MẪU SƠN', { bold: true, italic: false, align: 'center' }, [12, 13]],
    ['Số: 05/BC-UBND', { bold: false, italic: false, align: 'center' }, [13, 13]],
    ['Mẫu Sơn, ngày 05 tháng 02 năm 2026', { bold: false, italic: true, align: 'center' }, [13, 14]],
    ['KHẨN', { bold: true, italic: false, align: 'center' }, [13, 14]],
    ['BÁO CÁO', { bold: true, italic: false, align: 'center' }, [13, 14]],
    ['Kết quả thực hiện chỉ đạo, tuần 47 (16/11–22/11/2026)', { bold: true, align: 'center' }, [13, 14]],
    ['I. KẾT QUẢ THỰC HIỆN', { bold: true, italic: false }, [13, 14]],
    ['1. Số liệu chung', { bold: true, italic: false }, [13, 14]],
    ['a) #12 Kiểm tra phương án phòng chống lụt bão', { bold: false, italic: false }, [13, 14]],
    ['TM. ỦY BAN NHÂN DÂN', { bold: true, align: 'center' }, [13, 14]],
    ['CHỦ TỊCH', { bold: true, align: 'center' }, [13, 14]],
    ['Nguyễn Văn An', { bold: true, align: 'center' }, [13, 14]],
    ['Nơi nhận:', { bold: true, italic: true, align: 'left' }, [12, 12]],
    ['- Như trên;', { bold: false, italic: false, align: 'left' }, [11, 11]],
    ['- Lưu: VT, VP.', { bold: false, italic: false, align: 'left' }, [11, 11]],
    ['Phụ lục I', { bold: true, align: 'center' }, [14, 14]],
    ['THEO ĐƠN VỊ', { bold: true, align: 'center' }, [13, 14]],
    ['(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026)', { bold: false, italic: true }, [13, 14]],
  ])('%s', (text, look, [from, to]) => {
    const found = find(text);
    expect(found).toMatchObject(look);
    within(found.size, from!, to!);
  });

  test('justifies the text, draws first lines in and parts paragraphs', () => {
    const body = paragraphs.filter(({ align }) => align === 'both');
    expect(body.length).toBeGreaterThan(30);
    for (const { size, firstLine, before } of body) {
      within(size, 13, 14);
      expect([10, 12.7].some((indent) => Math.abs(firstLine - indent) < 0.1)).toBe(true);
      expect(before).toBeGreaterThanOrEqual(6);
    }
    const spacing = [...xml.matchAll(/<w:spacing [^>]*w:line="(\d+)" w:lineRule="auto"/g)].map(
      ([, line]) => Number(line) / 240,
    );
    expect(spacing.length).toBe(body.length);
    for (const lines of spacing) within(lines, 1, 1.5);
    expect(body.at(-1)!.text).toMatch(/\.\/\.$/);
  });

  test('draws the lines under motto, issuing body and subject by the length of their words', () => {
    const widths = [
      ...xml.matchAll(/<w:pBdr><w:top [^>]*\/><\/w:pBdr>.*?<w:ind w:left="(\d+)" w:right="(\d+)"/gs),
    ].map(([, left, right]) => [Number(left), Number(right)]);
    expect(widths).toHaveLength(3);
    for (const [left, right] of widths) expect(left).toBe(right);
    // In the columns of the head (68 and 97 mm) and between the margins (165 mm).
    const [issuer, motto, subject] = widths.map(([left], at) => [68, 97, 165][at]! - 2 * mm(String(left)));
    within(motto!, 52, 62);
    within(issuer!, 44 / 3, 50 / 2);
    within(subject!, 110 / 3, 125 / 2);
  });

  test('addresses one on the same line and several one a line', async () => {
    const texts = paragraphs.map(({ text }) => text);
    const at = texts.indexOf('Kính gửi:');
    expect(texts.slice(at, at + 3)).toEqual([
      'Kính gửi:',
      '- UBND tỉnh Lạng Sơn;',
      '- Sở Nông nghiệp và Môi trường.',
    ]);
    const one = buildDocument(
      writingOf('vi', empty),
      { ...profile, addressees: ['UBND tỉnh Lạng Sơn'] },
      signedOn,
    );
    expect(unpack(await renderDocx(one))['word/document.xml']).toContain(
      '>Kính gửi: UBND tỉnh Lạng Sơn</w:t>',
    );
  });

  test('has the usual four parts, the decisions before them, and opens replies', () => {
    const titles = paragraphs.filter(({ bold, align }) => bold && align === 'both').map(({ text }) => text);
    expect(titles).toEqual([
      'Cần quyết định (2)',
      'I. KẾT QUẢ THỰC HIỆN',
      '1. Số liệu chung',
      '2. Cần chú ý',
      '3. Kết quả theo từng chỉ đạo',
      '4. Thời gian phản hồi và biểu dương',
      '5. Đính chính',
      '6. Độ tin cậy của số liệu',
      'II. KHÓ KHĂN, VƯỚNG MẮC',
      'III. ĐỀ XUẤT, KIẾN NGHỊ',
      'IV. NHIỆM VỤ KỲ TỚI',
    ]);
    expect(files['word/_rels/document.xml.rels']).toContain('https://t.me/c/1/9');
  });

  test('is as approved, file by file', async () => {
    const { 'word/document.xml': text, 'word/styles.xml': styles } = files;
    const stable = `${text}\n${styles}`.replace(/r:id="[^"]*"/g, 'r:id="…"').replace(/></g, '>\n<');
    await expect(stable).toMatchFileSnapshot('golden/report.docx.xml');
  });

  test('takes what was typed in a chat for what it is', async () => {
    const items = content.items.map((item) => ({
      ...item,
      words: '<w:p/> & "x" \u0007\ud800 ]]>',
      result: null,
    }));
    const hostile = buildDocument(writingOf('vi', { ...content, items }), profile, signedOn);
    expect(unpack(await renderDocx(hostile))['word/document.xml']).toContain(
      '&lt;w:p/&gt; &amp; &quot;x&quot;  ]]&gt;',
    );
  });
});

describe('other layouts', () => {
  test('English: no national title, months by name', async () => {
    const english = buildDocument(
      writingOf('en'),
      defaultProfile('en', 'Mau Son District'),
      new Date('2026-11-20T09:00:00Z'),
    );
    const text = unpack(await renderDocx(english))['word/document.xml']!;
    for (const words of [
      'MAU SON DISTRICT',
      'No. 31',
      '20 November 2026',
      'REPORT',
      'I. RESULTS',
      'Appendix I',
    ])
      expect(text).toContain(`>${words}<`);
    expect(text).not.toContain('CỘNG HÒA');
  });

  test('a body of the Party has its own title and no motto, a report without a number room for one', async () => {
    const party = { ...profile, nationalTitle: 'Đảng Cộng sản Việt Nam', motto: '' };
    const draft = buildDocument(writingOf('vi', content, { number: null }), party, signedOn);
    const text = unpack(await renderDocx(draft))['word/document.xml']!;
    expect(text).toContain('>ĐẢNG CỘNG SẢN VIỆT NAM<');
    expect(text).not.toContain('Độc lập');
    expect(text).toMatch(/>Số: +\/BC-UBND</);
  });
});

describe('the profile', () => {
  const before = defaultProfile('vi', 'UBND huyện');
  test('is set by lines, cleared by a dash, and not at all when one is not clear', () => {
    expect(
      readProfileLines('Địa danh: Mẫu Sơn\nnơi nhận: Như trên; - TT. Huyện ủy;\nTIÊU NGỮ: -', before),
    ).toEqual({
      ...before,
      ...{ place: 'Mẫu Sơn', recipients: ['Như trên', 'TT. Huyện ủy'], motto: '' },
    });
    expect(readProfileLines('Địa danh: Mẫu Sơn\nmàu sắc: đỏ', before)).toEqual({
      kind: 'unknownField',
      line: 'màu sắc: đỏ',
    });
    expect(readProfileLines(`nơi ký: ${'x'.repeat(201)}`, before)).toMatchObject({ kind: 'tooLong' });
    expect(readProfileLines('không có dấu', before)).toMatchObject({ kind: 'unknownField' });
  });
  test('comes back with what it lacks, whatever was stored', () => {
    expect(readProfile({ place: 'Mẫu Sơn' }, 'vi', 'UBND huyện')).toEqual({ ...before, place: 'Mẫu Sơn' });
    expect(readProfile({ place: 7 }, 'vi', 'UBND huyện')).toEqual(before);
    expect(readProfile(null, 'en', 'Mau Son')).toEqual(defaultProfile('en', 'Mau Son'));
  });
});

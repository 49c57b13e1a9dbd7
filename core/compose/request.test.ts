import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAskingFault, readAnswerLine } from './answer-line.js';
import { similarity, looksAlike } from './look-alike.js';
import { checkWords, parseRequest } from './request.js';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { readSendTime } from './send-time.js';

describe('a directive in one message', () => {
  test('is targets and deadline, title, body', () => {
    const text =
      'all hạn 17:00 30/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác đơn vị rà soát:\n\n- kho\n- xe\n';
    expect(parseRequest(text, false)).toEqual({
      targets: 'all',
      deadline: '17:00 30/11/2026',
      isUrgent: false,
      title: 'Kiểm tra phương án phòng chống lụt bão',
      body: 'Các đơn vị rà soát:\n\n- kho\n- xe',
      answer: null,
      reminders: null,
      terms: {},
    });
  });

  test('may have blank lines and Windows line ends between its parts', () => {
    const { title, body } = parseRequest('all\r\n\r\nTiêm chủng\r\n\r\n  Thứ Bảy tuần này.\r\n', false);
    expect([title, body]).toEqual(['Tiêm chủng', '  Thứ Bảy tuần này.']);
    expect(parseRequest('all\u2028Tiêm chủng\rThứ Bảy', false)).toMatchObject({
      title: 'Tiêm chủng',
      body: 'Thứ Bảy',
    });
  });

  test('keeps signs, emoji and direction marks as typed, without overrides in the title', () => {
    const title = '<b>Đường *số 3*</b> & [cầu](x) 🚧 \u200Fabc\u202E\u2066';
    const body = '_gạch_ `mã` </a> 👩‍🏫 \u200F\u202Eabc';
    const request = parseRequest(`all\n${title}\n${body}`, false);
    expect(request.title).toBe('<b>Đường *số 3*</b> & [cầu](x) 🚧 \u200Fabc');
    expect(request.body).toBe(body);
  });

  test('without words has no title', () => {
    for (const text of ['all', 'all\n\n', 'all\n\u202E\u2066\u200B'])
      expect(checkWords(parseRequest(text, false))).toEqual({ key: 'noTitle' });
  });

  test('says limit and length of what is too long, emoji counted once', () => {
    expect(checkWords({ title: '📌'.repeat(200), body: 'x'.repeat(8000) })).toBeNull();
    expect(checkWords({ title: 'a'.repeat(201), body: '' })).toEqual({
      key: 'titleTooLong',
      values: { limit: 200, length: 201 },
    });
    expect(checkWords({ title: 'a', body: 'b'.repeat(10_000) })).toEqual({
      key: 'bodyTooLong',
      values: { limit: 8000, length: 10_000 },
    });
  });

  test('never throws and never loses a word of the body', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z<>*_#&à-ỹ ]{1,20}$/), { minLength: 1 }), (lines) => {
        const { body } = parseRequest(`all\nTiêu đề\n${lines.join('\n')}`, false);
        expect(body.split(/\s+/).filter(Boolean)).toEqual(lines.join('\n').split(/\s+/).filter(Boolean));
      }),
    );
  });
});

describe('the line that says what is asked', () => {
  test.each([
    ['hỏi số', { type: 'number' }],
    ['số', { type: 'number' }],
    ['number', { type: 'number' }],
    ['hỏi số lớp', { type: 'number', unit: 'lớp' }],
    ['số lớp 0..50', { type: 'number', unit: 'lớp', min: 0, max: 50 }],
    ['so 0…50 lop', { type: 'number', unit: 'lop', min: 0, max: 50 }],
    ['hỏi: số hộ 1.000..', { type: 'number', unit: 'hộ', min: 1000 }],
    ['ask number pupils ..40', { type: 'number', unit: 'pupils', max: 40 }],
    ['tỷ lệ', { type: 'ratio' }],
    ['hỏi tỉ lệ /12', { type: 'ratio', total: 12 }],
    ['ratio 12', { type: 'ratio', total: 12 }],
    [
      'chọn: Đạt | Chưa đạt | Không áp dụng',
      { type: 'choice', choices: ['Đạt', 'Chưa đạt', 'Không áp dụng'] },
    ],
    ['choice: yes|no', { type: 'choice', choices: ['yes', 'no'] }],
    ['hỏi chữ', { type: 'text' }],
    ['text', { type: 'text' }],
    ['Số lớp bị ngập', null],
    ['Số liệu học sinh đầu năm', null],
    ['Sổ sách kế toán', null],
    ['Tỷ lệ tiêm chủng tháng 11', null],
    ['Hỏi ý kiến nhân dân', null],
    ['Chọn trường điểm', null],
    ['chọn: Đạt', null],
    ['chọn: Đạt | đạt', null],
    ['số lớp 50..0', null],
    ['Chữ ký của trưởng thôn', null],
    ['hỏi số lớp 0-50', { type: 'number', unit: 'lớp', min: 0, max: 50 }],
    ['hỏi số lớp 0 – 50', { type: 'number', unit: 'lớp', min: 0, max: 50 }],
    ['hỏi số lớp từ 0 đến 50', { type: 'number', unit: 'lớp', min: 0, max: 50 }],
    ['ask number pupils from 0 to 40', { type: 'number', unit: 'pupils', min: 0, max: 40 }],
    ['hỏi số tiền 0..5 triệu', { type: 'number', unit: 'tiền', min: 0, max: 5_000_000 }],
    ['hỏi số tiền 1..5 triệu đồng', { type: 'number', unit: 'đồng', min: 1_000_000, max: 5_000_000 }],
    ['hỏi số tiền 500 nghìn..2tr5', { type: 'number', unit: 'tiền', min: 500_000, max: 2_500_000 }],
    ['hỏi số 0..5 triệu đồng', { type: 'number', unit: 'triệu đồng', min: 0, max: 5 }],
    ['hỏi số triệu đồng 0..5', { type: 'number', unit: 'triệu đồng', min: 0, max: 5 }],
    ['hỏi số ha 0..12,5', { type: 'number', unit: 'ha', min: 0, max: 12.5 }],
    ['hỏi số trẻ 0-5 tuổi', { type: 'number', unit: 'trẻ 0-5 tuổi' }],
    ['hỏi số học sinh lớp 1-5', { type: 'number', unit: 'học sinh lớp 1-5' }],
    ['hỏi số hộ nghèo 2021-2025', { type: 'number', unit: 'hộ nghèo 2021-2025' }],
    ['số lớp 0-50', null],
  ])('%j', (text, expected) => {
    expect(readAnswerLine(text)).toEqual(expected);
  });

  test.each([
    ['hỏi', 'kind', null],
    ['hỏi diện tích', 'kind', null],
    ['Hỏi ý kiến nhân dân', 'kind', null],
    ['hỏi kinh phí 0..5000000', 'kind', 'kind'],
    ['hỏi số lớp 50..0', 'bounds', 'bounds'],
    ['hỏi số lớp 50-0', 'bounds', null],
    ['hỏi số lớp 0..50..', 'bounds', 'bounds'],
    ['hỏi số lớp 0..1.2.3.4', 'bounds', 'bounds'],
    ['Hỏi số điện thoại của đồng chí Nam để biết thêm', 'unit', null],
    ['hỏi tỷ lệ /0', 'total', 'total'],
    ['hỏi tỷ lệ hộ nghèo', 'total', null],
    ['hỏi chọn: A', 'choices', 'choices'],
    ['hỏi chọn: A | a', 'choices', 'choices'],
    ['hỏi chữ ký', 'text', null],
    ['hoi kinh phi 0..5', 'kind', 'kind'],
    ['Hoi nghi tong ket', null, null],
    ['Hoi chu thap do', null, null],
    ['hỏi số lớp 0..50', null, null],
    ['Số lớp bị ngập', null, null],
  ])('%j is at fault: %s; where it may be a text: %s', (line, sure, otherwise) => {
    expect([findAskingFault(line, true), findAskingFault(line, false)]).toEqual([sure, otherwise]);
  });

  test('is never a title or a text where it was meant and can not be read', () => {
    const wrong = (text: string, asks: true | 'maybe' = true) => parseRequest(text, asks).wrongAsking?.fault;
    expect(wrong('all\nhỏi kinh phí 0..5000000\nTên việc')).toBe('kind');
    expect(wrong('all\nhỏi diện tích')).toBe('kind');
    expect(wrong('all\nTên việc\nNội dung\nhỏi số lớp 50..0')).toBe('bounds');
    expect(wrong('all\nhỏi số lớp\nhỏi số hộ 0..5\nTên việc')).toBe('twice');
    expect(wrong('all\nTên việc\nNội dung\nHỏi anh Nam nếu chưa rõ.')).toBeUndefined();
    expect(wrong('all\nHỏi thăm gia đình chính sách\nTrước Tết', 'maybe')).toBeUndefined();
    expect(wrong('all\nhỏi kinh phí 0..5000000\nTên việc', 'maybe')).toBe('kind');
    expect(parseRequest('all\nhỏi số lớp 0..50', true).title).toBe('');
    expect(parseRequest('all\nHỏi thăm gia đình chính sách', false)).toMatchObject({
      title: 'Hỏi thăm gia đình chính sách',
    });
  });

  test('stands below the first line or at the end, and never takes the only title', () => {
    const words = (text: string) => {
      const { title, body, answer } = parseRequest(text, true);
      return [title, body, answer];
    };
    const classes = { type: 'number', unit: 'lớp', min: 0, max: 50 };
    expect(words('all\nsố lớp 0..50\nLớp bị ngập\nBáo trước 10h')).toEqual([
      'Lớp bị ngập',
      'Báo trước 10h',
      classes,
    ]);
    expect(words('all\nLớp bị ngập\nBáo trước 10h\nsố lớp 0..50')).toEqual([
      'Lớp bị ngập',
      'Báo trước 10h',
      classes,
    ]);
    expect(words('all\nsố lớp 0..50')).toEqual(['số lớp 0..50', '', null]);
    expect(words('all\nLớp bị ngập')).toEqual(['Lớp bị ngập', '', null]);
  });
});

describe('look-alikes', () => {
  const flood = {
    title: 'Kiểm tra phương án phòng chống lụt bão',
    body: 'Các đơn vị rà soát kho, xe, thuyền.',
  };
  test.each([
    [
      'the same in capitals without marks',
      { title: 'KIEM TRA PHUONG AN PHONG CHONG LUT BAO', body: flood.body },
      true,
    ],
    ['one word more', { ...flood, body: 'Các đơn vị rà soát ngay kho, xe, thuyền.' }, true],
    ['another matter', { title: 'Báo cáo sĩ số học sinh', body: 'Các trường gửi trước 17h.' }, false],
    [
      'the same title, all else new',
      { ...flood, body: 'Mời họp tại hội trường huyện lúc 8h thứ Hai, mang theo sổ.' },
      true,
    ],
    ['the same body under another title', { ...flood, title: 'Kê khai nhà cửa bị hư hỏng' }, false],
    ['another number in the title', { ...flood, title: `${flood.title} đợt 2` }, false],
  ])('%s', (_label, other, expected) => {
    expect(looksAlike(flood, other)).toBe(expected);
  });

  test('similarity is symmetric, 1 for the same and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(`x${a}`, `x${a}`)).toBe(1);
      }),
    );
  });
});

describe('a time of sending', () => {
  const now = new Date('2026-11-23T09:00:00+07:00');
  const calendar = createWorkingCalendar();
  test.each([
    ['ngày mai', '2026-11-24T08:00:00+07:00'],
    ['sáng mai', '2026-11-24T08:00:00+07:00'],
    ['chiều mai', '2026-11-24T13:30:00+07:00'],
    ['tomorrow afternoon', '2026-11-24T13:30:00+07:00'],
    ['chiều nay', '2026-11-23T13:30:00+07:00'],
    ['tối nay', '2026-11-23T18:00:00+07:00'],
    ['8h30 sáng mai', '2026-11-24T08:30:00+07:00'],
    ['17:00 30/11/2026', '2026-11-30T17:00:00+07:00'],
    ['thứ 6', '2026-11-27T08:00:00+07:00'],
    ['hôm qua', null],
    ['sáng nay', null],
    ['lúc nào cũng được', null],
  ])('%j', (text, expected) => {
    const { due } = readSendTime(text, { now, zone: 'Asia/Ho_Chi_Minh', calendar, morning: '08:00' });
    expect(due).toEqual(expected === null ? null : new Date(expected));
  });
});

test.each([
  ['XA02\nViệc A\nhạn 17h mai', '17h mai', ''],
  ['XA02\nViệc A\nMang theo sổ\nHạn: 17:00 30/11/2026', '17:00 30/11/2026', 'Mang theo sổ'],
  ['XA02\nDue: Friday 5pm\nStock count', 'Friday 5pm', ''],
  ['XA02\nViệc A\nhạn 17h mai\nnhắc 1d', '17h mai', ''],
  ['XA02\nViệc A\nhạn chế ra đường', null, 'hạn chế ra đường'],
  ['XA02 hạn thứ 6\nViệc A\nhạn 17h mai', 'thứ 6', 'hạn 17h mai'],
])('a deadline on a line of its own: %j', (text, deadline, body) => {
  const read = parseRequest(text, false);
  expect([read.deadline, read.body]).toEqual([deadline, body]);
  expect(read.title).toMatch(/^(?:Việc A|Stock count)$/);
});

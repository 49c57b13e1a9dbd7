import { describe, expect, test } from 'vitest';
import type { AnswerSpec } from './answer.js';
import { readValue } from './read-value.js';

const number = (text: string, spec: Partial<AnswerSpec & { type: 'number' }> = {}): number | string => {
  const read = readValue(text, { type: 'number', ...spec });
  return 'value' in read && read.value.type === 'number'
    ? read.value.number
    : 'problem' in read
      ? read.problem
      : '?';
};

test.each([
  ['12', 12],
  ['12 lớp', 12],
  ['có 12 lớp ạ', 12],
  ['#5 12 lớp', 12],
  ['dạ em báo cáo 12 lớp ạ', 12],
  ['tổng số: 1.250 hộ', 1250],
  ['1.250', 1250],
  ['1.250.000', 1_250_000],
  ['1250', 1250],
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['1,5 triệu', 1_500_000],
  ['2tr3', 2_300_000],
  ['2tr350', 2_350_000],
  ['2 triệu rưỡi', 2_500_000],
  ['50k', 50_000],
  ['3 tỷ', 3_000_000_000],
  ['15 nghìn', 15_000],
  ['mười hai', 12],
  ['muoi hai lop', 12],
  ['hai mươi lăm', 25],
  ['ba mươi mốt', 31],
  ['một trăm linh năm', 105],
  ['hai triệu', 2_000_000],
  ['không', 0],
  ['không có', 0],
  ['0', 0],
  ['-3', -3],
  ['twelve', 12],
  ['1,250,000', 1_250_000],
  ['1.250,5', 1250.5],
  ['sĩ số 745 em', 745],
  ['chưa có ca nào', 0],
  ['dạ không có trường hợp nào ạ', 0],
  ['sáu chục', 60],
  ['chưa có số liệu gì', 'unreadable'],
  ['k có ca nào', 0],
  ['tổng số: 1.086 (nữ 521)', 1086],
  ['17 ca, trong đó 2 ca nặng', 17],
  ['Doanh thu hôm nay: 18.750.000', 18_750_000],
  ['một nghìn hai', 1200],
  ['dạ không lớp nào ạ', 0],
  ['dạ không ạ', 0],
  ['không rõ', 'unreadable'],
  ['không biết', 'unreadable'],
  ['hai ba', 'unreadable'],
  ['hai ba chục', 'unreadable'],
  ['một trăm năm', 'unreadable'],
  ['2 chục', 20],
  ['12 dozen', 144],
  ['1,250', 'unreadable'],
  ['1,250 triệu', 1_250_000],
  ['tầm 40', 40],
  ['vâng 40 ạ', 40],
  ['vắng 2', 'unreadable'],
  ['450 em, nữ 210', 450],
  ['5 nam, nữ 3', 'unreadable'],
  ['em xin sửa lại 451', 451],
  ['không phải 450 mà là 451', 451],
  ['ko phai 450 ma 451', 451],
  ['451 chứ không phải 450', 451],
  ['không phải 450', 'unreadable'],
  ['còn thiếu: 3', 'unreadable'],
  ['lớp 12', 'unreadable'],
  ['12/11', 'unreadable'],
  ['17h30', 'unreadable'],
  ['0912345678', 'unreadable'],
  ['115-KH/HU', 'unreadable'],
  ['12 hoặc 13', 'unreadable'],
  ['10-12', 'unreadable'],
  ['lớp 12 có 40 em', 'unreadable'],
  ['chưa có số liệu', 'unreadable'],
  ['xong', 'unreadable'],
  ['', 'unreadable'],
  ['bao nhiêu là đủ?', 'unreadable'],
])('the number in %j is %s', (text, expected) => {
  expect(number(text)).toBe(expected);
});

test('words of the title may stand before the figure', () => {
  const said = (text: string, title: string) => readValue(text, { type: 'number' }, title);
  const two = { value: { type: 'number', number: 2 } };
  expect(said('vắng 2 em ạ', 'Số học sinh vắng hôm nay')).toEqual(two);
  expect(said('cần sửa 2 phòng', 'Số phòng học cần sửa chữa')).toEqual(two);
  expect(said('vắng 2 em ạ', 'Sĩ số học sinh có mặt')).toEqual({ problem: 'unreadable' });
});

test.each([
  ['Số liều vắc xin còn lại', 'nhận 500, tiêm 320, còn lại 180 liều', 180],
  ['Số thùng mì tôm còn lại', 'phát 40 còn 12 thùng', 12],
  ['Số học sinh vắng', 'Sĩ số 45, có mặt 41, vắng 4', 4],
  ['Sĩ số học sinh có mặt', '40 học sinh, vắng 2', null],
  ['Số hộ bị ngập', 'Thôn 1: 12 hộ, thôn 2: 8 hộ, tổng cộng 20 hộ', 20],
  ['Doanh thu hôm nay', 'hôm qua 3 triệu, hôm nay 4 triệu 2 ạ', 4_200_000],
  ['Doanh thu hôm nay', 'ba củ rưỡi nha chị', 3_500_000],
  ['Số học sinh nữ', 'tong 350 hs, nu 168', 168],
  ['Số hộ bị ngập', 'từ 20 đến 25 hộ', null],
  ['Số học sinh vắng', 'lớp 5A vắng 3 em, 5B vắng 2 em, tổng 5', 5],
  ['Số áo phao còn lại', 'Tổng 50 áo, cho mượn 20, còn lại 30 cái', 30],
  ['Doanh số ca tối', 'ca tối nay 15 củ a nhé', 15_000_000],
  ['Số hộ nghèo', 'ho can ngheo: 35', null],
  ['Số hộ nghèo', 'hộ nghèo: 35', 35],
  ['Diện tích lúa bị ngập (ha)', 'hoa màu thiệt hại 8 ha', null],
  ['Tiền mặt trong két (đồng)', 'chuyển khoản 4.700.000 ạ', null],
  ['Số khách vào cửa hàng', '65 hóa đơn ạ', null],
  ['Tổng thu tuần này', 'thu 9tr5, chi 3tr2 ạ', 9_500_000],
  ['Doanh thu tháng (triệu đồng)', '125 triệu', 125],
  ['Mực nước lúc 7h (m)', 'ba mét hai ạ', 3.2],
  ['Diện tích lúa bị ngập (ha)', 'tám héc ta rưỡi', 8.5],
  ['Số bình oxy đầy', '3 bình rỗng cần đổi ạ', null],
  ['Số đơn hàng hôm nay', 'hôm qua 18 đơn', null],
  ['Số phụ huynh đi họp', 'vang 4 phu huynh a', null],
  ['Số tiền quỹ còn lại', 'da chi 600k mua nuoc', null],
  ['Số người đã sơ tán', 'sơ tán được 60 hộ', null],
  ['Số ly trà sữa bán ra', 'bán được 2tr1', null],
  ['Khối lượng rác thu gom (kg)', 'được 3 xe đầy', null],
  ['Khối lượng rác thu gom (kg)', '1,2 tấn ạ', 1_200],
  ['Số máy tính hỏng', 'phòng tin có 30 máy ạ', null],
  ['Sĩ số học sinh có mặt', 'em báo nhầm ạ, 398 mới đúng', 398],
  ['Sĩ số học sinh có mặt', 'nhầm 2 em', null],
  ['Số bệnh nhân khám trong ngày', 'dạ sửa lại 61 ạ, hồi nãy em gõ 16', 61],
  ['Số trẻ đã uống vitamin A', 'Dạ xong 412 trên tổng 420 cháu', 412],
  ['Số hộ bị ngập', 'không có hộ nào bị ngập ạ', 0],
  ['Số ca sốt xuất huyết mới', 'Không phát sinh ca mới ạ', 0],
  ['Số ca sốt xuất huyết mới', 'no new cases today', 0],
  ['Số giường bệnh trống', 'kín hết rồi, không còn giường nào trống', 0],
  ['Số hộ bị ngập', 'không có số liệu hộ nào', null],
  ['Số khẩu trang còn trong kho', 'nghìn rưỡi cái ạ', 1_500],
  ['Lượng mưa đo được (mm)', 'luc 7h do dc 120 mm', 120],
])('to %j the answer %j is %s', (title, text, wanted) => {
  expect(readValue(text, { type: 'number' }, title)).toMatchObject(
    wanted === null ? { problem: 'unreadable' } : { value: { type: 'number', number: wanted } },
  );
});

test('a comma before three digits is a decimal one only where something is measured', () => {
  expect(number('1,250 tấn', { unit: 'tấn' })).toBe(1.25);
  expect(number('1,250 hộ', { unit: 'hộ' })).toBe(1250);
  expect(number('không hộ', { unit: 'hộ' })).toBe(0);
});

test('a number out of bounds is refused', () => {
  expect(number('3', { min: 5 })).toBe('too-small');
  expect(number('50', { max: 40 })).toBe('too-large');
  expect(number('85%', { unit: '%', max: 100 })).toBe(85);
  expect(number('lớp 12', { unit: 'lớp' })).toBe(12);
  expect(number('5 tấn', { unit: 'tấn' })).toBe(5);
  expect(number('5 tạ', { unit: 'tấn' })).toBe(0.5);
});

test('the number of the unit that was asked for counts', () => {
  expect(number('46 hộ, 172 khẩu', { unit: 'hộ' })).toBe(46);
  expect(number('67 cây quạt, 12 nồi cơm', { unit: 'quạt' })).toBe(67);
  expect(number('40 học sinh, vắng 2', { unit: 'học sinh' })).toBe('unreadable');
  expect(number('hôm qua 40 hộ, hôm nay 38 hộ', { unit: 'hộ' })).toBe(38);
  expect(number('khoảng 2 tấn rưỡi gạo', { unit: 'tấn' })).toBe(2.5);
  expect(number('Kinh phí dự kiến 350tr', { unit: 'đồng' })).toBe(350_000_000);
});

test.each([
  ['12/15', { done: 12, total: 15 }],
  ['12/15 lớp ạ', { done: 12, total: 15 }],
  ['12 trên 15', { done: 12, total: 15 }],
  ['đã tiêm 12 hộ trên 15', { done: 12, total: 15 }],
  ['12 em trên tổng số 15 em', { done: 12, total: 15 }],
  ['xong 12 lớp trong tổng số 15 lớp', { done: 12, total: 15 }],
  ['12 children out of 15', { done: 12, total: 15 }],
  ['12 hộ/15 hộ', { done: 12, total: 15 }],
  ['12 ho / 15 ho', { done: 12, total: 15 }],
  ['12 lớp /15', { done: 12, total: 15 }],
  ['8 em/10 em', 'too-small'],
  ['mười hai trên mười lăm', { done: 12, total: 15 }],
  ['muoi hai tren muoi lam', { done: 12, total: 15 }],
  ['twelve out of fifteen', { done: 12, total: 15 }],
  ['12 em trong 3 lớp', 'unreadable'],
  ['12', { done: 12, total: 15 }],
  ['16/15', 'too-large'],
  ['16', 'too-large'],
  ['12/14', 'too-small'],
  ['chưa có', 'unreadable'],
  ['12/15 rồi lên 13/15', 'unreadable'],
])('the ratio in %j of 15', (text, expected) => {
  const read = readValue(text, { type: 'ratio', total: 15 });
  expect(read).toMatchObject(
    typeof expected === 'string' ? { problem: expected } : { value: { type: 'ratio', ...expected } },
  );
});

test.each([
  '12, mai thêm 3',
  '12 mai them 3',
  '12, thêm 3 nữa',
  'hiện 12, sẽ thêm',
  '12 rồi, chiều có thêm 3',
])('the figure in %j is still to grow', (text) =>
  expect(readValue(text, { type: 'number' }, 'Số áo phao')).toEqual({
    problem: 'unreadable',
    isUnclear: true,
  }),
);

test.each(['15, thêm 3 so với hôm qua', '15 (thêm 3 so với tuần trước)'])(
  'the figure in %j has grown',
  (text) =>
    expect(readValue(text, { type: 'number' }, 'Số áo phao')).toMatchObject({ value: { number: 15 } }),
);

describe('choices', () => {
  const choices = ['Có', 'Không', 'Chưa rõ'];
  test.each([
    ['có', 'Có'],
    ['co a', 'Có'],
    ['1', 'Có'],
    ['2)', 'Không'],
    ['không ạ', 'Không'],
    ['chưa rõ', 'Chưa rõ'],
    ['em chọn có', 'Có'],
    ['xã chọn phương án có ạ', 'Có'],
    ['không có', 'Không'],
    ['không rõ có hay không', null],
    ['4', null],
    ['', null],
  ])('%j', (text, choice) => {
    const read = readValue(text, { type: 'choice', choices });
    expect(read).toEqual(
      choice === null ? { problem: 'not-a-choice' } : { value: { type: 'choice', choice } },
    );
  });
});

test('a text is kept as written', () => {
  expect(readValue('#3 Đường liên thôn', { type: 'text' })).toEqual({
    value: { type: 'text', text: 'Đường liên thôn' },
  });
  expect(readValue(' ', { type: 'text' })).toEqual({ problem: 'unreadable' });
});

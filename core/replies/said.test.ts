import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSpec } from '../reading/answer.js';
import { hear, isAnswer, type ReplyKind } from './said.js';

const classes: AnswerSpec = { type: 'number', unit: 'lớp', min: 0, max: 50 };
const choices: AnswerSpec = { type: 'choice', choices: ['Có', 'Không'] };

describe('hear', () => {
  it.each([
    ['đã làm 70%', { status: 'in_progress', percent: 70 }],
    ['12/15', { status: 'in_progress', doneCount: 12, totalCount: 15 }],
    ['xong ạ', { status: 'done' }],
    ['đã nhận', { status: 'acknowledged' }],
    ['bao giờ phải nộp ạ?', { status: null, isQuestion: true }],
    ['xin gia hạn đến thứ 4', { status: null, moreTime: 'thứ 4' }],
    ['lorem ipsum', { status: null, isQuestion: false, moreTime: null }],
    ['', { status: null }],
  ])('a task: %s', (text, expected) => {
    expect(hear('task', null, text)).toMatchObject(expected);
  });

  it.each(['đã nhận', 'lorem ipsum', '', 'vướng vì thiếu xe', 'họp ở đâu ạ?'])(
    'anything acknowledges: %s',
    (text) => expect(isAnswer(hear('acknowledge', null, text))).toBe(true),
  );

  it.each([
    ['Số bộ bàn ghế hỏng', 'hỏng 5 bộ', { status: 'done', difficulty: null }],
    ['Số bộ bàn ghế hỏng', 'mỗi phòng 1 bộ hỏng', { status: null, problem: 'unreadable' }],
    ['Số giáo viên còn thiếu', 'thiếu nhiều lắm', { status: null, problem: 'unreadable' }],
    ['Số giáo viên còn thiếu', 'thiếu người tổng hợp nên mai em báo', { status: 'blocked' }],
    ['Số hộ mất điện', 'mất điện 40 hộ, thiếu dầu chạy máy', { difficulty: 'thiếu dầu chạy máy' }],
    ['Số sổ chưa cấp', 'chưa đếm được, mất chìa khóa kho', { status: 'blocked' }],
    ['Số máy bơm', 'hỏng 5 cái', { difficulty: 'hỏng 5 cái' }],
  ])('%s: %s', (title, text, expected) => {
    expect(hear('collect', { type: 'number' }, text, { title })).toMatchObject(expected);
  });

  it.each([
    [classes, '15', { status: 'done', value: { type: 'number', number: 15 }, problem: null }],
    [classes, 'dạ em báo cáo có 15 lớp ạ', { status: 'done', value: { type: 'number', number: 15 } }],
    [classes, '60', { status: null, value: null, problem: 'too-large' }],
    [classes, 'đang làm', { status: 'in_progress', value: null, problem: null }],
    [classes, 'đã nhận', { status: 'acknowledged', value: null, problem: null }],
    [classes, 'xong rồi', { status: null, value: null, problem: 'unreadable' }],
    [classes, 'lớp nào cũng tính ạ?', { status: null, isQuestion: true, problem: null }],
    [classes, 'em chưa rõ bao nhiêu ạ', { status: null, isQuestion: false, problem: 'unreadable' }],
    [classes, 'tổng 40 lớp, phải sửa 12 lớp', { status: null, problem: 'unreadable' }],
    [classes, 'vướng: 12 hay 15 lớp chưa rõ vì mất sổ', { status: 'blocked' }],
    [classes, 'không biết', { status: null, isQuestion: false, problem: 'unreadable' }],
    [classes, 'không biết tính lớp ghép thế nào', { status: null, isQuestion: true }],
    [classes, 'em chưa có số liệu, mai em báo', { status: 'in_progress', difficulty: null }],
    [classes, 'chưa thống kê được vì mất điện', { status: 'blocked', difficulty: 'mất điện' }],
    [choices, 'có', { status: 'done', value: { type: 'choice', choice: 'Có' } }],
    [choices, 'tuần sau mới biết', { value: null }],
    [{ type: 'ratio', total: 20 }, '12/20', { value: { type: 'ratio', done: 12, total: 20 } }],
    [{ type: 'ratio', total: 20 }, '25/20', { value: null, problem: 'too-large' }],
    [{ type: 'text' }, 'đã nhận', { status: 'acknowledged', value: null }],
    [{ type: 'text' }, 'Nhà văn hóa thôn 3', { value: { type: 'text', text: 'Nhà văn hóa thôn 3' } }],
  ] as [AnswerSpec, string, object][])('a figure: %o %s', (spec, text, expected) => {
    expect(hear('collect', spec, text)).toMatchObject(expected);
  });

  it('never throws, and what it hears fits the columns', () => {
    const kinds = fc.constantFrom<ReplyKind>('task', 'acknowledge', 'collect', 'notice');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^#?\d{1,12}[%/ ]?\d{0,12} ?(xong|%)?$/),
    );
    fc.assert(
      fc.property(kinds, text, (kind, words) => {
        const said = hear(kind, classes, words);
        for (const number of [said.percent, said.doneCount, said.totalCount])
          if (number !== null) expect(Number.isInteger(number) && number >= 0 && number < 2 ** 31).toBe(true);
        if (said.percent !== null) expect(said.percent).toBeLessThanOrEqual(100);
      }),
    );
  });
});

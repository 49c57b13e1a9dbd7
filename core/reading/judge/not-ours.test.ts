import { expect, test } from 'vitest';
import { dropMarks } from '../../../test/harness/marks.js';
import { readReply } from '../read-reply.js';

const things = list(
  'lúa,lều,xe,máy bơm,cầu,đê,hàng,thuốc,banner,tôn,camera,loa,cây,cột điện,mái nhà,tường rào,máy in,phông,đèn,ruộng,mạ,cá,tàu,bếp',
);
const accidents = list(
  'đổ,gãy,vỡ,hỏng,hư,cháy,chết,bay,trôi,ngập,sập,lật,nứt,tràn,tắt,dừng,rách,thủng,đứt,chìm,ướt,kẹt,treo,đơ,nổ,bật gốc,lún,khóa,hết pin,mất sóng',
);
const others = list(
  'họ,dân,khách,thợ,đoàn,phụ huynh,nhà thầu,huyện,ngân hàng,bác sĩ,mọi người,bên thi công,tài xế',
);
const acts = list(
  'bỏ,bỏ đi,bỏ về,trốn,từ chối,hủy hợp đồng,hủy lịch,hủy,hoãn,dời lịch,rút,trả lại hàng,trả hồ sơ,quay về,nghỉ,xin nghỉ,đình công,giải tán,khóa máy,tắt máy,về hết,đi hết,không nhận,đổi ý,phản đối,tháo dỡ về,bỏ dở,cấm',
);
const forms: ((who: string, what: string) => string)[] = [
  (who, what) => `${who} ${what} rồi`,
  (who, what) => `${who} ${what} hết rồi ạ`,
  (who, what) => `${who} ${what} mất rồi anh ơi`,
  (who, what) => `${who} đã ${what}`,
  (who, what) => `${who} vừa ${what}`,
  (who, what) => `${who} bị ${what} rồi chị`,
  (who, what) => `${who} ${what} hôm qua`,
  (who, what) => `${who} ${what} từ sáng`,
  (who, what) => `em ơi ${who} ${what} rồi`,
];

test.each([
  ['what befalls a thing', things, accidents],
  ['what others do against the work', others, acts],
] as const)('%s is no work that was done', (_label, subjects, verbs) => {
  const said = subjects.flatMap((who) => verbs.flatMap((what) => forms.map((form) => form(who, what))));
  const asTyped = [...said, ...said.map(dropMarks)];
  expect(asTyped.filter((text) => readReply(text).status === 'done')).toEqual([]);
});

// The word that `rồi` belongs to, or one before the verb, makes it something else.
const works = list(
  'phát quà,sửa đường ống,lắp camera,dọn kho,kiểm tra sổ sách,gieo mạ,vá đường,nạo vét mương,dán thông báo',
);
const turned: ((work: string) => string)[] = [
  (work) => `họp bàn việc ${work} rồi ạ`,
  (work) => `hủy kế hoạch ${work} rồi`,
  (work) => `bỏ ${work} rồi`,
  (work) => `hoãn ${work} rồi`,
  (work) => `quên ${work} rồi`,
  (work) => `người ${work} nghỉ rồi`,
  (work) => `đội ${work} về rồi`,
  (work) => `máy ${work} hỏng rồi`,
  (work) => `tiền ${work} hết rồi`,
  (work) => `${work} dở dang rồi bỏ`,
  (work) => `anh Ba nói ${work} xong rồi`,
  (work) => `chị Lan bảo ${work} xong rồi`,
  (work) => `nghe nói ${work} rồi`,
  (work) => `đội bạn ${work} xong rồi, đội em chưa`,
  (work) => `định ${work} hôm qua mà mưa`,
  (work) => `không ai ${work} cả`,
];

test.each(works)('%s, said with what takes it back, is not done', (work) => {
  const said = turned.map((turn) => turn(work));
  expect([...said, ...said.map(dropMarks)].filter((text) => readReply(text).status === 'done')).toEqual([]);
});

function list(words: string): string[] {
  return words.split(',');
}

import { DateTime } from 'luxon';
import type { World } from '../harness/open-world.js';
import type { Chats } from './chats.js';
import { moveGroup, type Settled } from './organisation.js';
import type { Titles } from './reading.js';
import { home, type Deed, type Given, type Kind, type Recurring, type Word } from './types.js';

const commands: Record<Kind, string> = {
  task: '/giao',
  acknowledge: '/xacnhan',
  collect: '/solieu',
  notice: '/thongbao',
};
const kinds: Record<Kind, string> = {
  task: 'giao',
  acknowledge: 'xac nhan',
  collect: 'so lieu',
  notice: 'thong bao',
};
const buttons: Record<Word, string> = {
  received: 'Đã nhận',
  inProgress: 'Đang làm',
  blocked: 'Vướng',
  done: 'Xong',
};
const words: Record<Word, string> = {
  received: 'đã nhận',
  inProgress: 'đang làm 40%',
  blocked: 'vướng: thiếu xe chở',
  done: 'đã xong',
};

export type Office = ReturnType<typeof createOffice>;

/** A figure is asked for in words of its own. */
const figures: Record<Word, string> = { ...words, inProgress: 'đang làm', done: '15' };

/** Does in the chats what people do. Answers are not waited for: many say something in the same minute. */
export function createOffice(
  world: World,
  settled: Settled,
  { titles, chats }: { titles: Titles; chats: Chats },
) {
  const { owner, office, groups } = settled;
  const inPrivate = (text: string) => world.says(owner, owner, text);
  const said = (key: string) => titles.numberOf(key);
  return {
    async do(deed: Deed): Promise<void> {
      switch (deed.do) {
        case 'give': {
          const where = deed.directive.place === 'office' ? office : owner;
          await world.says(owner, where, writeDirective(deed.directive));
          await world.presses(owner, where, 'Gửi ngay');
          return;
        }
        case 'every':
          await inPrivate(writeRequest(deed.request));
          await world.presses(owner, owner, 'Bắt đầu');
          return;
        case 'close':
          return void (await inPrivate(`/dong ${said(deed.key)}`));
        case 'cancel':
          return void (await inPrivate(`/huy ${said(deed.key)}`));
        case 'remind':
          return void (await inPrivate(`/nhac ${said(deed.key)}`));
        case 'extend':
          return void (await inPrivate(
            `/giahan ${said(deed.key)}${deed.unit ? ` ${deed.unit}` : ''} ${sayTime(deed.dueAt)}`,
          ));
        case 'leave':
          return void (await inPrivate(`/calendar leave ${deed.unit} ${deed.firstDay} to ${deed.lastDay}`));
        case 'answer':
          return answer(deed);
        case 'kick':
          world.telegram.kicksBot({ chat: groups.get(deed.unit)!, from: owner.id });
          return;
        case 'return':
          world.telegram.addsBot({ chat: groups.get(deed.unit)!, from: owner.id });
          return;
        case 'rebind':
          return moveGroup(world, settled, deed.unit);
      }
    },
  };

  function answer({ key, kind, unit, word, by }: Extract<Deed, { do: 'answer' }>): void {
    const chat = groups.get(unit)!;
    const message = chats.messageOf(unit, key);
    const from = settled.members.get(unit)!.id;
    if (message === undefined) return;
    if (by === 'press') void world.telegram.presses({ chat, from, message, label: buttons[word], waitMs: 1 });
    else
      world.telegram.says({
        chat,
        from,
        text: (kind === 'collect' ? figures : words)[word],
        replyTo: message,
      });
  }
}

/** Small hours need a word more: `5:00` alone may be the afternoon's. */
function sayTime(at: number): string {
  const local = DateTime.fromMillis(at, { zone: home });
  return `${local.toFormat('HH:mm')}${local.hour < 7 ? ' sáng' : ''} ${local.toFormat('dd/MM/yyyy')}`;
}

function writeDirective({ kind, targets, urgent, dueAt, title, stepWords }: Given): string {
  const first = [
    ...[commands[kind], targets, ...(urgent ? ['khẩn'] : [])],
    ...(dueAt === null ? [] : [`hạn ${sayTime(dueAt)}`]),
  ].join(' ');
  const ask = kind === 'collect' ? ['hỏi số hộ'] : [];
  return [first, ...ask, title, 'Các đơn vị rà soát và báo cáo.', ...(stepWords ? [stepWords] : [])].join(
    '\n',
  );
}

function writeRequest({
  kind,
  rhythmWords,
  targets,
  dueWords,
  onDayOff,
  restsOverTet,
  title,
}: Recurring): string {
  const off = onDayOff === 'skip' ? ' bỏ ngày nghỉ' : '';
  const tet = restsOverTet ? ' nghỉ tết' : '';
  const first = `/dinhky ${kinds[kind]} ${rhythmWords} ${targets}${off}${tet} hạn ${dueWords}`;
  return [first, ...(kind === 'collect' ? ['hỏi số học sinh'] : []), title].join('\n');
}

import type { Example, ExampleMember, ExampleUnit } from '../../store/sandbox-example.js';

const root = 'HUYEN';

/** Code, name, tags, the two people in the group; without people the unit has no group and can't be reached. */
type Row = [code: string, name: string, tag: string, people?: [string, string]];

const schools: Row[] = [
  ['TH01', 'Trường Tiểu học An Bình', 'truonghoc', ['Lê Thị Mai', 'Phạm Văn Đức']],
  ['TH02', 'Trường Tiểu học Thanh Sơn', 'truonghoc', ['Nguyễn Thu Hà', 'Vũ Quốc Bảo']],
  ['TH03', 'Trường THCS Hòa Lạc', 'truonghoc', ['Trần Minh Tuấn', 'Đỗ Thị Nga']],
  ['TH04', 'Trường THCS Đồng Tâm', 'truonghoc', ['Bùi Văn Hải', 'Ngô Thị Lan']],
  ['TH05', 'Trường Mầm non Hoa Sen', 'truonghoc', ['Hoàng Thị Yến', 'Lý Thị Thảo']],
  ['TH06', 'Trường Tiểu học Suối Ngọc', 'truonghoc'],
];

const communes: Row[] = [
  ['XA01', 'Xã An Bình', 'xa', ['Phan Văn Long', 'Đặng Thị Hoa']],
  ['XA02', 'Xã Thanh Sơn', 'xa', ['Trịnh Công Minh', 'Hà Thị Thu']],
  ['XA03', 'Xã Hòa Lạc', 'xa', ['Nguyễn Văn Bình', 'Lương Thị Hương']],
  ['XA04', 'Xã Đồng Tâm', 'xa', ['Cao Xuân Thắng', 'Mai Thị Liên']],
  ['XA05', 'Xã Phú Mỹ', 'xa', ['Tạ Đình Phong', 'Dương Thị Vân']],
  ['XA06', 'Xã Tân Lập', 'xa', ['Hồ Sỹ Cường', 'Trương Thị Ngọc']],
  ['XA07', 'Xã Vĩnh Hưng', 'xa', ['Đinh Văn Khoa', 'Lê Thị Dung']],
  ['XA08', 'Xã Suối Ngọc', 'xa', ['Lò Văn Sơn', 'Quách Thị Xuân']],
  ['XA09', 'Xã Bến Tre Xanh', 'xa', ['Võ Thành Nam', 'Nguyễn Thị Tươi']],
  ['XA10', 'Xã Cẩm Đường', 'xa', ['Phùng Văn Kiên', 'Chu Thị Hằng']],
  ['XA11', 'Xã Long Khê', 'xa', ['Mạc Văn Quý', 'Đoàn Thị Thủy']],
  ['XA12', 'Xã Núi Đá', 'xa'],
];

const admin = createMember('hanh', 'Nguyễn Thị Hạnh');
const clerk = createMember('quang', 'Trần Văn Quang');

/** A district with twelve communes and six schools; one of each has no group yet, as in life. */
export function createExample(channel: string, locale: string | null): Example {
  const district: ExampleUnit = {
    code: root,
    name: 'Huyện Sông Lam',
    parent: null,
    tags: ['huyen'],
    group: null,
  };
  return {
    channel,
    units: [district, ...[...schools, ...communes].map(createUnit)],
    office: { externalId: 'vd-vanphong', title: 'Văn phòng huyện', members: [admin, clerk] },
    admin,
    locale,
  };
}

function createUnit([code, name, tag, people]: Row): ExampleUnit {
  const id = code.toLowerCase();
  const members = people?.map((person, index) => createMember(`${id}-${index + 1}`, person));
  const group = members ? { externalId: `vd-${id}`, title: name, members } : null;
  return { code, name, parent: root, tags: [tag], group };
}

function createMember(key: string, name: string): ExampleMember {
  return { id: `vd-${key}`, name, username: `vd_${key.replaceAll('-', '_')}` };
}

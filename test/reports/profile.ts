import { defaultProfile, type Profile } from '../../core/report/profile.js';

/** A district's letterhead with every part that there is. */
export const profile: Profile = {
  ...defaultProfile('vi', 'UBND huyện Mẫu Sơn'),
  ...{ superior: 'UBND tỉnh Lạng Sơn', symbol: 'BC-UBND', place: 'Mẫu Sơn', kept: 'VT, VP' },
  ...{ signRight: 'TM. Ủy ban nhân dân', signOffice: 'Chủ tịch', signName: 'Nguyễn Văn An', urgency: 'Khẩn' },
  addressees: ['UBND tỉnh Lạng Sơn', 'Sở Nông nghiệp và Môi trường'],
  recipients: ['Như trên', 'TT. Huyện ủy', 'Các xã, thị trấn'],
};

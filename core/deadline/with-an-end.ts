/** Of what one says `cuối`, folded: in `hạn cuối tuần` it is the week that ends, in `hạn cuối thứ 6` the time. */
export const WITH_AN_END = 'tuan|thang|quy|nam|ngay|gio|buoi|ca|sang|trua|chieu|ky|ki|hoc|moi|hang';

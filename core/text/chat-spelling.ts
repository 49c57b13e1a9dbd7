/**
 * How people type on a phone, and what they mean. Each line: the written form, then the words in full. Only what
 * cannot be found by dropping diacritics stands here (`da` for `đã` needs no line). A clerk may add lines; a
 * spelling that could mean two everyday things (`ht`: hoàn thành, hiệu trưởng) must not.
 */
const TABLE = `
r = rồi; rùi = rồi; gòi = rồi; òi = rồi; zòi = rồi; gồi = rồi; rui = rồi; ròi = rồi; rầu = rồi; roài = rồi; rồy = rồi; rôi = rồi
ko = không; k = không; kg = không; khg = không; kh = không; hok = không; hem = không; vâg = vâng; xắp = sắp; xap = sắp; xẽ = sẽ; hông = không; hổng = không; kô = không
chg = chưa; ch = chưa; chx = chưa; cg = cũng
dc = được; đc = được; dk = được; đk = được
oke = ok; okie = ok; okela = ok; okla = ok; oki = ok; okay = ok; okê = ok; okey = ok; okr = ok rồi; uki = ok; ukie = ok; uk = ừ; uh = ừ; um = ừ
hthanh = hoàn thành; hthành = hoàn thành; hthah = hoàn thành; hthien = hoàn thiện; htat = hoàn tất
bc = báo cáo; bcao = báo cáo; bcáo = báo cáo; dv = đơn vị; đv = đơn vị; đvị = đơn vị; dvi = đơn vị
cv = công việc; cviec = công việc; cviệc = công việc; ds = danh sách; dsach = danh sách; dsách = danh sách
kphi = kinh phí; kphí = kinh phí; vb = văn bản; vban = văn bản; khoach = kế hoạch; khoạch = kế hoạch
e = em; đ/c = đồng chí; d/c = đồng chí; v/v = về việc; k/g = kính gửi; b/c = báo cáo; đ/v = đơn vị; ak = ạ; ah = ạ; ja = ạ; nghen = nhé; hen = nhé; ui = ơi
vg = vâng; vag = vâng; vângg = vâng; zâng = vâng; zang = vâng; dzạ = dạ
lun = luôn; dg = đang; dnag = đang; đnag = đang; đg = đang; dag = đang; đag = đang; đangg = đang
lm = làm; gưi = gửi; gởi = gửi; gủi = gửi; gừi = gửi; nọp = nộp; nộo = nộp; dủ = đủ; đagn = đang; dagn = đang; bit = biết; bik = biết; bít = biết; mk = mình; mn = mọi người; ng = người; nc = nước
trc = trước; vđ = vấn đề; j = gì; gj = gì; ntn = như thế nào; nthe = như thế; bh = bao giờ; hn = hôm nay; hqua = hôm qua; hnay = hôm nay; hnai = hôm nay
tks = cảm ơn; thks = cảm ơn; xog = xong; xng = xong; xomg = xong; xogn = xong; xnog = xong; xojg = xong; xobg = xong; xg = xong; xonh = xong; xon = xong; sog = xong; hỉu = hiểu; htoan = hoàn; htoàn = hoàn; hịu = hiểu; xoq = xong; xonq = xong; đanq = đang; danq = đang; khôq = không; xongg = xong
tthu = tiếp thu; ktra = kiểm tra; trkhai = triển khai
ck = chuyển khoản; cty = công ty; kq = kết quả; lđ = lãnh đạo; cb = cán bộ; gv = giáo viên; hs = học sinh; nv = nhân viên; cbo = cán bộ; vx = vắc xin; vacxin = vắc xin; vaccine = vắc xin
`;

/** The written form (as typed, lower case) and the words that it stands for. */
export const CHAT_SPELLINGS: readonly (readonly [written: string, meant: string])[] = TABLE.split(/[;\n]/)
  .map((line) => line.split('='))
  .flatMap(([written, meant]) => (written && meant ? [[written.trim(), meant.trim()] as const] : []));

/** Things that are counted, a kind a line: who asks for people may be told of pupils, but not of households. */
export const THINGS = `
người, ng, khẩu, nhân khẩu, học sinh, hs, học sinh nữ, em, cháu, bé, trẻ, trẻ em, giáo viên, gv, cụ, mẹ, chị em, trẻ con, người già, phụ nữ, thầy cô, thầy, cô, bệnh nhân, bn, khách, cán bộ, cb, viên chức, nhân viên, nv, đoàn viên, hội viên, đại biểu, lượt, bạn, đứa, anh em, ae, đồng chí, đ/c, đc, bác, phụ huynh, tình nguyện viên, đội viên, dân quân, công nhân, chiến sĩ, cử tri, students, student, people, person, persons, elderly, patients, parents, children, kids, members, guests, visitors, volunteers, residents, thành viên, thí sinh, học viên, lao động, ngư dân, thuyền viên, thai phụ, sản phụ, bà bầu, bà mẹ, người dân, bà con, đảng viên, thanh niên, hộ lý, điều dưỡng, bác sĩ, y tá, tài công, bảo mẫu, staff, teachers, pupils, tài xế
hộ, hộ dân, gia đình, nhà, căn nhà, ngôi nhà, nhà dân, căn, nóc nhà, households, houses
hồ sơ, hs, bộ hồ sơ, bộ
thùng, boxes
pallet, pa lét
mã, mã hàng, mặt hàng
viên
que, que thử
vở, quyển vở, quyển, cuốn
văn bản, công văn, cv
bình, bình nước, bottles
màn, mùng
chăn, mền
gói
bao
hộp, boxes
chai
lọ, ống
liều, mũi, doses
suất, phần, portions, meals
ly, cốc, cups
can
bồn, téc
đơn, đơn hàng, hóa đơn, bill, orders
hóa đơn
cây
giường, beds
máy, computers
xe, xe máy, xe tải, ô tô, xe cứu hộ
ca, trường hợp, vụ
lớp
phòng, buồng, rooms
bệnh nhân, bn, ca
trường, điểm trường
thôn, ấp, xóm, bản, tổ dân phố
khẩu trang
áo phao, áo
gia cầm, gà, vịt, ngan, ngỗng
gia súc, lợn, heo, nái, trâu, bò, trâu bò, dê
lợn, heo, nái, con lợn, con heo
trâu bò, trâu, bò
chó, mèo, chó mèo
đồng hồ
cuốn, quyển, sách, cuốn sách, quyển sách
phiếu, tờ, bản
bộ, bộ bàn ghế, bàn ghế
đồng phục
bàn
ghế
chuyến, chuyến xe
ca nô, xuồng, thuyền, ghe, tàu, tàu cá, boats
điểm
!chiếu
quạt
bóng, bóng đèn, !đèn
!tủ
lều
!bạt, tấm bạt
!nồi
camera
loa, cụm loa
cột, !trụ, cột điện, cột đèn, trụ đèn
!cống
!vé
!kệ
!trạm, trạm biến áp, trạm bơm, trạm y tế
đồng, tiền, doanh thu, doanh số, quỹ, kinh phí, chi phí, phí, triệu, tổng thu, giá
`;

/** Counters of anything: `12 cái`. */
export const COUNTERS = 'cái, chiếc, con, đơn vị, cụm, một phần';

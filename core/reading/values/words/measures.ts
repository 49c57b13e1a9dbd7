/** What is measured: its kind, how many of the first unit of that kind one of it is, and its names. */
export const MEASURES = `
mass	1	kg, ký, kí, ki, ky, cân, ki lô, ký lô, kilogram, kilo
mass	100	tạ
mass	1000	tấn, tons, tonnes
mass	10	yến
mass	0.1	lạng
mass	0.001	g, gam, gram
length	1	m, mét, thước, metres, meters
length	1000	km, cây số, ki lô mét
length	0.01	cm, phân, xăng ti mét
length	0.1	dm, tấc
length	0.001	mm, mi li mét, milimet
area	0.0001	mét vuông, m vuông
area	1	ha, hec ta, héc ta, hecta, héc, hectares
volume	1	lít, l, litres, liters
volume	0.001	ml
volume	1000	mét khối
time	1	giờ, tiếng, tiếng đồng hồ, hours
time	0.0166666667	phút, minutes
time	24	ngày, days
time	168	tuần, weeks
time	720	tháng
time	8760	năm, years
age	1	tuổi, tháng tuổi, ngày tuổi, tuần tuổi, years old
heat	1	độ, độ c
sao	1	sào
mau	1	mẫu
cong	1	công đất, công lúa
money	1	đồng, đ, vnd, vnđ
thing	1	đồng chí, đồng hồ, đồng bào, đồng phục, đồng đội, đồng lúa, phân xưởng, tấn công, ngày công, giờ công, phút giây
share	1	phần trăm, percent
`;

/** Names that are measures only where that kind is asked for: `1 cây rưỡi` is a kilometre and a half, or trees. */
export const SLANG = `
length	1000	cây
mass	1	can
length	0.001	ly, li
volume	1000	khối
money	1000000	m, mil
money	1000000000	bn
`;

/**
 * Two ways of writing one body give one key: full names are shortened as the trade shortens them, the city's own name
 * becomes 市. First match wins, longer names first. Only abbreviations everybody reads the same way stand here.
 */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/〈[^〉]*〉|[（(][^）)]*[）)]|《|》|\s/g, ''],
  [/^中共|^中国共产党/, ''],
  [/^共青团.*?(市|省|区|县)委(?:员会)?$|^(市|省|区|县)团委$/, '团$1$2委'],
  [/国家税务总局(.+?)税务局/, '$1税务局'],
  [/网络安全和信息化委员会办公室|网络安全和信息化办公室|网络安全和信息化领导小组办公室/, '网信办'],
  [/金融委员会办公室/, '金融办'],
  [/外事工作委员会办公室|外事办公室/, '外办'],
  [/机构编制委员会办公室/, '编办'],
  [/发展和改革|发展与改革|发展改革/, '发改'],
  [/经济和信息化|经济与信息化/, '经信'],
  [/工业和信息化/, '工信'],
  [/科学技术(?=[局厅委部])/, '科技'],
  [/科学技术协会/, '科协'],
  [/人力资源和社会保障|人力资源社会保障|人力社保/, '人社'],
  [/卫生健康/, '卫健'],
  [/市场监督管理/, '市场监管'],
  [/应急管理(?=[局厅部])/, '应急'],
  [/住房和城乡建设|住房城乡建设/, '住建'],
  [/住房保障和房屋管理|住房保障房屋管理|房屋管理/, '房管'],
  [/自然资源和规划/, '自规'],
  [/城乡建设(?=[局厅委])/, '城建'],
  [/文化和旅游|文化旅游/, '文旅'],
  [/园林和林业/, '园林林业'],
  [/政务服务和大数据管理|政务服务大数据管理/, '政务服务大数据'],
  [/大数据发展管理|大数据管理/, '大数据'],
  [/(人民)?政府国有资产监督管理委员会|国有资产监督管理委员会|(人民)?政府国资委/, '国资委'],
  [/城市管理行政执法/, '城管执法'],
  [/城市管理执法/, '城管执法'],
  [/城市管理/, '城管'],
  [/医疗保障(?=局)/, '医保'],
  [/退役军人事务/, '退役军人'],
  [/民族宗教事务/, '民宗'],
  [/机关事务管理/, '机关事务'],
  [/地方金融(监督管理|管理|工作)/, '地方金融'],
  [/公安局交通管理局/, '公安交管局'],
  [/消防救援/, '消防'],
  [/工商业联合会/, '工商联'],
  [/残疾人联合会/, '残联'],
  [/妇女联合会/, '妇联'],
  [/归国华侨联合会/, '侨联'],
  [/文学艺术界联合会/, '文联'],
  [/供销合作(总社|联合社|社)/, '供销社'],
  [/农业科学院/, '农科院'],
  [/中级人民法院|中级法院|人民法院/, '法院'],
  [/人民检察院/, '检察院'],
  [/人民代表大会/, '人大'],
  [/常务委员会/, '常委会'],
  [/经济技术开发区|经济开发区/, '经开区'],
  [/高新技术产业开发区|高新技术开发区|新技术开发区|高新技术产业园区/, '高新区'],
  [/(?<=区)工作?管理委员会/, '管委会'],
  [/管理委员会/, '管委会'],
  [/人民政府/, '政府'],
  [/有限责任公司|股份有限公司|有限公司/, '公司'],
  [/集团公司/, '集团'],
  [/委员会$/, '委'],
]

/** Levels a body's short name begins with: 市发改委, 省财政厅. */
const LEVEL = /[省市区县州旗]$/

/** Key of a written name in a document of `place` (武汉市; null: national). Equal keys in one place are one body. */
export function unitKey(name: string, place: string | null): string {
  const short = SHORTER.reduce((text, [pattern, by]) => text.replace(pattern, by), name.normalize('NFKC'))
  return place === null
    ? short.replace(/^国家(?=发改|卫健|医保|数据局|能源局)/, '')
    : withoutPlace(short, place)
}

/** 武汉市发改委, 武汉发改委, 市发改委, 发改委 → 市发改委 in 武汉市; names that begin otherwise keep their own beginning. */
function withoutPlace(short: string, place: string): string {
  const level = LEVEL.exec(place)?.[0] ?? ''
  const stem = place.replace(LEVEL, '').replace(/\P{Script=Han}/gu, '.')
  const bare = short
    .replace(new RegExp(`^${stem}(?:${level})?(?=.{2})|(?<=^国网|^中国..)${stem}(?:${level})?`), '')
    .replace(new RegExp(`^${level}(?=.{2})`), '')
  return DISTRICT.test(bare) ? bare.replace(/^([^区县]+[区县])$/, '$1政府') : bare
}

const DISTRICT = /^\p{Script=Han}{1,3}[区县](?:政府)?$/u

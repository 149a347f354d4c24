/** Ways of saying one thing, as documents and people do. The first of a line is as good as any other. */
const GROUPS: readonly (readonly string[])[] = [
  ['GDP', '地区生产总值', '生产总值'],
  ['经济增长', 'GDP增长', '地区生产总值增长'],
  ['经济增速', 'GDP增速', '地区生产总值增速', '地区生产总值增长'],
  ['固投', '固定资产投资'],
  ['社零', '社会消费品零售总额', '社消零'],
  ['R&D', '研发投入', '研发经费', '研究与试验发展'],
  ['规上', '规模以上'],
  ['高企', '高新技术企业'],
  ['一般公共预算收入', '地方一般公共预算收入', '财政收入'],
  ['占比', '比重'],
  ['增速', '增长', '提升'],
  ['引进', '引入'],
  ['人才培养', '人才培育', '人才'],
  ['营收', '营业收入'],
  ['上市公司', '上市企业'],
  ['科创', '科技创新'],
  ['招商引资到位资金', '产业项目到位资金', '招商到位资金'],
  ['就业岗位', '用工岗位'],
  ['小巨人', '专精特新小巨人'],
  ['航线', '商业航线'],
  ['候车亭', '公交候车亭', '候车站亭'],
  ['软件业', '软件和信息技术服务业'],
  ['人工智能', 'AI'],
  ['无人机', '低空飞行器'],
  ['就业岗位', '岗位'],
  ['公寓', '租赁住房', '保障性租赁住房'],
  ['小巨人企业', '小巨人'],
  ['居民消费价格', '物价', 'CPI'],
  ['大学毕业生', '高校毕业生', '大学生'],
  ['技术改造', '技改'],
  ['数字化生产线', '数字化产线'],
  ['联络员', '联络人'],
  ['总投资', '投资总额'],
  ['二手房', '存量房'],
  ['减排', '降碳', '节能降碳'],
  ['地铁', '轨道交通'],
  ['招商', '招商引资'],
  ['社保', '社会保险'],
  ['社保费', '社会保险费'],
  ['医保', '医疗保险'],
  ['对口支援', '对口援', '对口帮扶'],
  ['援藏', '支援西藏'],
  ['援疆', '支援新疆'],
  ['完不成', '落实不力'],
  ['房租', '租金'],
  ['公租房', '公共租赁住房'],
  ['保障房', '保障性住房'],
  ['养老院', '养老机构'],
  ['快递', '寄递'],
  ['公交', '公共交通'],
  ['创投', '创业投资'],
  ['充电桩', '充电设施'],
  ['减税', '税收优惠'],
  ['带薪休假', '带薪年休假'],
  ['污水处理', '污水治理'],
  ['老房改造', '老旧小区改造'],
]

const FOLDED = GROUPS.map((group) => group.map((w) => w.toLowerCase()).sort((a, b) => b.length - a.length))

/** The topic and its other sayings, the topic itself first. */
export function sayings(said: string): string[] {
  const topic = said.toLowerCase()
  const out = new Set([topic])
  for (const group of FOLDED) {
    const word = group.find((w) => topic.includes(w))
    if (word === undefined) continue
    for (const other of group) if (!topic.includes(other)) out.add(topic.replace(word, other))
  }
  return [...out].slice(0, 6)
}

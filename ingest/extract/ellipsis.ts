import { type Piece, sharedEnding } from './unit-pieces.ts'

/** Departments every level of government has, which a list may name without repeating its 市 or 省. */
const DEPARTMENT =
  /^(?:发展和?改革|发改|经济和信息化|经信|工业和信息化|工信|财政|教育|科技|科技创新|公安|民政|司法|人力资源和?社会保障|人社|自然资源(?:和规划)?|规划|生态环境|住房和?城乡建设|住建|城建|城管(?:执法)?|城市管理|交通运输|交通|水务|水利|农业农村|商务|文化和旅游|文旅|文化广电旅游|卫生健康|卫健|应急管理|应急|审计|国资|市场监管|市场监督管理|体育|统计|医保|医疗保障|信访|金融监管|地方金融|税务|数据|政务服务|退役军人(?:事务)?|林业|园林|机关事务|招商|投资促进|粮食|民宗|侨务|外事|大数据)(?:局|委|办|厅|委员会|管理局)$/
const PARTY =
  /^(?:组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|社工部|金融办|农办|改革办|政研室|外办|台办|老干部局|机要局|党校)$/

/** 江汉、硚口、黄陂区人民政府 → three whole names; 市人社局、财政局 → 市财政局; 市委组织部、宣传部 → 市委宣传部. */
export function spellOut(pieces: readonly Piece[]): Piece[] {
  let level = ''
  let party = ''
  return pieces.map((piece, i) => {
    const ending = sharedEnding(piece.name, runFrom(pieces, i))
    const name = heading(piece.name, level, party) + piece.name + ending
    level = /^(?<level>[市省区县州])(?!委)/.exec(piece.name)?.groups?.level ?? level
    party = /^(?<party>[市省区县州]委)(?!员)/.exec(piece.name)?.groups?.party ?? party
    return name === piece.name ? piece : { ...piece, name }
  })
}

function heading(name: string, level: string, party: string): string {
  if (level !== '' && DEPARTMENT.test(name)) return level
  return party !== '' && PARTY.test(name) ? party : ''
}

/** Names that follow in the same run: joined by 、 without a ， between. */
function runFrom(pieces: readonly Piece[], from: number): string[] {
  const names: string[] = []
  for (let i = from; pieces[i]?.runsOn && pieces[i + 1]; i++) names.push(pieces[i + 1]?.name ?? '')
  return names
}

import { mapped } from '../../src/text/mapped.ts'
import { readUnitList } from './unit-list.ts'
import { TIME_ITEM } from './unit-pieces.ts'

/** How names of bodies end. */
const BODY =
  /(?:局|委|办|厅|部|署|院|会|府|处|室|司|行|社|中心|公司|集团|大学|学校|医院|单位|部门|区|县|市|州|镇|乡|街道|支队|总队|工商联|科协|妇联|残联|文联|侨联|总工会|团[市省区县]委|海关|联社|企业|机构|馆|站|所|队|台|园|港|城|银行|法院|检察院|管委会|办公室|领导小组)(?:（[^）]*）|〔[^〕]*〕|〈[^〉]*〉)?$/

/** Words no body's name opens with: such a text is a sentence. */
const VERB_HEAD =
  /^(?:推进|推动|加强|加快|建设|建立|完善|开展|实施|组织|支持|鼓励|引导|落实|做好|深化|提升|强化|健全|优化|按照|根据|对|将|把|为|从|在|以|并|可|不|要|应|须|含|即|如|例如|包括|详见|见|注|其中|自|至|到|已|未|培育|培养|打造|引进|引育|招引|壮大|做[强优大]|新建|新增|改造|拓展|完成|举办|创建|争创|提高|增强|盘活|扶持|试行|暂行|此件|具体)/

export function isUnitLike(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    BODY.test(name) &&
    !VERB_HEAD.test(name) &&
    !/[由的将把并。]/.test(name)
  )
}

const TAIL = /[，。；]?(?:[列排]|首位|第一|下同|以下|除标注)[\s\S]*$/

const ENDS_IN_VERB =
  /(?:牵头|负责|配合|协助|协办|参与|参加|落实|承办|主办|实施|支持|指导|为(?:牵头|责任|配合)(?:单位|部门))(?:实施|推进|落实|组织)?$/

/** Units with role verbs, and nothing else: 由市经信局牵头，市发改委、各区配合. */
export function isUnitSentence(text: string): boolean {
  const bare = text
    .replace(TAIL, '')
    .replace(TIME_ITEM, '')
    .replace(/^[，、；]+|[，、；。]+$/g, '')
  const core = bare.replace(/^(?:以上|上述|此项|该项|本项)?(?:工作|任务|事项)?由/, '')
  if (!ENDS_IN_VERB.test(core)) return false
  const { units } = readUnitList(mapped(core), { role: 'responsible' })
  return units.length > 0 && units.every((u) => isUnitLike(u.unit.name))
}

/** Names its level (市发改委, 各区), or can be nothing but a body (云川高新区管委会, 云川供电公司). */
const CERTAIN =
  /^(?:[市省区县州]|国家|各)|(?:管委会|管理委员会|人民政府|[市区县]政府|街道办事处|分局|集团|供电公司|分公司)$/

/** A bare list of units (市发改委、市经信局): every item ends as bodies do and at least one can be nothing else. */
export function isUnitRun(text: string): boolean {
  const { units } = readUnitList(mapped(text.replace(TAIL, '')), { role: 'responsible' })
  const names = units.map((u) => u.unit.name)
  return (
    names.length > 0 &&
    names.every(
      (n) =>
        isUnitLike(n) &&
        /(?:局|委|办|厅|部|会|府|院|署|公司|集团|中心|单位|部门|行|联|社|支队|总队|大队)$|^各/.test(n),
    ) &&
    names.some((n) => CERTAIN.test(n))
  )
}

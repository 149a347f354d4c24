/** How far a thing has come, by the word before its figure; the last are finished. */
const STAGES: readonly RegExp[] = [
  /上报|报批|送审|申报|申请|受理|征集|报名|发布(?:榜单)?|张榜|推荐|摸排|储备|洽谈|发榜|入库|摸底|备案|过会|辅导|入围|诊断|评估|体检|注册|规划$/,
  /遴选|评选|公示|签约|签(?:下|订|了)?$|揭榜|立项/,
  /开工|启动|(?<!现)在建|实施(?:改造|转型)?|推进/,
  /完工|竣工|建成|完成|投用|投产|开通|开航|验收|认定|获批|批复|批准|组建|通过|开业|评[定上审]|入选|获评|核定|授牌|挂牌|到位|到账|拨付/,
]

export const LAST_STAGE = STAGES.length - 1

const ANY = new RegExp(STAGES.map((stage) => stage.source).join('|'), 'g')

/** The stage words tell of, 0 for the first, by the last of them (完成诊断 is a diagnosis); -1 where they tell of none. */
export function stageOf(words: string): number {
  const last = words.match(ANY)?.at(-1)
  return last === undefined ? -1 : STAGES.findLastIndex((stage) => stage.test(last))
}

/** Words without those of a stage: 开工51条 and 投产46条 name nothing by them. */
export const withoutStage = (words: string): string => words.replace(ANY, '')

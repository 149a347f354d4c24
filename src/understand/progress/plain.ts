/** A message made even: half-width digits, full-width marks, smileys as pauses, spaces only where they part words. */
export function plainMessage(message: string): string {
  const steps: readonly (readonly [RegExp, string])[] = [
    [/^(?:@\S+\s*)+/, ''],
    [/@/g, '找'],
    [/\r\n?/g, '\n'],
    [/目前|当前/g, '现在'],
    [/(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/gu, '，'],
    [/\[[\p{Script=Han}]{1,3}\]/gu, '，'],
    [/[“”"「」『』‘’]/g, ''],
    [/(?<!\d),|,(?!\d{3})/g, '，'],
    [/;/g, '；'],
    [/:(?!\/\/|\d\d)/g, '：'],
    [/\?/g, '？'],
    [/!/g, '！'],
    [/\(/g, '（'],
    [/\)/g, '）'],
    [/(?<!\d)\.|\.(?!\d)/g, '。'],
    [/(?:\.{2,}|…+|~+|～+)/g, '，'],
    [/[ \t\u3000\u00a0]+/g, ' '],
    [/(?<=\d[个家条项名人座处场件套辆])(?=\d{1,2}月|春节|国庆|元旦|年底|月底)/g, ' '],
    [/ (?=[，。；：！？、）\n]|$)|(?<=[，。；：！？、（\n]) |^ /gm, ''],
    [/(?<=第) ?(\d+) ?(?=[项条款])/g, '$1'],
    [/(?<=\d) (?=(?:多|余)?(?:[个家条项名人场所座套台辆件张户处次米亩吨元%万亿千百]|公里|平方|百分))/g, ''],
    [/(?<=[\d万千百十])(立方|平方)(?![米公里千分])/g, '$1米'],
    [/百分之?百(?!分)/g, '100%'],
  ]
  const folded = message.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )
  return joinFigures(steps.reduce((text, [pattern, by]) => text.replace(pattern, by), folded)).trim()
}

/** 商业 8条 → 商业8条: a name and its figure typed apart. */
const joinFigures = (text: string): string =>
  text.replace(
    /(?<=\p{Script=Han}) (?=[\d.]+[万亿千]*(?:[个家条名人场所座套台辆件张户处%米亩元]|公里|平方|[，。；！？ \n]|$))/gu,
    '',
  )

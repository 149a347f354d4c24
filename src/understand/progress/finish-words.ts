/** Words of ending something, after a day or before it, by what is ended. */
const ENDINGS = [
  // work as such
  '完成|办结|收官|收尾|收口|扫尾|销号|结束|搞定|没问题|问题不大|有把握|全部|做好|[攻拿签落评办批谈]下来',
  '(?:^|(?<![没未])\\p{Script=Han})完(?=$|[了吧，。；！])',
  // built and handed over
  '建成|完工|竣工|合龙|封顶|贯通|通车|交付|交工|验收|建好|全[上开通建签办完改装铺挂投]',
  // opened and in use
  '投用|投产|投运|开通|开业|开园|开馆|开航|开放|启用|运营|上线|首飞|投入(?:使用|运营|运行|生产)',
  // granted, chosen, put up
  '揭牌|挂牌|授牌|认定|批复|核准|评出|出名单',
  // signed, paid, come in
  '签完|签约|签下|签(?=$|了|，)|落地|到位|到账|拿下',
  // issued
  '印发|出台|发布|定稿|成稿',
  // a figure reached
  '达到|达标|突破|实现|超额|(?:超|破|到)(?=\\d|[一二三四五六七八九十两]{1,4}[个家条场])|能到|可到|能满|凑[够足满齐]|补齐|清零|齐|过半|见效',
] as const

export const ENDING = new RegExp(ENDINGS.join('|'), 'u')

/** The beginning of work. */
export const BEGINNING = /开工|动工|启动/

/** The shapes of a clause that obliges somebody to report. First match wins; groups `to` and `what`. */
export interface ReportForm {
  /** The phrases it reads. */
  readonly name: string
  readonly pattern: RegExp
  /** What is drawn up may be handed in by the next clause, which then is the duty. */
  readonly draws?: true
  /** Hands in what the clause before drew up. */
  readonly carries?: true
}

export const REPORT_FORMS: readonly ReportForm[] = [
  {
    name: 'to whom: 向市人大常委会专题汇报工作, 向牵头单位反馈落实情况',
    pattern:
      /(?:^|[^面对])向(?<to>[^，。；]{2,24}?)(?:专题|书面|及时|定期)?(?:汇报|报告|反馈|报送|提交)(?:一次)?(?<what>[^，。；]{0,60})/d,
  },
  {
    name: 'a thing to whom: 将工作方案报送办公室备案, 将完成情况于每年12月底前书面报省政府',
    pattern:
      /将(?<what>[^，。；]{2,40}?)(?:[于在][^，。；]{2,16}前)?(?:书面|统一|一并|及时|专)?(?:报送|上报|报|提交|反馈)(?:至|给|到)?(?<to>[^，。；（]{2,24}?)(?:备案|审议|审核|审定|审批|汇总)?(?:[，。；（]|$)/d,
  },
  {
    name: 'a thing drawn up for whom: 制订工作方案报领导小组办公室备案, 定期汇总上报市政府',
    pattern:
      /(?:制定|制订|形成|编制|汇总)(?!后)(?<what>[^，。；]{0,24}?)并?(?:报送|上报|报)(?<to>[^，。；]{2,20}?)(?:备案|审议|审核|审定|审批)?(?:[，。；]|$)/d,
  },
  {
    name: 'a thing, then to whom: 考核结果报市委, 进展情况按季报市政府, 进展情况于每月5日前报市民政局',
    pattern:
      /(?<what>[^，。；前]{0,12}(?:结果|情况|方案|名单|总结|报告|台账|问题|事项))(?:按[月季年]度?|及时|一并|定期|于[^，。；]{2,12}前)?(?:报送|上报|报告|报|反馈)(?:至|给)?(?<to>[省市区县国领][^，。；]{1,24}?)(?:备案|审议|审核|审定|审批)?[，。；]?$/d,
  },
  {
    name: 'handed on: 报送市人大常委会审议, 及时报告市政府, 汇总后报市政府（联系人：…）',
    pattern:
      /(?:^|[前日底后]|^并|及时|一并|统一)(?:报送|上报|报告|报|提交|送(?=[^，。；]{2,20}(?:备案|审[核定议]|汇总)))(?<to>(?:[省市区县国]|领导小组|督查|办公室|各)[^，。；（]{1,30}?)(?:备案|审议|审核|审定|审批|研究)?(?:（|[，。；]?$)/d,
    carries: true,
  },
  {
    name: 'what: 报送半年工作小结, 提交工作总结, 填报进展情况',
    pattern:
      /(?:报送|上报|提交|填报)(?<what>(?!的|、|渠道|制度|机制|工作(?:[，。；、]|$))[^，。；]{2,40}?)(?:[，。；]|$)/d,
  },
  {
    name: 'told last: 落实情况要及时上报',
    pattern:
      /(?<what>[^，。；]{2,20}(?:情况|总结|问题))[要须应]?(?:及时|定期|按时|适时)(?:上报|报送|报告)[，。；]?$/d,
  },
  {
    name: 'drawn up: 形成年度工作总结, 做好议案办理工作总结',
    pattern: /(?:形成|做好|撰写|完成)(?<what>[^，。；]{0,30}(?:总结|报告)(?:材料)?)(?:[，。；]|$)/d,
    draws: true,
  },
]

/** Not reports of those who carry out the plan: 听取汇报, 收集反馈, 信息报送制度, 数据上报系统, 企业可提交材料. */
export const NO_REPORT =
  /听取|接受[^，]{0,20}汇报|检查[^，]{0,20}报告|(?:报送|上报|提交|汇报|报告)(?:渠道|制度|机制|系统|平台|会)|(?:企业|群众|公众|市场主体)[^，]{0,6}(?:反馈|提交|报送|上报)|报告中|可[^，]{0,16}(?:报送|提交|报告|反馈)/

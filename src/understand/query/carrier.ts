/** Who does a thing that the documents may not speak of, or what sort of body does it. */
export interface CarrierAsked {
  readonly act?: string
  readonly sort?: string
}

/** 谁设计的, 由哪家公司承建, 中标单位是谁: trades. */
const ACT =
  /(?:谁|哪(?:个|家)(?:公司|企业|厂家|厂商|机构|施工队)?)(?:来|去|家)?(?<act>设计|施工|承建|承包|起草|撰写|执笔|批准|签发|审定|提议|发起|提出|提(?=的|了)|写(?=的)|监理|中标|出资|投资|赞助|供货|验收|审批)|(?<office>中标|承建|施工|监理|设计|承包|供应|运营)(?:单位|公司|企业|商|方)[是叫有]?(?:谁|哪|什么|啥)/
/** 由哪家银行放贷, 哪所大学牵头: a sort of body, where 单位 and 部门 are any. */
const SORT =
  /哪(?:几|一)?(?:家|个|所|些)(?<sort>银行|保险公司|公司|企业|医院|学校|高校|大学|厂家|运营商|协会|商会|集团|机构)(?!的)/

export function carrierAsked(text: string): CarrierAsked {
  const said = ACT.exec(text)?.groups
  const act = said?.act ?? said?.office
  const sort = SORT.exec(text)?.groups?.sort
  return { ...(act === undefined ? {} : { act }), ...(sort === undefined ? {} : { sort }) }
}

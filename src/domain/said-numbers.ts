const NUMBER =
  /(?<![\d.第年月-])\d+(?:\.\d+)?(?:百|千|万|亿)*(?:平方米|立方米|公里|千米|[吨米亩元个家条项座处套台辆场次名户件])(?![月年日号])/g

/** Numbers with a unit that words tell (60个, 60000米); shares, dates and numbers of tasks aside. */
export const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? []

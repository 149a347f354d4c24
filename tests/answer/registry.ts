/** The units of the invented city. */
const department = (short: string, more: object = {}) => ({
  name: short.replace(/^市/, '云川市'),
  short,
  aliases: [] as string[],
  kind: 'department' as const,
  ...more,
})

export const REGISTRY = {
  place: '云川市',
  units: [
    ...['市发改委', '市财政局', '市交通运输局', '市农业农村局', '市商务局', '市数据局'].map((short) =>
      department(short),
    ),
    department('市经信局', { aliases: ['经信局'] }),
    department('市大数据局', { successor: { name: '云川市数据局', on: '2024-06-01', certainty: 'certain' } }),
    ...['江北区人民政府', '临港区人民政府', '望川区人民政府'].map((short) =>
      department(short, { name: `云川市${short}`, kind: 'district' }),
    ),
  ],
  groups: [
    {
      name: '各区人民政府',
      short: '各区人民政府',
      aliases: [],
      members: ['云川市江北区人民政府', '云川市临港区人民政府', '云川市望川区人民政府'],
      kinds: [],
      certainty: 'certain',
    },
  ],
}

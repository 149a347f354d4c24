import { descendants, type Markup, words } from './markup.ts'

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'select',
  'button',
  'input',
  'textarea',
])
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}/i

/** True for what a browser would not show: scripts, hidden elements, words pushed off the page. */
export function isHidden(node: Markup): boolean {
  if (NEVER_SHOWN.has(node.tag)) return true
  const { style = '', hidden } = node.attributes
  return hidden !== undefined || HIDING.test(style)
}

const FURNITURE_TAGS = new Set(['nav', 'aside', 'form'])
const FURNITURE_NAMES =
  /(?:^|[\s_-])(nav|navbar|menu|breadcrumb|crumbs?|footer|foot|sidebar|share|toolbar|copyright|pagination|position|topbar|searchbar|search)(?:$|[\s_-])/i
/** Words of links above this share make a block a menu. */
const LINK_SHARE = 0.6
const MENU_LINKS = 4

/** Menus, crumbs, share bars and feet of a site: told by tag, by name, or by being links all over. */
export function isBoilerplate(node: Markup): boolean {
  if (FURNITURE_TAGS.has(node.tag)) return true
  if (['html', 'body', 'table', 'tbody', 'tr', 'td', 'p', 'a', 'span'].includes(node.tag)) return false
  const text = words(node).replace(/\s/g, '').length
  if (text === 0) return false
  const names = `${node.attributes.class ?? ''} ${node.attributes.id ?? ''}`
  if ((FURNITURE_NAMES.test(names) || node.tag === 'footer') && text < 600) return true
  return isMenu(node, text)
}

function isMenu(node: Markup, text: number): boolean {
  if (text > 4000) return false
  const links = descendants(node, 'a')
  const linked = links.reduce((sum, a) => sum + words(a).replace(/\s/g, '').length, 0)
  return links.length >= MENU_LINKS && linked / text > LINK_SHARE
}

/** The first JSON object in a model's words, fences and chatter around it dropped; null when there is none. */
export function findJson(text: string): unknown {
  const start = text.indexOf('{')
  if (start < 0) return null
  for (let end = text.lastIndexOf('}'); end > start; end = text.lastIndexOf('}', end - 1)) {
    const value = parse(text.slice(start, end + 1))
    if (value !== undefined) return value
  }
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not whole yet: a shorter piece may be
  }
}

// Files into the chat: by the paper clip, dropped on the talk, or pasted.
const clip = document.getElementById('clip')
const picker = document.getElementById('file')
const talk = document.querySelector('.talk')
const words = document.getElementById('text')
const MOST_BYTES = 50_000_000

if (clip) {
  clip.hidden = false
  clip.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    sendAll([...picker.files])
    picker.value = ''
  })
  words.addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    sendAll(files)
  })
  for (const kind of ['dragenter', 'dragover']) talk.addEventListener(kind, (event) => over(event, true))
  for (const kind of ['dragleave', 'drop']) talk.addEventListener(kind, (event) => over(event, false))
  talk.addEventListener('drop', (event) => sendAll([...event.dataTransfer.files]))
}

function over(event, inside) {
  if (!event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  talk.classList.toggle('dropping', inside)
}

// One after the other; what was typed goes along with the first.
async function sendAll(files) {
  clip.classList.add('busy')
  for (const file of files) await sendOne(file)
  clip.classList.remove('busy')
}

async function sendOne(file) {
  if (file.size > MOST_BYTES) return note('文件超过 50 MB，没有发出去。请拆开后再发。')
  const text = words.value.trim()
  try {
    const answer = await fetch(`/chat/files?${addressOf(file, text)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'hx-request': 'true' },
      body: file,
    })
    if (!answer.ok) return note(await wordsOf(answer))
    if (text !== '') {
      words.value = ''
      words.dispatchEvent(new Event('input'))
    }
    document.getElementById('starters')?.remove()
    for (const ms of [0, 200, 500]) setTimeout(() => htmx.trigger('#poll', 'soon'), ms)
  } catch {
    note('没有发出去：连不上服务。请检查网络后再发。')
  }
}

function addressOf(file, text) {
  const fields = new FormData(document.getElementById('composer'))
  return new URLSearchParams({
    as: fields.get('as'),
    in: fields.get('in'),
    mention: fields.get('mention') ?? '',
    name: file.name,
    text,
  })
}

async function wordsOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector('.toast')?.textContent ?? '文件没有发出去，请稍后再试。'
}

function note(text) {
  const toast = document.createElement('div')
  toast.className = 'toast toast-error'
  toast.setAttribute('role', 'status')
  toast.textContent = text
  document.getElementById('toasts').append(toast)
}

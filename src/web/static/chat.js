// The chat page: sending, staying at the newest message, toasts, questions before an action.
const scroll = document.getElementById('scroll')
const composer = document.getElementById('composer')
const text = document.getElementById('text')
const poll = document.getElementById('poll')
const toasts = document.getElementById('toasts')
const TOAST_MS = 3500

const nearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 160
// To the newest message; of one taller than the screen, to its beginning.
const toEnd = () => {
  const newest = document.getElementById('messages').lastElementChild
  const end = scroll.scrollHeight - scroll.clientHeight
  const start = newest ? newest.offsetTop - scroll.offsetTop - 12 : end
  scroll.scrollTop = Math.min(end, start)
}

let following = true
if (scroll) {
  toEnd()
  scroll.addEventListener('scroll', () => {
    following = nearEnd()
  })
  // New messages, and charts that grow after they came, keep the end in sight of those who are there.
  new ResizeObserver(() => following && toEnd()).observe(document.getElementById('messages'))
}

if (composer) {
  text.addEventListener('input', grow)
  text.addEventListener('keydown', (event) => {
    // Enter that ends an input method's composition sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    if (text.value.trim() !== '') composer.requestSubmit()
  })
  composer.addEventListener('htmx:finally:request', (event) => {
    const status = event.detail.ctx.response?.status ?? 0
    if (status === 0) return toast('error', '没有发出去：连不上服务。请检查网络后再发。')
    if (status >= 400) return
    text.value = ''
    grow()
    following = true
    toEnd()
    text.focus()
    lookSoon()
  })
}

function grow() {
  text.style.height = 'auto'
  text.style.height = `${Math.min(text.scrollHeight, 140)}px`
}

// The answer is usually there in a moment: look sooner than the next regular look.
function lookSoon() {
  for (const ms of [120, 300, 600]) setTimeout(() => htmx.trigger(poll, 'soon'), ms)
}

document.body.addEventListener('htmx:finally:request', (event) => {
  const source = event.detail.ctx.sourceElement
  const status = event.detail.ctx.response?.status ?? 0
  if (source !== poll && status > 0 && status < 400) document.getElementById('starters')?.remove()
  if (source === poll) document.body.classList.toggle('offline', status === 0)
  else if (source !== composer) lookSoon()
})

function toast(type, words) {
  const note = document.createElement('div')
  note.className = `toast toast-${type}`
  note.setAttribute('role', 'status')
  note.textContent = words
  toasts.append(note)
}

new MutationObserver((changes) => {
  for (const added of changes.flatMap((c) => [...c.addedNodes])) setTimeout(() => added.remove(), TOAST_MS)
}).observe(toasts, { childList: true })

const dialog = document.getElementById('confirm')
document.body.addEventListener('htmx:confirm', (event) => {
  const { ctx, issueRequest, dropRequest } = event.detail
  if (!ctx.confirm) return
  event.preventDefault()
  dialog.querySelector('p').textContent = ctx.confirm
  dialog.returnValue = 'no'
  dialog.onclose = () => (dialog.returnValue === 'yes' ? issueRequest() : dropRequest())
  dialog.showModal()
})
for (const button of dialog.querySelectorAll('button')) {
  button.addEventListener('click', () => dialog.close(button.value))
}

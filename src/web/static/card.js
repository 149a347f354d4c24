// What a card does by itself: charts are drawn, long tables are turned page by page.
const LIBRARY = new URL('vchart.js', document.currentScript.src).href
let loading = null

// The chart library is large: it is fetched when the first chart appears.
function chartLibrary() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = LIBRARY
    script.onload = () => resolve(window.VChart.VChart)
    script.onerror = reject
    document.head.append(script)
  })
  return loading
}

async function drawChart(box) {
  box.dataset.drawn = 'yes'
  try {
    const VChart = await chartLibrary()
    const spec = { background: 'transparent', ...JSON.parse(box.dataset.chart) }
    await new VChart(spec, { dom: box, animation: false }).renderAsync()
    box.classList.add('drawn')
  } catch (error) {
    box.classList.add('failed')
    box.textContent = '图表没有画出来，数字见上下文。'
    console.error(error)
  }
}

function turnPages(box) {
  box.dataset.paged = 'yes'
  const rows = [...box.querySelectorAll('tbody tr')]
  const size = Number(box.dataset.pageSize)
  const pages = Math.ceil(rows.length / size)
  if (pages < 2) return
  const bar = document.createElement('div')
  bar.className = 'table-pager'
  const back = pagerButton('‹', '上一页')
  const label = document.createElement('span')
  const on = pagerButton('›', '下一页')
  bar.append(back, label, on)
  box.append(bar)
  let page = 0
  const show = (to) => {
    page = to
    rows.forEach((row, i) => {
      row.hidden = Math.floor(i / size) !== page
    })
    label.textContent = `${page + 1} / ${pages}`
    back.disabled = page === 0
    on.disabled = page === pages - 1
  }
  back.addEventListener('click', () => show(page - 1))
  on.addEventListener('click', () => show(page + 1))
  show(0)
}

function pagerButton(words, name) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words
  button.setAttribute('aria-label', name)
  return button
}

function enliven() {
  for (const box of document.querySelectorAll('[data-chart]:not([data-drawn])')) drawChart(box)
  for (const box of document.querySelectorAll('.card-table:not([data-paged])')) turnPages(box)
}

document.addEventListener('htmx:after:swap', enliven)
enliven()

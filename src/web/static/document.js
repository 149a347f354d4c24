// Shows the clause a citation points at, also where the address was shared without its #hit.
const hit = document.getElementById('hit')
if (hit && location.hash !== '#hit') hit.scrollIntoView({ block: 'center' })

// A phone has no room for an open table of contents.
const contents = document.querySelector('.contents details')
if (contents && matchMedia('(max-width: 899px)').matches) contents.open = false

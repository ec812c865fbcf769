const SAID_FOR_MS = 2_000

/** Gives every block of code a button that copies it. */
export function offerCopying(): void {
  if (!navigator.clipboard) return
  for (const [index, block] of document.querySelectorAll('figure.code').entries()) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    const said = document.createElement('span')
    said.setAttribute('aria-live', 'polite')
    said.textContent = 'Copy'
    const which = document.createElement('span')
    which.className = 'hidden'
    which.textContent = ` code block ${index + 1}`
    button.append(said, which)
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '')
      said.textContent = 'Copied'
      setTimeout(() => {
        said.textContent = 'Copy'
      }, SAID_FOR_MS)
    })
    block.append(button)
  }
}

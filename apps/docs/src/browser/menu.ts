/** The navigation of narrow screens is shown by its address, `#menu`, and works without this; Escape closes it too. */
export function closeMenuByEscape(): void {
  const opener = document.querySelector<HTMLAnchorElement>('.menu-link')
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || location.hash !== '#menu') return
    location.replace('#main')
    opener?.focus()
  })
}

/** Scrolls a row of links sideways so that the current one stands within it. For the `ref` of one that is positioned. */
export function showCurrent(nav: HTMLElement | null): void {
  const link = nav?.querySelector<HTMLElement>('[aria-current=page]')
  if (nav && link) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2
}

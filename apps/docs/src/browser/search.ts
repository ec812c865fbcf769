import MiniSearch, { type SearchResult } from 'minisearch'
import { SEARCH } from '../site/search-options.ts'

const MOST_SHOWN = 8

/**
 * Search as a combobox (ARIA APG): `/` goes there, the arrows choose, Enter opens, Escape closes and then empties. The
 * index is fetched when somebody first goes there.
 */
export function offerSearch(address: string): void {
  const box = document.querySelector<HTMLElement>('.search')
  const input = box?.querySelector('input')
  const list = box?.querySelector<HTMLElement>('[role=listbox]')
  const status = box?.querySelector('[role=status]')
  if (!box || !input || !list || !status) return
  box.hidden = false

  let index: Promise<MiniSearch> | undefined
  let options: readonly HTMLAnchorElement[] = []
  let at = 0

  const load = () => {
    index ??= fetch(address)
      .then((answer) => answer.text())
      .then((json) => MiniSearch.loadJSON(json, SEARCH))
      .catch((problem: unknown) => {
        index = undefined // the next word tries again
        throw problem
      })
    return index
  }
  const mark = (to: number) => {
    at = options.length === 0 ? 0 : (to + options.length) % options.length
    for (const [position, option] of options.entries())
      option.setAttribute('aria-selected', String(position === at))
    const marked = options[at]
    if (marked && !list.hidden) input.setAttribute('aria-activedescendant', marked.id)
    else input.removeAttribute('aria-activedescendant')
    marked?.scrollIntoView({ block: 'nearest' })
  }
  const show = (open: boolean) => {
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    mark(0)
  }
  const find = async () => {
    const wanted = input.value.trim()
    if (wanted === '') {
      status.textContent = ''
      return show(false)
    }
    const found = await load().then(
      (loaded) => loaded.search(wanted).slice(0, MOST_SHOWN),
      () => null,
    )
    if (input.value.trim() !== wanted) return
    options = (found ?? []).map(optionOf)
    list.replaceChildren(...(options.length > 0 ? options : [nothing(found === null, wanted)]))
    status.textContent =
      found === null ? 'The search cannot be loaded.' : `${options.length} found for “${wanted}”.`
    show(true)
  }

  input.addEventListener('focus', () => void load().catch(() => undefined))
  input.addEventListener('input', () => void find())
  input.addEventListener('keydown', async (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) await find()
      else mark(at + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (list.hidden || options.length === 0) await find()
      options[at]?.click()
      show(false)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (list.hidden) input.value = ''
      else show(false)
    }
  })
  box.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) show(false)
  })
  // The list keeps the focus in the field, so that a press on an option is not the end of the list.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', () => show(false))
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    input.focus()
    input.select()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function optionOf(found: SearchResult, index: number): HTMLAnchorElement {
  const option = document.createElement('a')
  option.href = String(found.id)
  option.id = `found-${index}`
  option.tabIndex = -1
  option.setAttribute('role', 'option')
  for (const [kind, text] of [
    ['title', found.title],
    ['page', found.title === found.page ? '' : found.page],
    ['about', found.about],
  ]) {
    if (!text) continue
    const part = document.createElement('span')
    part.className = String(kind)
    part.textContent = String(text)
    option.append(part, ' ')
  }
  return option
}

function nothing(broken: boolean, wanted: string): HTMLElement {
  const said = document.createElement('div')
  said.className = 'nothing'
  said.setAttribute('role', 'option')
  said.setAttribute('aria-disabled', 'true')
  said.setAttribute('aria-selected', 'false')
  said.textContent = broken
    ? 'The search cannot be loaded. Load the page again.'
    : `Nothing here speaks of “${wanted}”.`
  return said
}

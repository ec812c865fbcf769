import { chooseAppearance } from './appearance.ts'
import { offerCopying } from './copy.ts'
import { closeMenuByEscape } from './menu.ts'
import { offerSearch } from './search.ts'

// Runs before the page is drawn, so that a chosen scheme never flashes the other one.
chooseAppearance()
const index = document.currentScript?.dataset.index ?? ''
document.addEventListener('DOMContentLoaded', () => {
  offerSearch(index)
  offerCopying()
  closeMenuByEscape()
})

// Runs before the first paint, so that a chosen scheme never flashes the other one. Kept outside the bundle
// because the content security policy allows no inline script. `src/theme/appearance.ts` writes the key.
try {
  const chosen = localStorage.getItem('roster.appearance')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.appearance = chosen
} catch {
  // Storage is blocked: follow the system.
}

/** Shows the scheme that was chosen in the dashboard; without a choice the system's. */
export function chooseAppearance(): void {
  try {
    const chosen = localStorage.getItem('roster.appearance')
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.appearance = chosen
  } catch {
    // Storage is blocked: follow the system.
  }
}

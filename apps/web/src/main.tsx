import './theme/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { refusalOf } from './api/refusal.ts'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root, {
  // A refusal is an answer, and its page is shown; only what nobody expected belongs in the console.
  onCaughtError: (error) => {
    if (!refusalOf(error)) reportError(error)
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import { BareFrame } from './frame/bare-frame.tsx'

/** The whole product in the browser: the router goes here. */
export function App() {
  return <BareFrame title="Roster">Who is in your organization, and what they may do.</BareFrame>
}

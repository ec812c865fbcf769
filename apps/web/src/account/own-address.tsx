/** Tells a password manager, and nobody else, whose password a form asks for. */
export function OwnAddress({ email }: { email: string }) {
  return <input type="text" hidden readOnly autoComplete="username" value={email} />
}

/** The server does not take a picture; the message is its sentence. */
export class NotTaken extends Error {}

const CANNOT_BE_REACHED =
  'Roster cannot be reached at the moment. Nothing was changed. Check the connection and try again.'

/** Hands a picture to the server's own door for them. Throws `NotTaken` with the sentence to show. */
export async function sendPicture(file: Blob): Promise<void> {
  const image = await base64(file)
  const answer = await fetch('/avatars', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ image }),
  }).catch(() => null)
  if (answer?.ok) return
  const said: unknown = await answer?.json().catch(() => null)
  throw new NotTaken(messageIn(said) ?? CANNOT_BE_REACHED)
}

function messageIn(said: unknown): string | null {
  if (typeof said !== 'object' || said === null || !('message' in said)) return null
  return typeof said.message === 'string' ? said.message : null
}

/** The browser's own encoder: what follows the comma of a data: URL. */
function base64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(new NotTaken('This file cannot be read. Choose another one.'))
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.readAsDataURL(file)
  })
}

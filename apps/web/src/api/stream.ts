type Listener = {
  /** Called with each thing the server tells. */
  onData: (data: unknown) => void
  /** Called when the stream is over and does not come back by itself: what the next call says is why. */
  onLost: () => void
}

/**
 * Listens to a subscription over the event stream of tRPC until the returned function is called. The browser takes a
 * broken stream up again; one that fell silent for longer than the server allows is opened anew.
 */
export function listen(path: string, input: object, { onData, onLost }: Listener): () => void {
  let source: EventSource | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let patience: number | undefined

  function heard(): void {
    clearTimeout(silence)
    if (patience !== undefined) silence = setTimeout(open, patience)
  }
  function close(): void {
    clearTimeout(silence)
    source?.close()
  }
  function lose(): void {
    close()
    onLost()
  }
  function open(): void {
    close()
    source = new EventSource(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
    source.addEventListener('connected', ({ data }) => {
      patience = JSON.parse(data).reconnectAfterInactivityMs
      heard()
    })
    source.addEventListener('ping', heard)
    source.addEventListener('message', ({ data }) => {
      heard()
      onData(JSON.parse(data))
    })
    source.addEventListener('return', close)
    source.addEventListener('serialized-error', ({ data }) => {
      // What failed on the server's side may work the next time; a refusal stays one.
      if (JSON.parse(data).data?.httpStatus < INTERNAL_ERROR) lose()
    })
    source.addEventListener('error', ({ target }) => {
      if (target instanceof EventSource && target.readyState === EventSource.CLOSED) lose()
    })
  }

  open()
  return close
}

const INTERNAL_ERROR = 500

import { useRef } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { useAvatar } from './use-avatar.ts'

type PictureProps = { me: { id: string; name: string; avatar: string | null } }

/** One's picture, shown beside one's name wherever people are listed; without one, initials stand there (D4). */
export function Picture({ me: { id, name, avatar } }: PictureProps) {
  const input = useRef<HTMLInputElement>(null)
  const { upload, remove, pending, refused } = useAvatar()
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar id={id} name={name} photo={avatar} size="large" />
        <div className="min-w-0 flex-1 basis-48 text-sm">
          <p className="font-medium">Picture</p>
          <p className="text-ink-muted">JPEG, PNG or WebP, up to 5 MB. It is cut to a square.</p>
        </div>
        <div className="flex gap-2">
          {avatar !== null && (
            <Button
              variant="quiet"
              onClick={remove}
              disabledReason={pending ? 'Wait for the answer.' : undefined}
            >
              Remove picture
            </Button>
          )}
          <Button pending={pending} onClick={() => input.current?.click()}>
            {avatar === null ? 'Upload picture' : 'Change picture'}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label="Picture file"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) upload(file)
            // The same file again is a change as well.
            target.value = ''
          }}
        />
      </div>
      {refused && (
        <Callout meaning="danger" announced>
          {refused}
        </Callout>
      )}
    </div>
  )
}

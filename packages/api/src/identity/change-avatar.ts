import { type Instant, Refusal, type UserId } from '@roster/domain'
import { z } from 'zod'
import { profileChanged } from '../members/listing.ts'
import type { Call, Deps } from '../platform/call.ts'
import { UNCHANGED } from '../platform/command.ts'
import { executeOpen, nothingToPrepare, type OpenContext, openCommand } from '../platform/open-command.ts'
import { pictureAt } from '../platform/people.ts'
import { keepPicture, pictureWith } from './avatar-store.ts'
import { limitPictures } from './limits.ts'
import { MOST_PICTURE_BYTES, type Picture, pictureOf } from './picture.ts'
import { ownAccount } from './store.ts'

/** A file in base64 is a third longer. */
const MOST_CHARACTERS = Math.ceil(MOST_PICTURE_BYTES / 3) * 4

/**
 * Puts a picture beside the caller's name, wherever people are listed (D4). Refuses with `image-refused`, `busy` and
 * `too-many-attempts`.
 */
const changeAvatar = openCommand({
  opensTo: 'signed-in',
  records: 'identity.avatar-changed',
  input: z.strictObject({ image: z.string() }),
  async prepare(call, { image }) {
    if (call.actor) await limitPictures(call, call.actor.id)
    return pictureOf(fileIn(image))
  },
  run: ({ tx, actor, now }, _, picture) => change({ tx, actor, now }, picture),
})

/** Takes the caller's picture away: their initials stand for them again. */
export const removeAvatar = openCommand({
  opensTo: 'signed-in',
  records: 'identity.avatar-changed',
  input: z.strictObject({}),
  prepare: nothingToPrepare,
  run: (context) => change(context, null),
})

/** What the door for pictures hands on: a call takes more than tRPC's door lets through. */
export async function uploadAvatar(call: Call, body: unknown): Promise<{ readonly avatar: string | null }> {
  const input = changeAvatar.input.safeParse(body)
  if (!input.success) throw new Refusal('invalid-input', { field: 'image', reason: 'send a file in base64' })
  const { result } = await executeOpen(changeAvatar, call, input.data)
  return result
}

/** The image with this hash, or null. */
export function avatarImage(deps: Pick<Deps, 'reader'>, hash: string): Promise<Uint8Array | null> {
  return pictureWith(deps.reader, hash)
}

async function change(
  { tx, actor, now }: Pick<OpenContext<'signed-in'>, 'tx' | 'actor'> & { now: Instant },
  picture: Picture | null,
) {
  const { id, avatar } = await ownAccount(tx, actor)
  const result = { avatar: pictureAt(picture?.hash ?? null) }
  if (avatar === (picture?.hash ?? null)) return { result, audit: UNCHANGED } as const
  await keepPicture(tx, id, picture, now)
  return {
    result,
    audit: { target: { kind: 'user', id } as const, facts: { removed: picture === null } },
    people: [id] as readonly UserId[],
    shownIn: await profileChanged(tx, id),
  }
}

function fileIn(base64: string): Uint8Array {
  if (base64.length > MOST_CHARACTERS) {
    throw new Refusal('image-refused', { field: 'image', reason: 'it is larger than 5 MB' })
  }
  return Buffer.from(base64, 'base64')
}

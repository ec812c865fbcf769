import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { trail } from '../invitations/testing.ts'
import { INSTANCE_CHAIN } from '../platform/audit.ts'
import { contextFor } from '../testing/call.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { avatarImage, uploadAvatar } from './change-avatar.ts'
import { eraseAccount } from './erase.ts'
import { MOST_PICTURE_BYTES } from './picture.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const drawn = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
const upload = (file: Uint8Array | string, part: 'member' | 'anonymous' = 'member') =>
  uploadAvatar(contextFor(home, part === 'anonymous' ? null : home.people[part].id), {
    image: Buffer.from(file).toString('base64'),
  })
const hashIn = (path: string | null) => path?.match(/^\/avatars\/([0-9a-f]{64})\.webp$/)?.[1] ?? 'none'

test.each(['jpeg', 'png', 'webp'] as const)(
  'D4 a picture in %s is cut to a square, re-encoded and shown',
  async (format) => {
    const withPlace = drawn().withExif({ IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    const { avatar } = await upload(await withPlace.toFormat(format).toBuffer())
    const image = await avatarImage(home.deps, hashIn(avatar))
    const { format: kept, width, height, exif } = await sharp(image ?? new Uint8Array()).metadata()
    expect({ kept, width, height, exif }).toEqual({ kept: 'webp', width: 256, height: 256, exif: undefined })

    const { items } = await home
      .as('owner')
      .members.list({ organization: 'acme', search: 'member@acme.test' })
    expect(items.map((one) => one.avatar)).toContain(avatar)
    expect((await home.as('member').identity.me({}))?.avatar).toBe(avatar)
    expect((await trail(home, INSTANCE_CHAIN)).at(-1)).toMatchObject({
      action: 'identity.avatar-changed',
      facts: { removed: false },
    })
  },
)

test('D4 a picture that was removed leaves the initials, and its address leads nowhere', async () => {
  const { avatar } = await upload(await drawn().png().toBuffer())
  await home.as('member').identity.removeAvatar({})
  expect((await home.as('member').identity.me({}))?.avatar).toBeNull()
  const { items } = await home.as('owner').members.list({ organization: 'acme' })
  expect(items.map((one) => one.avatar)).toEqual([null, null, null, null, null])
  expect(await avatarImage(home.deps, hashIn(avatar))).toBeNull()
})

test('a deleted account leaves no picture', async () => {
  const { avatar } = await upload(await drawn().png().toBuffer())
  await home.deps.writer.run((tx) => eraseAccount(tx, home.people.member.id, home.now()))
  expect(await avatarImage(home.deps, hashIn(avatar))).toBeNull()
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
/** An APNG as to its chunks: still, but it says that it moves. */
async function movingPng(): Promise<Uint8Array> {
  const still = await drawn(8, 8).png().toBuffer()
  return Buffer.concat([
    still.subarray(0, 33),
    Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0????', 'latin1'),
    still.subarray(33),
  ])
}
async function movingWebp(): Promise<Uint8Array> {
  const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 1), Buffer.alloc(8 * 8 * 3, 200)])
  const raw = { width: 8, height: 16, channels: 3, pageHeight: 8 } as const
  return sharp(frames, { raw })
    .webp({ loop: 0, delay: [10, 10], lossless: true })
    .toBuffer()
}

test.each<[string, () => Promise<Uint8Array | string>, RegExp]>([
  ['an SVG', async () => SVG, /JPEG, PNG or WebP/],
  ['an SVG behind an XML declaration', async () => `<?xml version="1.0"?>${SVG}`, /JPEG, PNG or WebP/],
  ['a GIF', () => drawn(8, 8).gif().toBuffer(), /JPEG, PNG or WebP/],
  ['a TIFF', () => drawn(8, 8).tiff().toBuffer(), /JPEG, PNG or WebP/],
  ['nothing', async () => '', /JPEG, PNG or WebP/],
  ['an animated PNG', movingPng, /moves/],
  ['an animated WebP', movingWebp, /moves/],
  [
    'a damaged JPEG',
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(64, 7)]),
    /damaged/,
  ],
  ['a cut-off PNG', async () => (await drawn().png().toBuffer()).subarray(0, 200), /damaged/],
  ['a bomb of pixels', () => drawn(16_000, 4_000).png({ compressionLevel: 9 }).toBuffer(), /too large/],
  ['a file beyond 5 MB', async () => Buffer.alloc(MOST_PICTURE_BYTES + 1, 0xff), /5 MB/],
])('A57 %s is refused, and nothing changes', async (_, file, reason) => {
  const before = await contents(home.deps)
  const refusal = await refused(upload(await file()))
  expect(refusal.code).toBe('image-refused')
  expect(refusal.message).toMatch(reason)
  expect(await contents(home.deps)).toBe(before)
})

test('only somebody signed in hands over a picture, and not again and again', async () => {
  const file = await drawn(8, 8).png().toBuffer()
  expect((await refused(upload(file, 'anonymous'))).code).toBe('not-signed-in')
  for (let time = 0; time < 20; time += 1) await upload(file)
  expect((await refused(upload(file))).code).toBe('too-many-attempts')
})

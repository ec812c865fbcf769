import { running } from '@roster/server/src/testing/running.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { cli } from './cli.ts'
import type { Door } from './door.ts'
import { hasPython, python } from './python.ts'
import { rest } from './rest.ts'
import { sdk } from './sdk.ts'
import { tell } from './story.ts'
import { town } from './town.ts'
import { trpc } from './trpc.ts'

type Told = Awaited<ReturnType<typeof tell>>

/** The story at a door, with a server and an organization of its own. */
async function told(door: Door): Promise<Told> {
  const server = await running({ ROSTER_TRUST_PROXY: 'true' })
  try {
    return await tell(door, await town(server))
  } finally {
    await server.stop()
  }
}

describe('T4 every door gives the same results, refusals and audit entries', () => {
  let pages: Told
  beforeAll(async () => {
    pages = await told(trpc)
  })

  test('the story is one of results and of refusals', () => {
    expect(
      pages.steps.map(({ step, answer, refused }) => `${step} → ${refused ?? JSON.stringify(answer)}`),
    ).toMatchInlineSnapshot(`
      [
        "owner: T1 C7 lists the members → [{"email":"ada@acme.test","role":"owner"},{"email":"admin@acme.test","role":"admin"},{"email":"member@acme.test","role":"member"}]",
        "owner: T16 T17 invites many, with a result for each → [{"recipient":"new@acme.test","outcome":"sent"},{"recipient":"other@acme.test","outcome":"sent"},{"recipient":"admin@acme.test","outcome":"already-member"},{"recipient":"not an address","outcome":"invalid-email"}]",
        "owner: C13 invites one with the default role → [{"recipient":"plain@acme.test","outcome":"sent"}]",
        "owner: C12 lists what is open → [{"email":"plain@acme.test","role":"member","status":"pending"},{"email":"other@acme.test","role":"viewer","status":"pending"},{"email":"new@acme.test","role":"viewer","status":"pending"}]",
        "admin: D29 may not invite an owner → beyond-your-own",
        "member: T3 may not invite → not-permitted",
        "admin: C15 resends → "done"",
        "admin: T26 C15 revokes → "done"",
        "owner: T23 the revoked one is not open any more → [{"email":"new@acme.test","role":"viewer","status":"pending"},{"email":"plain@acme.test","role":"member","status":"pending"}]",
        "owner: C8 changes a role → "done"",
        "admin: may not touch an owner → beyond-your-own",
        "owner: D13 the last owner stays → last-owner",
        "owner: C3 C9 gives a role in a project → "done"",
        "owner: C7 lists who is in the project → [{"email":"member@acme.test","role":"editor"}]",
        "owner: D12 owners are not removed → not-yourself",
        "owner: C11 removes a member → "done"",
        "owner: C11 who was removed is in no list any more → [[{"email":"ada@acme.test","role":"owner"},{"email":"admin@acme.test","role":"admin"}],[]]",
        "member: A22 whoever was removed finds nothing → not-found",
      ]
    `)
    expect(pages.trail.map((entry) => JSON.stringify(entry))).toMatchInlineSnapshot(`
      [
        "{"action":"invitation.sent","actor":"ada@acme.test","target":{"kind":"invitation","label":"new@acme.test"},"facts":{"expiresAt":"a moment","generation":1,"role":"Viewer"}}",
        "{"action":"invitation.sent","actor":"ada@acme.test","target":{"kind":"invitation","label":"other@acme.test"},"facts":{"expiresAt":"a moment","generation":1,"role":"Viewer"}}",
        "{"action":"invitation.sent","actor":"ada@acme.test","target":{"kind":"invitation","label":"plain@acme.test"},"facts":{"expiresAt":"a moment","generation":1,"role":"Member"}}",
        "{"action":"invitation.resent","actor":"admin@acme.test","target":{"kind":"invitation","label":"new@acme.test"},"facts":{"expiresAt":"a moment","generation":2}}",
        "{"action":"invitation.revoked","actor":"admin@acme.test","target":{"kind":"invitation","label":"other@acme.test"},"facts":{"generation":1}}",
        "{"action":"member.role-changed","actor":"ada@acme.test","target":{"kind":"user","label":"The member"},"facts":{"from_name":"Member","from_role":"Member","member":"The member","to_name":"Viewer","to_role":"Viewer"}}",
        "{"action":"assignment.given","actor":"ada@acme.test","target":{"kind":"user","label":"The member"},"facts":{"assignment":"a asg","expires_at":null,"member":"The member","project":"Site","role":"Editor","role_name":"Editor"}}",
        "{"action":"member.removed","actor":"ada@acme.test","target":{"kind":"user","label":"The member"},"facts":{"member":"The member","role":"Viewer","role_name":"Viewer"}}",
      ]
    `)
  })

  test.each([rest, sdk, cli, ...(hasPython() ? [python] : [])])('by $name', async (door) => {
    const { steps, trail } = await told(door)
    expect(steps).toEqual(pages.steps)
    expect(trail).toEqual(pages.trail)
  })
})

import { call } from '../src/api.ts'
import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { invite, row } from '../src/steps.ts'
import { expect, lookAt, shows, story } from '../src/story.ts'

const HOSTILE = '<img src=x onerror=alert(1)> & "co"'
const WIDE = 'Wolfeschlegelsteinhausenbergerdorff'
const HEBREW = 'דוד בן־גוריון'

story(
  'names that are long, written from the right or full of markup stay names, and keep the layout',
  async ({ roster, as, mailbox }) => {
    const ada = await as('ada')
    ada.on('dialog', () => expect.unreachable('a name was run as a script'))
    await begin(roster, ada)
    await call(ada.request, roster.url, 'identity.updateProfile', { name: `${WIDE} ${WIDE}` })
    await call(ada.request, roster.url, 'organizations.update', { organization: 'acme', name: HOSTILE })
    await gatherIn(roster, ada, [
      { ...GRACE, name: HEBREW },
      {
        name: HOSTILE,
        username: 'hostile',
        email: `${'long-'.repeat(12)}@a.very.long.domain.of.someone.test`,
      },
    ])

    await ada.goto('/acme')
    await shows(ada.getByRole('heading', { level: 1, name: HOSTILE }))
    await lookAt(ada, 'names-home')
    await ada.goto('/acme/members')
    await shows(row(ada, /onerror/))
    await lookAt(ada, 'names-members')
    await ada.getByRole('link', { name: HEBREW }).click()
    await shows(ada.getByRole('heading', { level: 1, name: HEBREW }))
    await lookAt(ada, 'names-person')
    await invite(ada, 'mary@moon.test')
    await ada.goto('/acme/audit')
    await shows(ada.getByText(/joined as/))
    await lookAt(ada, 'names-audit')
    await ada.goto('/')
    await lookAt(ada, 'names-my-organizations')

    const mary = await as('mary')
    await mary.goto(await mailbox.linkFor('mary@moon.test'))
    await shows(mary.getByRole('heading', { name: /invites you to/ }))
    await lookAt(mary, 'names-invitation')
  },
)

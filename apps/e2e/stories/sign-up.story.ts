import { begin } from '../src/crowd.ts'
import { fillAccount, signIn } from '../src/steps.ts'
import { axe, shows, story } from '../src/story.ts'

story.override('settings', { ROSTER_SIGN_UP: 'open' })

story(
  'where sign-up is open, a stranger makes an account, verifies the address and signs in',
  async ({ roster, as, mailbox }) => {
    await begin(roster, await as('ada'))
    const eve = await as('eve')
    await eve.goto('/sign-in')
    await eve.getByRole('link', { name: 'Create one' }).click()
    const account = { name: 'Eve Sharp', username: 'eve-sharp', email: 'eve@else.test' }
    await fillAccount(eve, account)
    await axe(eve)
    await eve.getByRole('button', { name: 'Create account' }).click()
    await shows(eve.getByRole('heading', { name: 'Look into your mail' }))

    await eve.goto(await mailbox.linkFor(account.email, 'Confirm your email address'))
    await eve.getByRole('button', { name: 'Verify the address' }).click()
    await shows(eve.getByRole('heading', { name: 'Your email address is verified' }))
    await eve.goto('/sign-in')
    await signIn(eve, account.email)
    await shows(eve.getByText('You are in no organization yet'))

    const mallory = await as('mallory')
    await mallory.goto('/sign-up')
    await fillAccount(mallory, { ...account, name: 'Mallory', username: 'mallory' })
    await mallory.getByRole('button', { name: 'Create account' }).click()
    await shows(mallory.getByRole('heading', { name: 'Look into your mail' }))
    await mailbox.waitFor(account.email, 'You already have an account')
  },
)

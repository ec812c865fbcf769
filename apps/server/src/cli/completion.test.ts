import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { rosterHere } from '../testing/command-line.ts'

const script = async (shell: string) => (await rosterHere(['completion', shell])).out

/** What bash offers for the last of these words. */
function offered(completion: string, words: readonly string[]): readonly string[] {
  const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _roster; printf '%s\\n' "\${COMPREPLY[@]}"`
  const said = execFileSync('bash', ['--norc', '-c', `${completion}\n${asked}`], { encoding: 'utf8' })
  return said.split('\n').filter((word) => word !== '')
}

describe('roster completion', () => {
  test('bash is offered commands, commands of commands, and their options', async () => {
    const bash = await script('bash')
    expect(offered(bash, ['roster', 'do'])).toEqual(['doctor'])
    expect(offered(bash, ['roster', 'audit', 'v'])).toEqual(['verify'])
    expect(offered(bash, ['roster', 'audit', 'verify', '--o'])).toEqual(['--org'])
    expect(offered(bash, ['roster', 'completion', ''])).toEqual(
      expect.arrayContaining(['bash', 'zsh', 'fish']),
    )
  })

  test('zsh and fish get the same words, and another shell is refused', async () => {
    expect(await script('zsh')).toContain("'verify:recompute the hash chains of the audit trail'")
    expect(await script('fish')).toContain(`"__roster_at 'audit'" -a 'verify'`)
    expect(await rosterHere(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' })
  })
})

import { describe, expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration.ts'

describe('the configuration', () => {
  test('needs nothing: every setting has a default', () => {
    expect(readConfiguration({})).toEqual({
      development: false,
      port: 3000,
      host: 'localhost',
      data: './data',
      url: null,
      smtpUrl: null,
      mailFrom: null,
      signUp: 'invited',
      createOrganizations: 'anyone',
      checkMailDomains: false,
      webhooksToPrivate: false,
      limits: { requests: 12_000, checks: 600_000 },
      pages: null,
      docs: null,
      trustProxy: false,
      logLevel: 'info',
    })
  })

  test('takes an empty value for none', () => {
    expect(readConfiguration({ PORT: '', ROSTER_SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null })
  })

  test('keeps of the public address what links need: its origin', () => {
    expect(readConfiguration({ ROSTER_URL: 'https://roster.example.org/' }).url).toBe(
      'https://roster.example.org',
    )
  })

  test.each([
    ['true', 1],
    ['false', false],
    ['2', 2],
    ['10.0.0.0/8', '10.0.0.0/8'],
  ])('believes proxies as told: %s', (text, trusted) => {
    expect(readConfiguration({ ROSTER_TRUST_PROXY: text }).trustProxy).toBe(trusted)
  })

  test('names every variable that is wrong, what it is for, and never the password in it', () => {
    const wrong = () =>
      readConfiguration({
        PORT: 'eighty',
        ROSTER_URL: 'roster.example.org',
        ROSTER_SMTP_URL: 'http://user:hunter2@mail.example.org',
        ROSTER_SIGN_UP: 'everybody',
      })
    expect(wrong).toThrow(ConfigurationError)
    for (const word of [
      'PORT',
      'ROSTER_URL',
      'ROSTER_SMTP_URL',
      'ROSTER_SIGN_UP',
      'who may make an account',
    ]) {
      expect(wrong).toThrow(word)
    }
    expect(wrong).not.toThrow('hunter2')
  })
})

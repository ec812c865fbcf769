import { expect, test } from 'vitest'
import { signingGenerations, webhookHost, webhookUrl } from './webhook.ts'

test.each([
  ['https://example.org/hooks', 'https://example.org/hooks'],
  ['  https://example.org:8443/a?token=x ', 'https://example.org:8443/a?token=x'],
  ['http://10.0.0.1/', 'http://10.0.0.1/'],
  ['https://example.org/a@b', 'https://example.org/a@b'],
])('%j is where a webhook can go', (text, url) => {
  expect(webhookUrl(text)).toBe(url)
})

test.each([
  ['', 'write it like'],
  ['example.org', 'write it like'],
  ['ftp://example.org', 'write it like'],
  ['https://', 'write it like'],
  ['https:///etc/passwd', 'write it like'],
  ['javascript:alert(1)', 'write it like'],
  ['https://a b.org', 'spaces'],
  ['https://example.org/\nhost: inside', 'spaces'],
  ['https://user:word@example.org', 'name and password'],
  ['https://@example.org', 'name and password'],
  [`https://example.org/${'x'.repeat(2_000)}`, 'at most'],
])('A44 %j is refused', (text, reason) => {
  expect(webhookUrl(text)).toMatchObject({
    code: 'webhook-url',
    facts: { field: 'url', reason: expect.stringContaining(reason) },
  })
})

test('of an address its host may be said', () => {
  expect(webhookHost('https://Example.org:8443/token')).toBe('example.org:8443')
})

test('A45 the secret before signs beside the new one until its time is over', () => {
  expect(signingGenerations({ generation: 1, previousUntil: null }, 5)).toEqual([1])
  expect(signingGenerations({ generation: 2, previousUntil: 10 }, 9)).toEqual([2, 1])
  expect(signingGenerations({ generation: 2, previousUntil: 10 }, 10)).toEqual([2])
})

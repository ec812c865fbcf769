import { expect, test } from 'vitest'
import { mayReach } from './address.ts'
import { readTarget } from './target.ts'

const PUBLIC = [
  '8.8.8.8',
  '93.184.216.34',
  '2606:4700:4700::1111',
  '2a00:1450:4001:82a::200e',
  '64:ff9b::808:808',
]
const OWN = [
  '127.0.0.1',
  '127.255.255.254',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::10.0.0.1',
]
const CLOSED = [
  '0.0.0.0',
  '0.1.2.3',
  '255.255.255.255',
  '224.0.0.1',
  '169.254.169.254',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.9',
  '240.0.0.1',
  '100.100.100.200',
  '::',
  '::7f00:1',
  '::ffff:169.254.169.254',
  '::ffff:0:7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2002:808:808::',
  '2001::1',
  '2001:db8::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'fd00:ec2::254',
  '4000::1',
  'no address',
  '',
]

test.each(PUBLIC)('A44 %s is public', (address) => {
  expect(mayReach(address, false)).toBe(true)
  expect(mayReach(address, true)).toBe(true)
})

test.each(OWN)('A44 %s is reached only where the operator allows private networks', (address) => {
  expect(mayReach(address, false)).toBe(false)
  expect(mayReach(address, true)).toBe(true)
})

test.each(CLOSED)('A44 %j is never reached', (address) => {
  expect(mayReach(address, false)).toBe(false)
  expect(mayReach(address, true)).toBe(false)
})

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://１２７.0.0.1/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[0:0:0:0:0:ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[2002:7f00:1::]/',
  'https://[fe80::1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0/',
  'https:\\\\127.0.0.1/',
  'https:127.0.0.1',
])('A44 no notation of an address hides where it leads: %s', (url) => {
  expect(readTarget(url, false)).toMatchObject({ reason: expect.stringContaining('private or reserved') })
})

test.each([
  ['http://example.org/', 'https://'],
  ['ftp://example.org/', 'https://'],
  ['file:///etc/passwd', 'https://'],
  ['javascript:alert(1)', 'https://'],
  ['https://user@example.org/', 'name and password'],
  ['https://user:word@example.org/', 'name and password'],
  ['https://example.org:99999/', 'not a web address'],
  ['https://[fe80::1%25eth0]/', 'not a web address'],
  ['example.org/hooks', 'not a web address'],
  ['', 'not a web address'],
])('A44 %s is no receiver', (url, reason) => {
  expect(readTarget(url, false)).toMatchObject({ reason: expect.stringContaining(reason) })
})

test('any port is as good as another, and http where private networks are open', () => {
  expect(readTarget('https://example.org:8443/hooks?token=x#part', false)).toMatchObject({
    url: expect.objectContaining({ href: 'https://example.org:8443/hooks?token=x' }),
  })
  expect(readTarget('http://127.0.0.1:3000/', true)).toMatchObject({ host: '127.0.0.1' })
  expect(readTarget('http://[::1]:3000/', true)).toMatchObject({ host: '::1' })
})

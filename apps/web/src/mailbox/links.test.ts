import { expect, test } from 'vitest'
import { linksIn } from './links.ts'

test('a link stands alone on its line, with its secret', () => {
  const text = 'Join Acme:\n\nhttps://roster.example/invitations/inv_1#m.aB-c_9\n\nSee you there.'
  expect(linksIn(text)).toEqual(['https://roster.example/invitations/inv_1#m.aB-c_9'])
})

test('what ends the sentence around a link is not a part of it', () => {
  expect(linksIn('Look at http://localhost:3000/acme. (Or at http://localhost:3000/new)')).toEqual([
    'http://localhost:3000/acme',
    'http://localhost:3000/new',
  ])
})

test('a link that comes twice is listed once', () => {
  expect(linksIn('http://a.example/x http://a.example/x')).toEqual(['http://a.example/x'])
})

test('only web addresses count', () => {
  expect(linksIn('javascript:alert(1) ftp://a.example mailto:a@b.example www.example.org')).toEqual([])
})

import type { Somebody } from '@roster/api/testing/filling'
import { type Email, isEmail, nameKey } from '@roster/domain'

/** The most common first: names are as unevenly spread as they are in a real organization. */
const GIVEN =
  'Maria José Anna John Mohammed Wei Olga Juan Sarah David Elena Ahmed Laura Michael Fatima Carlos Yuki Peter Nadia Thomas Ines Ivan Sofia Daniel Priya Lukas Emma Omar Julia Marco Aisha Paul Chloé Jan Mei Andreas Zoë Pedro Hanna Kofi Ingrid Tomás Amina Erik Lucía Noah Svetlana Mateo Freya Rajesh Beatriz Jonas Camille Viktor Thandiwe Søren Leïla Łukasz Gabriela Hiroshi Oksana Diego Astrid Kwame Renée Matteo Anjali Nils Valentina Aleksander Miriam Giorgos Chidi Katarzyna Bruno Ngọc Helga Rodrigo Saoirse Dmitri Yasmin Oskar Esperanza Tariq Agnieszka Levent Marguerite Bogdan Ximena Torsten Ayşe Cornelius Philippa Zbigniew Quincy Ulrike Wolfgang Yevgenia Þóra Xanthe'.split(
    ' ',
  )
const BEGINNINGS =
  'Ander Berg Carl Dahl Eriks Fern Garc Holm Iv Jans Kowal Lind Mart Nov Olive Peters Ros Schmid Tan Ud Vas Wil Yam Zim Bal Cor Don El Fran Gra Hal Kor'.split(
    ' ',
  )
const ENDINGS =
  'son ez ov ström ski dahl er ella ini es mann ic stein ova berg ín gaard wicz ides oğlu enko quist ard ton land'.split(
    ' ',
  )
const FAMILY = ENDINGS.flatMap((ending) => BEGINNINGS.map((beginning) => `${beginning}${ending}`))

/** How uneven: the most common given name is some five in a hundred, the rarest one in some thousands. */
const SKEW = 1.6
const AT_A_TIME = 10_000

/** What people search for in such an organization: a name many bear, one few bear, and both names of a person. */
export const SEARCHED = { common: GIVEN[0] ?? '', rare: `${FAMILY.at(-1)}`, both: 'maria ander' } as const

/** The person with this number: always the same, and no two with the same address. */
export function personNumber(number: number): Somebody {
  const name = NAMES[nameOf(number)] ?? ''
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(' ', '.')
    .replace(/[^a-z.]/g, '')
  const username = `${plain.replace('.', '-')}-${number}`
  return { name, username, email: addressOf(`${plain}.${number}@acme.test`) }
}

const NAMES = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`))

function nameOf(number: number): number {
  const given = Math.floor(GIVEN.length * spread(number, 1) ** SKEW)
  return given * FAMILY.length + Math.floor(FAMILY.length * spread(number, 2) ** SKEW)
}

/**
 * The numbers from 1 up to a count in the order of names, some ten thousand at a time. Those who begin with the same
 * two letters come together, which is how many are listed at once the fastest.
 */
export function* byName(count: number): Generator<readonly number[], void> {
  const order = NAMES.map((name, index) => ({ index, key: nameKey(name) }))
  order.sort((a, b) => (a.key < b.key ? -1 : 1))
  const bearers = NAMES.map((): number[] => [])
  for (let number = 1; number <= count; number++) bearers[nameOf(number)]?.push(number)
  let together: number[] = []
  let letters = ''
  for (const { index, key } of order) {
    if (together.length >= AT_A_TIME && key.slice(0, 2) !== letters) {
      yield together
      together = []
    }
    for (const number of bearers[index] ?? []) together.push(number)
    letters = key.slice(0, 2)
  }
  yield together
}

/** A checked address. */
export function addressOf(text: string): Email {
  if (!isEmail(text)) throw new TypeError(`${text} is not an address`)
  return text
}

/** From 0 up to 1, as good as random and the same at every run (a finalizer of MurmurHash3). */
export function spread(number: number, salt: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca77)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

import { usernameFrom } from '@roster/domain'
import type { Chance } from './chance.ts'

const GIVEN = [
  'Ada',
  'Grace',
  'Katherine',
  'Mary',
  'Dorothy',
  'Alan',
  'Edsger',
  'Barbara',
  'Radia',
  'Sophie',
  'Anita',
  'Hedy',
  'Emmy',
  'Sofia',
  'Chien',
  'Tu',
  'Maryam',
  'Shafi',
  'Lynn',
  'Adele',
  'Joan',
  'Betty',
  'Frances',
  'Karen',
  'Leslie',
  'Donald',
  'Niklaus',
  'Tony',
  'Robin',
  'Per',
  'Kristen',
  'Ole',
  'José',
  'Inês',
  'Łukasz',
  'Zoë',
  'Søren',
  'Aïcha',
  'Noor',
  'Yuki',
  'Haruto',
  'Mei',
  'Ngọc',
  'Priya',
  'Arjun',
  'Amara',
  'Chidi',
  'Thandiwe',
  'Mateo',
  'Valentina',
] as const
const FAMILY = [
  'Lovelace',
  'Hopper',
  'Johnson',
  'Jackson',
  'Vaughan',
  'Turing',
  'Dijkstra',
  'Liskov',
  'Perlman',
  'Wilson',
  'Borg',
  'Lamarr',
  'Noether',
  'Kovalevskaya',
  'Wu',
  'Youyou',
  'Mirzakhani',
  'Goldwasser',
  'Conway',
  'Goldberg',
  'Clarke',
  'Holberton',
  'Allen',
  'Jones',
  'Lamport',
  'Knuth',
  'Wirth',
  'Hoare',
  'Milner',
  'Nygaard',
  'Dahl',
  'Santos',
  'Ferreira',
  'Wiśniewski',
  'van den Berg',
  'Jensen',
  'Okafor',
  'Nkosi',
  'Tanaka',
  'Sato',
  'Chen',
  'Nguyễn',
  'Sharma',
  'Patel',
  'García',
  'Rodríguez',
  'Müller',
  'Øverland',
  "O'Brien",
  'Fitzgerald',
] as const
const TITLES = [
  'Software engineer',
  'Senior software engineer',
  'Product designer',
  'Data analyst',
  'Support lead',
  'Account manager',
  'Office manager',
  'Recruiter',
  'Finance',
  'Product manager',
  'Site reliability engineer',
  'Technical writer',
] as const

export interface DemoPerson {
  readonly name: string
  readonly username: string
  readonly email: string
  readonly title: string
}

/** Gives people one after another, no two with the same address. */
export function people(luck: Chance, domain: string): () => DemoPerson {
  const given = new Set<string>()
  return () => {
    for (;;) {
      const name = `${luck.pick(GIVEN)} ${luck.pick(FAMILY)}`
      const username = usernameFrom(name)
      if (given.has(username)) continue
      given.add(username)
      return { name, username, email: `${username.replaceAll('-', '.')}@${domain}`, title: luck.pick(TITLES) }
    }
  }
}

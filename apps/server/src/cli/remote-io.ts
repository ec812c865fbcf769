import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Io } from '@roster/cli'
import { elsewhere } from '../configuration.ts'
import type { Box } from './box.ts'

/** The surroundings of the commands for a Roster elsewhere: the same terminal, and nothing of the data on this box. */
export function remoteIo({ terminal, exit }: Box): Io {
  return {
    terminal,
    environment: elsewhere(),
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    fetch: globalThis.fetch,
    now: Date.now,
    read: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
    end(code) {
      exit.code = code
    },
  }
}
